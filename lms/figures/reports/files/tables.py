"""A published report as a workbook and as CSV; the same report gives the same numbers."""

from flask_babel import gettext as _

from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import OF_HEADCOUNTS, Measure
from lms.figures.counting.tables import LineKind
from lms.figures.exports.books import apart, drawn, sheet
from lms.figures.exports.rows import whole_table
from lms.figures.release.cells import ReleasedLine
from lms.figures.reports import labels
from lms.figures.reports.copies import Copy
from lms.figures.reports.files.notes import mark, notes
from lms.figures.reports.freezing import COUNTED
from lms.figures.reports.models import Report
from lms.lib.sheets.writing import Table, write_csv, write_xlsx

TRAINED = Measure.PERSONS_TRAINED


def workbook(report: Report, copy: Copy) -> bytes:
    """Return a sheet a measure, headcounts by region too, pictures of the trained, and notes."""
    return write_xlsx(sheets(copy), notes=notes(report, copy), mark=mark(copy))


def sheets(copy: Copy) -> list[Table]:
    """Return the sheets of the workbook."""
    names = labels.names(copy.content)

    def made(measure: Measure, dimension: Dimension, name: str = "") -> Table:
        return sheet(names, measure, dimension, _lines(copy, measure, dimension), name)

    return [
        *(made(it, Dimension.CATEGORY) for it in COUNTED),
        *(made(it, Dimension.REGION) for it in OF_HEADCOUNTS if _anybody(copy, it)),
        *apart(copy.indicators),
        *_pictures(copy),
    ]


def csv(report: Report, copy: Copy, *, french: bool = False) -> bytes:
    """Return every line of every measure by sex and age group, the notes at the foot."""
    tables: dict[Measure, list[ReleasedLine]] = {
        it: _lines(copy, it, Dimension.CATEGORY) for it in COUNTED
    }
    rows = whole_table(tables, copy.indicators, labels.names(copy.content))
    rows += [[f"# {it}"] for it in notes(report, copy)]
    return write_csv(rows, french=french)


def _pictures(copy: Copy) -> list[Table]:
    if not _anybody(copy, TRAINED):
        return []
    names = labels.names(copy.content)
    tops = [it for it in _lines(copy, TRAINED, Dimension.CATEGORY) if it.depth == 0]
    regions = _lines(copy, TRAINED, Dimension.REGION)
    return [
        drawn(sheet(names, TRAINED, Dimension.CATEGORY, tops, _("Overview")), tops),
        drawn(sheet(names, TRAINED, Dimension.REGION, regions), regions),
    ]


def _anybody(copy: Copy, measure: Measure) -> bool:
    return not copy.lines(measure, Dimension.CATEGORY)[-1].is_empty


def _lines(copy: Copy, measure: Measure, dimension: Dimension) -> list[ReleasedLine]:
    """Return the lines of a table without the rows in which nobody stands."""
    lines = copy.lines(measure, dimension)
    return [it for it in lines if it.kind is not LineKind.ROW or not it.is_empty]
