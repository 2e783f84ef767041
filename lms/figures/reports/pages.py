"""Reports as their pages show them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from flask_babel import gettext as _

from lms.figures import labels
from lms.figures.board.pictures import Row
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import OF_HEADCOUNTS, OF_PERSONS, Measure
from lms.figures.counting.ranges import Range
from lms.figures.counting.tables import LineKind
from lms.figures.counting.values import Column, Count
from lms.figures.exports.rows import said
from lms.figures.labels import Names
from lms.figures.pages.tables import look
from lms.figures.release.cells import Audience
from lms.figures.reports import freezing, labels as words
from lms.figures.reports.changes import weighing
from lms.figures.reports.changes.causes import SESSION_CAUSES, Cause
from lms.figures.reports.changes.difference import Change, Difference
from lms.figures.reports.copies import Copy
from lms.figures.reports.freezing import COUNTED, Content
from lms.figures.sentences import heads, trained
from lms.figures.sentences.told import Source
from lms.figures.totals import Reading
from lms.i18n import number

Asked = tuple[Measure, Dimension]
BY_REGION: list[Asked] = [(it, Dimension.REGION) for it in OF_HEADCOUNTS]
ALL: list[Asked] = [*((it, Dimension.CATEGORY) for it in COUNTED), *BY_REGION]
"""A table a measure; headcounts by region too."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A table as shown."""

    title: str
    columns: list[dict[str, object]]
    rows: list[Row]
    ranges: list[str]


