"""Masking small numbers, and those that would give them away (DOMAIN R13)."""

from collections.abc import Iterable, Iterator, Mapping

from lms.figures.release.grid import Grid, Mark, Place, Sum
from lms.figures.release.recovery import recoverable

Marks = Mapping[Place, Mark]


def suppress(grid: Grid, beforehand: Iterable[Place] = ()) -> Marks:
    """Return the mark of every number that may not be shown.

    ``beforehand`` are numbers to withhold whatever the table says: they would give something
    away beside another table. First comes R13 to the letter; then, while a masked number is
    still the only one possible, more are masked.
    """
    masking = _Masking(grid)
    masking.start(beforehand)
    masking.close_all()
    while fixed := recoverable(grid, masking.marks):
        if not masking.loosen(fixed):
            masking.mask_the_rest()
            break
        masking.close_all()
    return masking.marks


class _Masking:
    """The marks of one table while they are being set."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.marks: dict[Place, Mark] = {}
        self.sums = grid.sums()

    def start(self, beforehand: Iterable[Place]) -> None:
        """Mask what is small, then close its line and its column, each in table order."""
        small = [it for it in self.grid.places() if self.grid.is_small(it)]
        self.marks = dict.fromkeys(small, Mark.PRIMARY)
        for place in sorted(beforehand):
            if self.grid.value(place):
                self.marks.setdefault(place, Mark.SECONDARY)
        for place in small:
            self.close(self.grid.line_of(place))
            self.close(self.grid.column_of(place))

    def close_all(self) -> None:
        """Close every open line, rows before columns, until none is open."""
        while opened := next((it for it in self.sums if self.is_open(it)), None):
            self.close(opened)

    def is_open(self, line: Sum) -> bool:
        """Whether exactly one number of a sum is masked, so that the others give it away."""
        return sum(it in self.marks for it in (*line.parts, line.whole)) == 1

    def close(self, line: Sum) -> None:
        """Mask one number more in an open line."""
        if self.is_open(line):
            self.mask_another(line)

    def mask_another(self, line: Sum) -> bool:
        """Mask the smallest number that is left, or the total; say whether there was any."""
        left = [it for it in line.parts if self.grid.value(it) and it not in self.marks]
        better = [it for it in left if self._has_company(it, line)]
        chosen = min(better or left, key=lambda it: abs(self.grid.value(it)), default=line.whole)
        if chosen in self.marks or not self.grid.value(chosen):
            return False
        self.marks[chosen] = Mark.SECONDARY
        return True

    def _has_company(self, place: Place, line: Sum) -> bool:
        """Whether the crossing line holds another number that is not zero."""
        across = self.grid.line_of(place)
        crossing = self.grid.column_of(place) if line == across else across
        return any(self.grid.value(it) for it in crossing.parts if it != place)

    def loosen(self, fixed: Iterable[Place]) -> bool:
        """Give the first number that can be worked out some play; False when none can have any.

        Its own lines come first, then those that cross them at a masked number, then any.
        """
        return any(self.mask_another(line) for line in self._around(fixed))

    def _around(self, fixed: Iterable[Place]) -> Iterator[Sum]:
        near = [line for place in fixed for line in self._through(place)]
        yield from near
        for line in near:
            for place in (*line.parts, line.whole):
                if place in self.marks:
                    yield from self._through(place)
        yield from (it for it in self.sums if not self.marks.keys().isdisjoint(it.parts))

    def _through(self, place: Place) -> tuple[Sum, ...]:
        below = (it for it in self.sums if it.whole == place)
        return (self.grid.line_of(place), self.grid.column_of(place), *below)

    def mask_the_rest(self) -> None:
        """Withhold whatever is not zero, without saying what is small: nothing less will do.

        Four masked numbers of one each with a masked total below 5 would still be known.
        """
        self.marks = {it: Mark.SECONDARY for it in self.grid.places() if self.grid.value(it)}
