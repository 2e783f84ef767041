"""First times: the two figures that do add up over periods (DOMAIN R4).

Facts reach back to the beginning of records; only those of trained persons matter.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from typing import TypeVar

from lms.figures.counting.periods import Window
from lms.figures.counting.values import CountedFact
from lms.sessions.outcome import Outcome

Who = TypeVar("Who", bound=Hashable)


def first_overall(facts: Iterable[CountedFact]) -> dict[int, date]:
    """Return the day on which each person was first counted as trained."""
    return _first(facts, lambda fact: fact.person)


def first_in_row(
    facts: Iterable[CountedFact], row_of: Callable[[CountedFact], str]
) -> dict[tuple[int, str], date]:
    """Return the day on which each person was first counted as trained in each row."""
    return _first(facts, lambda fact: (fact.person, row_of(fact)))


def newcomers(first: Mapping[Who, date], window: Window) -> frozenset[Who]:
    """Return who was trained for the first time in ``window``."""
    return frozenset(who for who, day in first.items() if day in window)


def _first(facts: Iterable[CountedFact], who: Callable[[CountedFact], Who]) -> dict[Who, date]:
    first: dict[Who, date] = {}
    for fact in facts:
        if fact.outcome is Outcome.TRAINED:
            key = who(fact)
            first[key] = min(first.get(key, fact.last_day), fact.last_day)
    return first
