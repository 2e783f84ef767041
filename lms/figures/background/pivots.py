"""A table of any two dimensions as a file: for inside the unit, like its page."""

from flask_babel import gettext as _

from lms.figures import labels
from lms.figures.counting.questions import OF_PERSONS, Question
from lms.figures.counting.tables import Line, LineKind
from lms.figures.counting.values import Count
from lms.figures.exports import Origin, notes
from lms.figures.exports.notes import mark_of_sample
from lms.figures.release.gate import Release
from lms.lib.sheets.cells import Cell
from lms.lib.sheets.writing import Table, write_csv, write_xlsx


def workbook(release: Release, origin: Origin, question: Question) -> bytes:
    """Return the table as a workbook with its notes."""
    mark = mark_of_sample() if origin.is_sample else ""
    return write_xlsx([table(release, question)], notes=notes(release, origin), mark=mark)


def text(release: Release, origin: Origin, question: Question) -> bytes:
    """Return the table as CSV, its notes at the foot after a #."""
    made = table(release, question)
    said = [[f"# {it}"] for it in notes(release, origin)]
    return write_csv([made.header, *made.rows, *said])


def table(release: Release, question: Question) -> Table:
    """Return the rows of one dimension set out along another.

    Persons who stand in several columns stand in an overlap, so that a row adds up to its total.
    """
    if question.across is None:
        raise ValueError("a pivot needs a second dimension")
    reading, across = release.reading, question.across
    measure, dimension = question.measure, question.dimension
    names = labels.names(reading)
    along = {
        code: {it.key: it.total for it in found.lines}
        for code, found in reading.across(measure, dimension, across).items()
    }

    def row(line: Line) -> list[Cell]:
        counts = [found.get(line.key, Count()).value for found in along.values()]
        total = line.total.value
        overlap = [total - sum(counts)] if measure in OF_PERSONS else []
        remark = _("at least") if line.total.at_least else ""
        name = "\u2003" * line.depth + labels.line(line, names, measure, dimension)
        return [name, *counts, *overlap, total, remark]

    lines = reading.table(measure, dimension).lines
    closing = [_("Overlap")] if measure in OF_PERSONS else []
    return Table(
        title=_(
            "%(measure)s: %(rows)s and %(columns)s",
            measure=labels.MEASURES[measure],
            rows=str(labels.DIMENSIONS[dimension]).lower(),
            columns=str(labels.DIMENSIONS[across]).lower(),
        ),
        name=str(labels.SHEETS[measure]),
        header=[
            str(labels.DIMENSIONS[dimension]),
            *(names.row(it, across) for it in along),
            *closing,
            _("Total"),
            _("Remark"),
        ],
        rows=[row(it) for it in lines if it.kind is not LineKind.ROW or it.total.value],
    )
