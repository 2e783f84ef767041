"""Coverage of the declared strength, unit by unit and rotation by rotation (DOMAIN R17)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lms.figures.counting.coverage import Coverage, coverage
from lms.figures.counting.periods import Window
from lms.figures.targets import queries
from lms.figures.targets.against import trainings
from lms.figures.targets.against.trainings import Trained
from lms.figures.targets.models import Strength
from lms.figures.totals import Reading
from lms.people.models import Category


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """One rotation of a unit as it stands on the last day asked for."""

    strength: Strength
    coverage: Coverage
    current: bool
    """Whether it is in force on that day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undeclared:
    """A unit with people trained, of which nobody has declared a rotation on these days."""

    category: Category
    unit: str
    persons: int


def covered(reading: Reading) -> list[Covered]:
    """Return the rotations that touch the window, those in force on its last day first.

    Whoever came again in a later rotation belongs to that one, so nobody is in two. To see an
    earlier rotation as it stood, ask for days that end in it.

    A unit is counted wherever it was trained (R17), whatever region is asked for; but a trainer
    is told the totals of own regions alone (DOMAIN 7), so only trainings held there.
    """
    scope = reading.scope
    strengths = queries.strengths(scope.window, scope.regions, scope.as_of)
    if not strengths:
        return []
    days = Window(min(it.period_start for it in strengths), scope.window.last)
    units = {it.unit_key for it in strengths}
    found = _by_unit(trainings.of_units(units, days, reading.own_places, scope.as_of))
    below = _below(reading.categories)
    made = [
        _covered(it, found[it.unit_key], below[it.category_id], scope.window.last)
        for it in strengths
    ]
    return sorted(
        made, key=lambda it: (not it.current, it.strength.category.position, it.strength.unit_key)
    )


def undeclared(reading: Reading) -> list[Undeclared]:
    """Return the units with people trained in the window and no rotation declared on those days.

    Of minors and of armed movements no unit is told apart.
    """
    scope = reading.scope
    declared = _by_unit_declared(queries.strengths(scope.window, None, scope.as_of))
    below = _below(reading.categories)
    told = {it.id: it for it in queries.of_units(reading.categories)}
    persons: dict[tuple[int, str], set[int]] = defaultdict(set)
    for it in trainings.of_all(scope.window, reading.places, scope.as_of):
        rotations = declared.get(it.unit, ())
        within = any(it.category_id in below[one.category_id] for one in rotations)
        if it.category_id in told and not within:
            persons[it.category_id, it.unit].add(it.person)
    written = trainings.spellings()
    made = [
        Undeclared(category=told[category], unit=written[unit][0], persons=len(them))
        for (category, unit), them in persons.items()
    ]
    return sorted(made, key=lambda it: (it.category.position, -it.persons, it.unit))


def _covered(
    strength: Strength, facts: Iterable[Trained], categories: Collection[int], last: date
) -> Covered:
    theirs = [it for it in facts if it.category_id in categories]
    return Covered(
        strength=strength,
        coverage=coverage(theirs, rotation=strength.window, strength=strength.count),
        current=strength.period_end >= last,
    )


def _below(categories: Sequence[Category]) -> Mapping[int, frozenset[int]]:
    """Return the numbers of the categories in each, its own included."""
    return {
        one.id: frozenset(it.id for it in categories if one.id in {it.id, it.parent_id})
        for one in categories
    }


def _by_unit(found: Iterable[Trained]) -> Mapping[str, list[Trained]]:
    units: dict[str, list[Trained]] = defaultdict(list)
    for it in found:
        units[it.unit].append(it)
    return units


def _by_unit_declared(strengths: Iterable[Strength]) -> Mapping[str, list[Strength]]:
    units: dict[str, list[Strength]] = defaultdict(list)
    for it in strengths:
        units[it.unit_key].append(it)
    return units
