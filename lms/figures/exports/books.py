"""Figures as a workbook: a sheet a measure, pictures of the trained, and notes."""

from collections.abc import Iterable, Sequence

from flask_babel import gettext as _

from lms.figures import labels, queries
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import OF_HEADCOUNTS, Measure
from lms.figures.counting.tables import LineKind
from lms.figures.exports.notes import Origin, mark_of_sample, notes
from lms.figures.exports.rows import (
    COUNTED,
    PERSON_COLUMNS,
    indicator_entries,
    open_ended,
    plain,
    worth_saying,
)
from lms.figures.labels import Names
from lms.figures.models import Indicator
from lms.figures.release.cells import Cell, ReleasedLine
from lms.figures.release.gate import Release
from lms.lib.sheets.charts import Chart
from lms.lib.sheets.writing import Row, Table, write_xlsx

TRAINED = Measure.PERSONS_TRAINED


def workbook(release: Release, origin: Origin) -> bytes:
    """Return a sheet a measure, headcounts by region too, the indicators apart, and notes."""
    mark = mark_of_sample() if origin.is_sample else ""
    return write_xlsx(tables(release), notes=notes(release, origin), mark=mark)


def tables(release: Release) -> list[Table]:
    """Return the sheets of the workbook."""
    sheets = [_sheet(release, it) for it in COUNTED]
    by_region = [
        _sheet(release, it, Dimension.REGION)
        for it in OF_HEADCOUNTS
        if not release.table(it).total.is_empty
    ]
    return [
        *sheets,
        *by_region,
        *apart(queries.indicators(release.reading.scope.window)),
        *_published(),
        *([] if release.table(TRAINED).total.is_empty else _pictures(release)),
    ]


def _pictures(release: Release) -> list[Table]:
    """Return the sheets that carry a picture: their rows stand together, so it has no gaps."""
    tops = [it for it in worth_saying(release, TRAINED) if it.depth == 0]
    names = labels.names(release.reading)
    return [
        drawn(sheet(names, TRAINED, Dimension.CATEGORY, tops, _("Overview")), tops),
        *(
            drawn(_sheet(release, TRAINED, it), worth_saying(release, TRAINED, it))
            for it in (Dimension.REGION, Dimension.QUARTER)
        ),
    ]


def drawn(table: Table, lines: Sequence[ReleasedLine]) -> Table:
    """Return a table with its picture: a bar a row, in it a part a column that holds anybody."""
    rows = sum(it.kind is LineKind.ROW for it in lines)
    held = [
        position
        for position, column in enumerate(PERSON_COLUMNS, start=1)
        if any(it.cells[column].value != 0 for it in lines)
    ]
    return Table(
        title=table.title,
        header=table.header,
        rows=table.rows,
        name=table.name,
        chart=Chart(title=table.title, rows=rows, columns=held),
    )


def apart(indicators: Iterable[Indicator]) -> list[Table]:
    """Return the sheet of the indicators, or none."""
    found = list(indicator_entries(indicators))
    if not found:
        return []
    return [
        Table(
            title=str(labels.MEASURES[Measure.INDICATOR]),
            header=[_("Indicator"), _("Count"), _("Remark")],
            rows=[[it.label, plain(it.cell), _remark(it.cell)] for it in found],
        )
    ]


def _published() -> list[Table]:
    """Return the figures published earlier: beside the recorded ones, never inside (R10)."""
    rows: list[Row] = [
        [
            labels.text(it),
            it.period_start,
            it.period_end,
            it.count,
            _("at least") if it.at_least else "",
        ]
        for it in queries.declared()
    ]
    if not rows:
        return []
    header = [_("Published figure"), _("From"), _("To (included)"), _("Count"), _("Remark")]
    return [Table(title=_("Published figures"), header=header, rows=rows)]


def _sheet(release: Release, measure: Measure, dimension: Dimension = Dimension.CATEGORY) -> Table:
    lines = worth_saying(release, measure, dimension)
    return sheet(labels.names(release.reading), measure, dimension, lines)


def sheet(
    names: Names,
    measure: Measure,
    dimension: Dimension,
    lines: Sequence[ReleasedLine],
    name: str = "",
) -> Table:
    """Return the lines of a measure as a sheet, called ``name`` or after what it holds."""
    title = str(labels.MEASURES[measure])
    match dimension:
        case Dimension.REGION:
            title = _("%(measure)s by region", measure=title)
        case Dimension.QUARTER:
            title = _("%(measure)s by quarter", measure=title)
    return Table(
        title=title,
        name=name or _name(measure, dimension),
        header=[
            str(labels.DIMENSIONS[dimension]),
            *(str(labels.COLUMNS[it]) for it in PERSON_COLUMNS),
            _("Total"),
            _("Remark"),
        ],
        rows=[
            [
                # Spaces of a fixed width show which rows are parts of the one above.
                "\u2003" * line.depth + labels.line(line, names, measure, dimension),
                *(plain(line.cells[it]) for it in PERSON_COLUMNS),
                plain(line.total),
                _remark(line.total),
            ]
            for line in lines
        ],
    )


def _name(measure: Measure, dimension: Dimension) -> str:
    name = str(labels.SHEETS[measure])
    match dimension:
        case Dimension.REGION:
            return _("%(sheet)s, regions", sheet=name)
        case Dimension.QUARTER:
            return _("%(sheet)s, quarters", sheet=name)
    return name


def _remark(cell: Cell) -> str:
    return _("at least") if open_ended(cell) == "yes" else ""
