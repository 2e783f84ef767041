"""What may stand beside what: nothing is aimed at twice, no unit has two rotations at once."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lms.figures.counting.periods import Window
from lms.figures.targets.values import Aim, Given
from lms.people.names import plain


class Fate(StrEnum):
    """What becomes of something said."""

    NEW = "new"
    CHANGED = "changed"
    """It takes the place of what was said before of the same thing."""
    SAME = "same"
    REPEATED = "repeated"
    """The same thing was already said in this list."""
    OVERLAPPING = "overlapping"
    """The unit already has a rotation on some of these days."""


REFUSED = frozenset({Fate.REPEATED, Fate.OVERLAPPING})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of one thing said, and which other stands against it or gives way."""

    fate: Fate
    other: Given | None = None


def unit_key(written: str) -> str:
    """Return what a unit is compared by: « 1re Compagnie » is « 1RE COMPAGNIE »."""
    return plain(" ".join(written.split()))


def key(given: Given) -> Hashable:
    """Return of what something is said; the newest word on it counts."""
    if isinstance(given, Aim):
        return (given.measure, given.category_id, given.region, given.window)
    return (given.category_id, unit_key(given.unit), given.window.first)


def overlap(one: Window, other: Window) -> bool:
    """Tell whether two windows share a day."""
    return one.first <= other.last and other.first <= one.last


def weigh(said: Sequence[Given], held: Iterable[Given]) -> list[Verdict]:
    """Return what becomes of each thing said beside what holds already.

    Rotations are compared with what would hold once all of it is written, so that a list may
    shorten one rotation and begin the next.
    """
    before = {key(it): it for it in held}
    first: dict[Hashable, Given] = {}
    for it in said:
        first.setdefault(key(it), it)
    after = _by_unit({**before, **first}.values())
    return [_verdict(it, before.get(key(it)), first[key(it)], after) for it in said]


def _verdict(
    it: Given, before: Given | None, first: Given, after: dict[Hashable, list[Given]]
) -> Verdict:
    if first is not it:
        return Verdict(Fate.REPEATED, first)
    if it == before:
        return Verdict(Fate.SAME, before)
    for other in after[_unit(it)]:
        if other is not it and overlap(it.window, other.window):
            return Verdict(Fate.OVERLAPPING, other)
    return Verdict(Fate.CHANGED, before) if before else Verdict(Fate.NEW)


def _by_unit(given: Iterable[Given]) -> dict[Hashable, list[Given]]:
    found: dict[Hashable, list[Given]] = defaultdict(list)
    for it in given:
        found[_unit(it)].append(it)
    return found


def _unit(given: Given) -> Hashable:
    """Return the unit; targets may overlap, so each stands alone."""
    if isinstance(given, Aim):
        return key(given)
    return (given.category_id, unit_key(given.unit))
