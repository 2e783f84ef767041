"""Figures as tables for files: what the command prints, and what the page gives to take along."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from lms.figures import labels, queries
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import OF_HEADCOUNTS, OF_PERSONS, Measure
from lms.figures.counting.ranges import Range
from lms.figures.counting.tables import Line, LineKind
from lms.figures.counting.values import Column, Count
from lms.figures.models import Indicator
from lms.figures.totals import Reading
from lms.i18n import day, moment
from lms.lib.sheets.writing import Cell, Table, write_xlsx
from lms.sessions.outcome import RULE_VERSION

COUNTED = tuple(it for it in Measure if it is not Measure.INDICATOR)
CSV_COLUMNS = ("category", "label", "measure", "count", "at_least")
PERSON_COLUMNS = {
    Column.MEN: "men",
    Column.WOMEN: "women",
    Column.ADULTS_UNSPECIFIED: "adults_not_specified",
    Column.BOYS: "boys",
    Column.GIRLS: "girls",
    Column.MINORS_UNSPECIFIED: "minors_not_specified",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Who asked, when, and whether the figures are invented."""

    by: str
    now: datetime
    is_sample: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a figures file: a row, a measure and its count."""

    row: str
    label: str
    measure: Measure
    count: Count

    @property
    def cells(self) -> tuple[str, str, str, int, str]:
        """The line in the order of the columns."""
        at_least = "yes" if self.count.at_least else "no"
        return (self.row, self.label, str(self.measure), self.count.value, at_least)


def entries(
    reading: Reading, dimension: Dimension | None = None, measures: Sequence[Measure] = COUNTED
) -> Iterator[Entry]:
    """Return a line a row and measure, of top-level categories unless ``dimension`` is given.

    Rows in which nobody stands are left out. Each measure ends with its overlap, unless it is
    zero, and its total, always: the other lines add up to it. Indicators follow, with no total.
    With ``dimension`` category the parts stand under their parents, so that parents and parts
    are never to be added to one another.
    """
    names = labels.names(reading)
    rows_of = dimension or Dimension.CATEGORY
    for measure in measures:
        for line in reading.table(measure, rows_of).lines:
            inside = line.depth > 0 and dimension is None
            if line.kind is LineKind.TOTAL or (line.total.value and not inside):
                label = labels.line(line, names, measure, rows_of)
                yield Entry(line.key, label, measure, line.total)


def indicator_entries(indicators: Iterable[Indicator]) -> Iterator[Entry]:
    """Return a line an indicator; they have no total."""
    for it in indicators:
        count = Count(it.count, it.at_least)
        yield Entry(it.code, labels.text(it), Measure.INDICATOR, count)


def whole_file(reading: Reading, origin: Origin) -> list[list[Cell]]:
    """Return every line of every measure by sex and age group, notes at the foot after a #."""
    names = labels.names(reading)
    header = ["category", "label", "measure", *PERSON_COLUMNS.values(), "total", "at_least"]
    rows: list[list[Cell]] = [list(header)]
    for measure in COUNTED:
        for line in _worth_saying(reading, measure):
            head = [line.key, labels.line(line, names, measure, Dimension.CATEGORY), str(measure)]
            at_least = "yes" if line.total.at_least else "no"
            rows.append([*head, *_values(line), line.total.value, at_least])
    for entry in indicator_entries(queries.indicators(reading.scope.window)):
        row, label, measure_name, count, at_least = entry.cells
        empty: list[Cell] = [None] * len(PERSON_COLUMNS)
        rows.append([row, label, measure_name, *empty, count, at_least])
    rows += [[f"# {note}"] for note in notes(reading, origin)]
    return rows


def workbook(reading: Reading, origin: Origin) -> bytes:
    """Return a sheet a measure, headcounts by region too, the indicators apart, and notes."""
    mark = _mark_of_sample() if origin.is_sample else ""
    return write_xlsx(tables(reading), notes=notes(reading, origin), mark=mark)


def tables(reading: Reading) -> list[Table]:
    """Return the sheets of the workbook."""
    sheets = [_sheet(reading, it) for it in COUNTED]
    by_region = [
        _sheet(reading, it, Dimension.REGION)
        for it in OF_HEADCOUNTS
        if reading.table(it).total.total.value
    ]
    entries_apart = indicator_entries(queries.indicators(reading.scope.window))
    apart = Table(
        title=str(labels.MEASURES[Measure.INDICATOR]),
        header=[_("Indicator"), _("Count"), _("Remark")],
        rows=[[it.label, it.count.value, _remark(it.count)] for it in entries_apart],
    )
    return [*sheets, *by_region, *([apart] if apart.rows else [])]


def _sheet(reading: Reading, measure: Measure, dimension: Dimension = Dimension.CATEGORY) -> Table:
    names = labels.names(reading)
    title, name = str(labels.MEASURES[measure]), str(labels.SHEETS[measure])
    if dimension is not Dimension.CATEGORY:
        title = _("%(measure)s by region", measure=title)
        name = _("%(sheet)s, regions", sheet=name)
    return Table(
        title=title,
        name=name,
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
                *_values(line),
                line.total.value,
                _remark(line.total),
            ]
            for line in _worth_saying(reading, measure, dimension)
        ],
    )


def _worth_saying(
    reading: Reading, measure: Measure, dimension: Dimension = Dimension.CATEGORY
) -> list[Line]:
    """Return the lines of a table without the rows in which nobody stands."""
    lines = reading.table(measure, dimension).lines
    return [it for it in lines if it.kind is not LineKind.ROW or it.total.value]


def _values(line: Line) -> list[Cell]:
    return [line.cells[it].value for it in PERSON_COLUMNS]


def _remark(count: Count) -> str:
    return _("at least") if count.at_least else ""


def notes(reading: Reading, origin: Origin) -> list[str]:
    """Return how the figures were made: window, regions, rules, moment, by whom."""
    scope, names = reading.scope, labels.names(reading)
    said = [_mark_of_sample()] if origin.is_sample else []
    said.append(
        _(
            "From %(first)s to %(last)s, both included; a session counts on its last day.",
            first=day(scope.window.first),
            last=day(scope.window.last),
        )
    )
    if scope.regions is not None:
        said.append(
            _(
                "Regions: %(regions)s.",
                regions=labels.listed(sorted(map(names.row, scope.regions))),
            )
        )
    known = scope.as_of or origin.now
    said += [
        _("Counting rules no. %(version)s.", version=RULE_VERSION),
        _("As known on %(moment)s (UTC).", moment=moment(known)),
        _("Extracted by %(who)s.", who=origin.by),
        _("Persons trained and persons sensitized are never added; headcounts are not persons."),
        _("“At least” means that the true number is not known and may be higher."),
    ]
    return [*said, *doubts(reading)]


def doubts(reading: Reading) -> list[str]:
    """Return which totals of persons have people to be checked, with their bounds (R14)."""
    names = labels.names(reading)
    return [
        _(
            "%(measure)s, %(line)s: %(range)s.",
            measure=str(labels.MEASURES[measure]),
            line=labels.line(reading.table(measure)[key], names, measure, Dimension.CATEGORY),
            range=labels.to_check(found),
        )
        for measure, key, found in ranges(reading)
    ]


def ranges(reading: Reading) -> Iterator[tuple[Measure, str, Range]]:
    """Return measure and line of every total of persons with people to be checked."""
    for measure in OF_PERSONS:
        for line in reading.table(measure).lines:
            if (found := reading.range(measure, line)) is not None:
                yield measure, line.key, found


def _mark_of_sample() -> str:
    return _("Sample data: names, numbers and places are invented.")
