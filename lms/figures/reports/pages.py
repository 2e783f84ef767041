"""Reports as their pages show them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from lms.figures import labels
from lms.figures.board.pictures import Row
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import OF_HEADCOUNTS, OF_PERSONS, Measure
from lms.figures.counting.ranges import Range
from lms.figures.counting.tables import LineKind
from lms.figures.counting.values import Column
from lms.figures.exports.rows import said
from lms.figures.labels import Names
from lms.figures.pages.tables import look
from lms.figures.release.cells import Audience
from lms.figures.reports import freezing, labels as words
from lms.figures.reports.changes.causes import SESSION_CAUSES, Cause
from lms.figures.reports.changes.difference import Change, Difference
from lms.figures.reports.copies import Copy
from lms.figures.reports.freezing import COUNTED
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
    title = str(labels.MEASURES[measure])
    if dimension is Dimension.REGION:
        title = _("%(measure)s by region", measure=title)
    return Shown(
        title=title,
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


def _ranges(copy: Copy, measure: Measure, names: Names) -> list[str]:
    called = {
        it.key: labels.line(it, names, measure, Dimension.CATEGORY)
        for it in copy.lines(measure, Dimension.CATEGORY)
    }
    return [
        _(
            "%(line)s: %(range)s",
            line=called.get(it["line"], it["line"]),
            range=labels.to_check(
                Range(doubtful=it["doubtful"], lowest=it["lowest"], highest=it["highest"])
            ),
        )
        for it in copy.ranges
        if it["measure"] == str(measure)
    ]


def moved(found: Difference) -> list[Moved]:
    """Return the lines whose total is another now, in the order of the tables."""
    return [
        Moved(label, number(before), number(now), words.signed(now - before))
        for measure, key, label in _lines(found)
        for before, now in [(_sum(found.published, measure, key), _sum(found.now, measure, key))]
        if before != now
    ]


def proof(found: Difference) -> str:
    """Return the sum that leads from the persons published to those of now, cause by cause."""
    measure, key = Measure.PERSONS_TRAINED, str(LineKind.TOTAL)
    steps = [it.of(measure) for it in found.changes if it.of(measure)]
    if not steps:
        return ""
    return _(
        "%(measure)s: %(before)s %(steps)s = %(now)s.",
        measure=str(labels.MEASURES[measure]),
        before=number(_sum(found.published, measure, key)),
        steps=" ".join(f"{'+' if it > 0 else '−'} {number(abs(it))}" for it in steps),
        now=number(_sum(found.now, measure, key)),
    )


def told(found: Difference, references: Mapping[int, str]) -> list[Told]:
    """Return every cause with what it did, oldest first."""
    return [
        Told(
            cause=it.cause,
            label=words.cause(it.cause, references),
            training_session_id=it.cause.number if it.cause.kind in SESSION_CAUSES else None,
            lines=_done(found, it),
        )
        for it in found.changes
    ]


def _done(found: Difference, change: Change) -> list[Moved]:
    return [
        Moved(label, "", "", words.signed(value))
        for measure, key, label in _lines(found)
        if (value := change.of(measure, key))
    ]


def _lines(found: Difference) -> Iterable[tuple[Measure, str, str]]:
    """Return every line that ever held anybody, with its name."""
    names = labels.names(found.reading)
    touched = {it[:2] for change in found.changes for it in change.cells}
    for measure in COUNTED:
        keys = {key for of, key in touched & found.lines if of is measure}
        ordered = [it.key for it in found.reading.table(measure).lines if it.key in keys]
        for key in [*ordered, *sorted(keys - {*ordered})]:
            yield measure, key, f"{labels.MEASURES[measure]} – {_called(key, names, measure)}"


def _called(key: str, names: Names, measure: Measure) -> str:
    """Return what a line is called wherever it stands: a part with what it is a part of."""
    code, _slash, kind = key.rpartition("/")
    if kind not in {*LineKind}:
        return names.row(key)
    line = labels.line(_Head(LineKind(kind), code), names, measure, Dimension.CATEGORY)
    return _("%(category)s · %(part)s", category=names.row(code), part=line) if code else line


def _sum(cells: Mapping[tuple[Measure, str, Column], int], measure: Measure, key: str) -> int:
    return sum(cells.get((measure, key, column), 0) for column in Column)
