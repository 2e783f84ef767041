"""First times: the two figures that do add up over periods (DOMAIN R4)."""

from collections.abc import Callable, Hashable, Iterable

from lms.figures.counting.periods import Window
from lms.figures.counting.values import CountedFact
from lms.sessions.outcome import Outcome


def new_overall(facts: Iterable[CountedFact], window: Window) -> list[CountedFact]:
    """Return the trained facts in ``window`` of persons never trained before it.

    ``facts`` reach back to the beginning of records.
    """
    return _first_in(facts, window, lambda fact: fact.person)


def new_in_row(
    facts: Iterable[CountedFact], window: Window, row_of: Callable[[CountedFact], str]
) -> list[CountedFact]:
    """Return the trained facts in ``window`` of persons never trained in that row before it."""
    return _first_in(facts, window, lambda fact: (fact.person, row_of(fact)))


def _first_in(
    facts: Iterable[CountedFact], window: Window, identity: Callable[[CountedFact], Hashable]
) -> list[CountedFact]:
    trained = [
        fact for fact in facts if fact.outcome is Outcome.TRAINED and fact.last_day <= window.last
    ]
    before = {identity(fact) for fact in trained if fact.last_day < window.first}
    return [fact for fact in trained if fact.last_day in window and identity(fact) not in before]
