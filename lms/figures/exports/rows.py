"""Figures line by line, for a terminal and for other programs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lms.figures import labels, queries
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Measure
from lms.figures.counting.tables import LineKind
from lms.figures.counting.values import Column, Count
from lms.figures.exports.notes import Origin, notes
from lms.figures.labels import Names
from lms.figures.models import Indicator
from lms.figures.release.cells import Cell, ReleasedLine, shown
from lms.figures.release.gate import Release
from lms.lib.sheets import cells as sheet_cells

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
HASHTAGS = (
    "#beneficiary+type+code",
    "#beneficiary+type",
    "#x_measure",
    "#reached+m+adults",
    "#reached+f+adults",
    "#reached+adults+x_unspecified",
    "#reached+m+children",
    "#reached+f+children",
    "#reached+children+x_unspecified",
    "#reached",
    "#x_at_least",
    "#x_masked",
)
"""The row under the header that the Humanitarian Exchange Language reads (DOMAIN 8)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a figures file: a row, a measure and its number."""

    row: str
    label: str
    measure: Measure
    cell: Cell
    column: str = ""
    """The row of a second dimension; empty where there is none."""

    @property
    def cells(self) -> tuple[str, str, str, int | str, str]:
        """The line in the order of the columns."""
        return (self.row, self.label, str(self.measure), plain(self.cell), open_ended(self.cell))


def plain(cell: Cell) -> int | str:
    """Return a number in plain digits, a masked one as its mark."""
    return cell.mark if cell.value is None else cell.value


def said(cell: Cell) -> str:
    """Return a number as paper and pages say it: a true minus, a masked one by its mark."""
    return cell.mark.replace("-", "−") if cell.count is None else labels.cell(cell.count)


def open_ended(cell: Cell) -> str:
    """Return whether a number is "at least", in the word of the files."""
    return "yes" if cell.count and cell.count.at_least else "no"


def has_anything(release: Release) -> bool:
    """Whether anybody was counted, or an indicator falls in the period."""
    return any(not release.table(it).total.is_empty for it in COUNTED) or bool(
        queries.indicators(release.reading.scope.window)
    )


def entries(
    release: Release, dimension: Dimension | None = None, measures: Sequence[Measure] = COUNTED
) -> Iterator[Entry]:
    """Return a line a row and measure, of top-level categories unless ``dimension`` is given.

    Rows in which nobody stands are left out. Each measure ends with its overlap, unless it is
    zero, and its total, always: the other lines add up to it. Indicators follow, with no total.
    With ``dimension`` category the parts stand under their parents, so that parents and parts
    are never to be added to one another.
    """
    names = labels.names(release.reading)
    rows_of = dimension or Dimension.CATEGORY
    for measure in measures:
        for line in release.table(measure, rows_of).lines:
            inside = line.depth > 0 and dimension is None
            if line.kind is LineKind.TOTAL or (line.total.value != 0 and not inside):
                label = labels.line(line, names, measure, rows_of)
                yield Entry(line.key, label, measure, line.total)


def indicator_entries(indicators: Iterable[Indicator]) -> Iterator[Entry]:
    """Return a line an indicator; they have no total, and are public already (R13)."""
    for it in indicators:
        count = shown(Count(it.count, it.at_least))
        yield Entry(it.code, labels.text(it), Measure.INDICATOR, count)


def whole_file(
    release: Release, origin: Origin, *, hxl: bool = False
) -> list[list[sheet_cells.Cell]]:
    """Return every line of every measure by sex and age group, notes at the foot after a #.

    ``hxl`` gives the row of hashtags instead of the notes: every row under it is data, a masked
    number is empty and a column says which are.
    """
    rows = whole_table(
        {it: worth_saying(release, it) for it in COUNTED},
        queries.indicators(release.reading.scope.window),
        labels.names(release.reading),
        hxl=hxl,
    )
    if not hxl:
        rows += [[f"# {note}"] for note in notes(release, origin)]
    return rows


def whole_table(
    tables: Mapping[Measure, Sequence[ReleasedLine]],
    indicators: Iterable[Indicator],
    names: Names,
    *,
    hxl: bool = False,
) -> list[list[sheet_cells.Cell]]:
    """Return the lines of tables by category one below the other, then the indicators."""
    header = ["category", "label", "measure", *PERSON_COLUMNS.values(), "total", "at_least"]
    rows: list[list[sheet_cells.Cell]] = [[*header, *(["masked"] if hxl else [])]]
    if hxl:
        rows.append([*HASHTAGS])
    for measure, lines in tables.items():
        for line in lines:
            head = [line.key, labels.line(line, names, measure, Dimension.CATEGORY), str(measure)]
            rows.append([*head, *_numbers(line, hxl=hxl)])
    for entry in indicator_entries(indicators):
        row, label, measure_name, count, at_least = entry.cells
        empty: list[sheet_cells.Cell] = [None] * len(PERSON_COLUMNS)
        more: list[sheet_cells.Cell] = [None] if hxl else []
        rows.append([row, label, measure_name, *empty, count, at_least, *more])
    return rows


def worth_saying(
    release: Release, measure: Measure, dimension: Dimension = Dimension.CATEGORY
) -> list[ReleasedLine]:
    """Return the lines of a table without the rows in which nobody stands."""
    lines = release.table(measure, dimension).lines
    return [it for it in lines if it.kind is not LineKind.ROW or not it.is_empty]


def _numbers(line: ReleasedLine, *, hxl: bool) -> list[sheet_cells.Cell]:
    found = [*(line.cells[it] for it in PERSON_COLUMNS), line.total]
    if not hxl:
        return [*map(plain, found), open_ended(line.total)]
    names = [*PERSON_COLUMNS.values(), "total"]
    masked = " ".join(name for name, it in zip(names, found, strict=True) if it.value is None)
    return [*(it.value for it in found), open_ended(line.total), masked or None]
