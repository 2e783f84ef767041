"""A table of any two dimensions as a file: for inside the unit, like its page."""

from collections.abc import Iterator, Mapping, Sequence

from flask_babel import gettext as _

from lms.figures import labels
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import OF_PERSONS, Question
from lms.figures.counting.tables import Line, LineKind, Table as Counted, lines_beside
from lms.figures.counting.values import Count
from lms.figures.exports.notes import Origin, mark_of_sample, notes
from lms.figures.exports.rows import Entry
from lms.figures.labels import Names
from lms.figures.release.cells import shown
from lms.figures.release.gate import NotReleased, Release
from lms.lib.sheets.cells import Cell
from lms.lib.sheets.writing import Table, write_csv, write_xlsx


def workbook(release: Release, origin: Origin, questions: Sequence[Question]) -> bytes:
    """Return the tables as a workbook, a sheet a question, with its notes."""
    mark = mark_of_sample() if origin.is_sample else ""
    tables = [table(release, it) for it in questions]
    return write_xlsx(tables, notes=notes(release, origin), mark=mark)


def text(release: Release, origin: Origin, question: Question) -> bytes:
    """Return the table as CSV, its notes at the foot after a #."""
    made = table(release, question)
    said = [[f"# {it}"] for it in notes(release, origin)]
    return write_csv([made.header, *made.rows, *said])


def table(release: Release, question: Question) -> Table:
    """Return the rows of one dimension set out along another.

    Persons who stand in several columns stand in an overlap, so that a row adds up to its total.
    """
    reading, across = release.reading, _across(release, question)
    measure, dimension = question.measure, question.dimension
    names = labels.names(reading)
    tables = _along(release, question)
    along = {code: {it.key: it.total for it in found.lines} for code, found in tables.items()}

    def row(line: Line) -> list[Cell]:
        counts = [found.get(line.key, Count()).value for found in along.values()]
        total = line.total.value
        overlap = [total - sum(counts)] if measure in OF_PERSONS else []
        remark = _("at least") if line.total.at_least else ""
        name = "\u2003" * line.depth + labels.line(line, names, measure, dimension)
        return [name, *counts, *overlap, total, remark]

    lines = lines_beside(reading.table(measure, dimension), tables.values())
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


def crossings(release: Release, question: Question) -> Iterator[Entry]:
    """Return the same table as a line a number, for other programs.

    Numbers of nobody are left out. Each row ends with its overlap, unless it is zero, and its
    total: the others add up to it. Rows are those of one dimension, the whole the last of them.
    """
    reading, dimension, across = release.reading, question.dimension, _across(release, question)
    measure, names = question.measure, labels.names(reading)
    tables = _along(release, question)
    along = {code: {it.key: it.total for it in found.lines} for code, found in tables.items()}
    for line in lines_beside(reading.table(measure, dimension), tables.values()):
        counts = {code: found[line.key] for code, found in along.items() if line.key in found}
        excess = line.total.value - sum(it.value for it in counts.values())
        if measure in OF_PERSONS:
            counts[str(LineKind.OVERLAP)] = Count(excess)
        is_whole = line.kind is LineKind.TOTAL
        for code, count in [*counts.items(), (str(LineKind.TOTAL), line.total)]:
            if count.value or (is_whole and code == LineKind.TOTAL):
                head = labels.line(line, names, measure, dimension)
                label = f"{head} · {_head(code, names, across)}"
                yield Entry(line.key, label, measure, shown(count), column=code)


def _head(code: str, names: Names, across: Dimension) -> str:
    closing = {str(LineKind.OVERLAP): _("Overlap"), str(LineKind.TOTAL): _("Total")}
    return closing[code] if code in closing else names.row(code, across)


def _across(release: Release, question: Question) -> Dimension:
    """Return the second dimension. Raises ``NotReleased`` for outside: no gate masks it."""
    if question.across is None:
        raise ValueError("a pivot needs a second dimension")
    if release.is_masked:
        raise NotReleased(question.across)
    return question.across


def _along(release: Release, question: Question) -> Mapping[str, Counted]:
    """Return the table of each column; nobody stands in a line that it lacks."""
    across = _across(release, question)
    return release.reading.across(question.measure, question.dimension, across)