@dataclass(frozen=True, slots=True)
class _Head:
    """A line without its numbers."""

    kind: LineKind
    code: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A line that is another number now."""

    label: str
    before: str
    now: str
    change: str


@dataclass(frozen=True, slots=True)
class Told:
    """One cause, and what it did to each line."""

    cause: Cause
    label: str
    training_session_id: int | None
    lines: list[Moved]
    moves_nobody: bool
    """Whether no number of the report is another for it."""


def rehearsed(reading: Reading) -> Copy:
    """Return what a report would say, in full, if it were published now."""
    return Copy(Audience.INSIDE, freezing.tables(reading))


def tables(copy: Copy, asked: Sequence[Asked] = ALL) -> list[Shown]:
    """Return the tables asked for that count anybody; usually every measure."""
    return [
        _table(copy, *it) for it in asked if not copy.lines(it[0], Dimension.CATEGORY)[-1].is_empty
    ]


def _table(copy: Copy, measure: Measure, dimension: Dimension) -> Shown:
    found, names = copy.lines(measure, dimension), words.names(copy.content)
    columns = [it for it in Column if any(line.cells[it].value != 0 for line in found)]
    heads: list[dict[str, object]] = [{"label": str(labels.DIMENSIONS[dimension])}]
    heads += [{"label": str(labels.COLUMNS[it]), "number": True} for it in columns]
    return Shown(
        title=_titled(measure, dimension),
        columns=[*heads, {"label": _("Total"), "number": True}],
        rows=[
            Row(
                labels.line(it, names, measure, dimension),
                look(it),
                [*(said(it.cells[column]) for column in columns), said(it.total)],
            )
            for it in found
        ],
        ranges=_ranges(copy, measure, names) if dimension is Dimension.CATEGORY else [],
    )


def ranges(copy: Copy) -> list[str]:
    """Return every line with people to be checked, with its measure and its bounds (R14)."""
    names = words.names(copy.content)
    return [
        _("%(measure)s, %(range)s.", measure=str(labels.MEASURES[measure]), range=it)
        for measure in OF_PERSONS
        for it in _ranges(copy, measure, names)
    ]


def sentences(copy: Copy) -> list[str]:
    """Return what the report says in words, small numbers masked as in the copy (R13).

    Where people of a category were trained is in no table of a report, and is not told.
    """

    def bounds(measure: Measure, key: str) -> Range | None:
        return next((_range(it) for it in copy.ranges if _about(it) == (measure, key)), None)

    source = Source(lines=copy.lines, names=words.names(copy.content), ranges=bounds)
    return [*trained.sentences(source), *heads.sentences(source)]


def _about(range_: Content) -> tuple[str, str]:
    return range_["measure"], range_["line"]


def _range(it: Content) -> Range:
    return Range(doubtful=it["doubtful"], lowest=it["lowest"], highest=it["highest"])


def _ranges(copy: Copy, measure: Measure, names: Names) -> list[str]:
    called = {
        it.key: labels.line(it, names, measure, Dimension.CATEGORY)
        for it in copy.lines(measure, Dimension.CATEGORY)
    }
    return [
        _(
            "%(line)s: %(range)s",
            line=called.get(it["line"], it["line"]),
            range=labels.to_check(_range(it)),
        )
        for it in copy.ranges
        if it["measure"] == str(measure)
    ]


def moved(found: Difference) -> list[Moved]:
    """Return the lines whose total is another now, in the order of the tables."""
    return [
        Moved(label, _said(before), _said(now), words.signed(now - before))
        for row, label in _lines(found)
        for before, now in [(_sum(found.published, row), _sum(found.now, row))]
        if before != now
    ]


def proofs(found: Difference) -> list[str]:
    """Return of each line that moved the sum from what was published to now, cause by cause."""
    return [
        _(
            "%(measure)s: %(before)s %(steps)s = %(now)s.",
            measure=label,
            before=_said(_sum(found.published, row)),
            steps=" ".join(
                f"{'+' if step > 0 else '−'} {number(abs(step))}"
                for it in found.changes
                if (step := _sum(it.cells, row))
            ),
            now=_said(_sum(found.now, row)),
        )
        for row, label in _lines(found)
        if _sum(found.published, row) != _sum(found.now, row)
    ]


def told(found: Difference, references: Mapping[int, str]) -> list[Told]:
    """Return every cause with what it did, oldest first."""
    lines = [*_lines(found)]
    return [
        Told(
            cause=it.cause,
            label=words.cause(it.cause, references),
            training_session_id=it.cause.number if it.cause.kind in SESSION_CAUSES else None,
            lines=_done(lines, it),
            moves_nobody=not it.cells,
        )
        for it in found.changes
    ]


def _said(value: int) -> str:
    """Return a number of a table; an overlap is below zero and has a true minus."""
    return labels.count(Count(value))


def _done(lines: Iterable[tuple[weighing.Row, str]], change: Change) -> list[Moved]:
    return [
        Moved(label, "", "", words.signed(value))
        for row, label in lines
        if (value := _sum(change.cells, row))
    ]


def _lines(found: Difference) -> Iterable[tuple[weighing.Row, str]]:
    """Return every line that ever held anybody, with its name; each total once."""
    names = labels.names(found.reading)
    touched = {it[:3] for change in found.changes for it in change.cells} & found.lines
    for measure, dimension in product(COUNTED, freezing.FROZEN):
        keys = {key for *of, key in touched if of == [measure, dimension]}
        if dimension is not Dimension.CATEGORY:
            keys.discard(str(LineKind.TOTAL))
        lines = found.reading.table(measure, dimension).lines
        ordered = [it.key for it in lines if it.key in keys]
        for key in [*ordered, *sorted(keys - {*ordered})]:
            row = (measure, dimension, key)
            yield row, f"{_titled(measure, dimension)} – {_called(row, names)}"


def _titled(measure: Measure, dimension: Dimension) -> str:
    """Return what a table of a report is called."""
    title = str(labels.MEASURES[measure])
    if dimension is Dimension.REGION:
        return _("%(measure)s by region", measure=title)
    return title


def _called(row: weighing.Row, names: Names) -> str:
    """Return what a line is called wherever it stands: a part with what it is a part of."""
    measure, dimension, key = row
    code, _slash, kind = key.rpartition("/")
    if kind not in {*LineKind}:
        return names.row(key, dimension)
    line = labels.line(_Head(LineKind(kind), code), names, measure, dimension)
    return _("%(category)s · %(part)s", category=names.row(code), part=line) if code else line


def _sum(cells: Mapping[weighing.Cell, int], row: weighing.Row) -> int:
    return sum(cells.get((*row, column), 0) for column in Column)
