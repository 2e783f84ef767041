"""The one place by which a table leaves the unit (DESIGN 8, 10; DOMAIN R13)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.errors import RuleBroken
from lms.figures import totals
from lms.figures.counting.dimensions import RELEASED, Dimension
from lms.figures.counting.questions import OF_PERSONS, Measure, Scope
from lms.figures.counting.ranges import Range
from lms.figures.counting.tables import Line
from lms.figures.counting.values import Column, Count
from lms.figures.release.asking import refuse_two
from lms.figures.release.cells import (
    Audience,
    Cell,
    CellKind,
    ReleasedLine,
    ReleasedTable,
    in_full,
    shown,
)
from lms.figures.release.grid import Mark
from lms.figures.release.masking import Masking
from lms.figures.release.neighbours import whole_months
from lms.figures.release.thresholds import Limits, limits_of
from lms.figures.totals import Reading
from lms.unit.queries import rules

EVERYBODY = (Role.TRAINER, Role.UNIT_HEAD, Role.ADMINISTRATOR)
FULL_NUMBERS = (Role.UNIT_HEAD, Role.ADMINISTRATOR)


class NotReleased(RuleBroken):
    """No table for outside is set out by this dimension."""


@dataclass
class Release:
    """Every table of a scope as its audience may have it, and nothing more."""

    audience: Audience
    reading: Reading
    """For names, periods and rules; numbers come from ``table`` alone."""
    asked: Scope
    """What was asked for; for outside the period is widened to whole months."""

    @cached_property
    def limits(self) -> Limits:
        """The thresholds in force."""
        return limits_of(rules())

    @cached_property
    def _masking(self) -> Masking:
        return Masking(self.reading, self.limits)

    @property
    def is_masked(self) -> bool:
        """Whether small numbers are masked, as for outside they are."""
        return self.audience is Audience.OUTSIDE

    @property
    def is_widened(self) -> bool:
        """Whether the period is longer than the one asked for."""
        return self.reading.scope.window != self.asked.window

    def table(self, measure: Measure, dimension: Dimension = Dimension.CATEGORY) -> ReleasedTable:
        """Return the table of one measure; indicators have none and raise ``KeyError``."""
        lines = self.reading.table(measure, dimension).lines
        if not self.is_masked:
            return ReleasedTable(tuple(map(in_full, lines)))
        if dimension not in RELEASED:
            raise NotReleased(dimension)
        marks = self._masking.marks(measure, dimension)
        grid = self._masking.lines(measure, dimension).grid
        return ReleasedTable(
            tuple(
                _line(
                    it,
                    [
                        _cell(count, marks.get((position, column)), grid.limit((position, column)))
                        for column, count in enumerate(_counts(it))
                    ],
                )
                for position, it in enumerate(lines)
            )
        )

    def ranges(self) -> Iterator[tuple[Measure, str, Range]]:
        """Yield measure and line of every shown total of persons with people to be checked."""
        for measure in OF_PERSONS:
            table = self.table(measure)
            for line in self.reading.table(measure).lines:
                found = self.reading.range(measure, line)
                if found is not None and table[line.key].total.value is not None:
                    yield measure, line.key, found


def release(*, scope: Scope, audience: Audience = Audience.OUTSIDE, actor: Actor) -> Release:
    """Return the tables of ``scope`` as they may go to ``audience``; raises as ``check`` does."""
    check(scope=scope, audience=audience, actor=actor)
    if audience is Audience.INSIDE:
        return Release(audience, totals.read(scope=scope, actor=actor), scope)
    widened = replace(scope, window=whole_months(scope.window))
    return Release(audience, totals.read(scope=widened, actor=actor), scope)


def check(*, scope: Scope, audience: Audience = Audience.OUTSIDE, actor: Actor) -> None:
    """Raise unless the tables of ``scope`` may go to ``audience``, without reading any.

    Full numbers are for heads and administrators. Raises ``NotAllowed``, and ``TwoWouldTell``
    for what is never answered for outside: a trainer of several regions asks for one of them.
    """
    if audience is Audience.INSIDE:
        require(actor, "figures.inside", *FULL_NUMBERS, system=True)
        return
    require(actor, "figures.outside", *EVERYBODY, system=True)
    refuse_two(replace(scope, regions=totals.visible_regions(scope.regions, actor)))


def _counts(line: Line) -> list[Count]:
    return [*(line.cells[it] for it in Column), line.total]


def _cell(count: Count, mark: Mark | None, limit: int) -> Cell:
    match mark:
        case Mark.PRIMARY:
            return Cell(CellKind.BELOW, below=limit, negative=count.value < 0)
        case Mark.SECONDARY:
            return Cell(CellKind.WITHHELD)
        case None:
            return shown(count)


def _line(line: Line, cells: list[Cell]) -> ReleasedLine:
    *columns, total = cells
    return ReleasedLine(
        kind=line.kind,
        code=line.code,
        key=line.key,
        depth=line.depth,
        cells=dict(zip(Column, columns, strict=True)),
        total=total,
    )
