"""What counts once, here and not there: the facts of a person, year by year.

Of a calendar year, in which a person has one outcome, once in each row (DOMAIN R1, R3, R4, R7).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lms.figures.models import Fact
from lms.people.models import Category
from lms.sessions.models import Participation
from lms.sessions.outcome import Outcome
from lms.web.register.queries.records import Attendance


@dataclass(frozen=True, slots=True)
class Counted:
    """A time in a session that the totals know, and the fact by which they do."""

    participation: Participation
    fact: Fact

    @property
    def first_day(self) -> date:
        """By which a sentence calls the session."""
        return self.participation.training_session.first_day


class Why(StrEnum):
    """Whether a fact adds a person, and if not why."""

    ONCE = "once"
    TOO = "too"
    """In a second row; in the total the person counts for another session."""
    AGAIN = "again"
    """The row has the person for another session."""
    INSTEAD = "instead"
    """Sensitized in a year in which another session trained."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a fact adds a person or does not.

    ``other`` is what counts in its place; ``repeats`` are those that add nobody beside it.
    """

    why: Why
    counted: Counted
    other: Counted | None = None
    repeats: Sequence[Counted] = ()


def reasons(attendances: Iterable[Attendance]) -> dict[int, Reason]:
    """Return why each participation with a fact that holds counts as it does."""
    years: dict[int, list[Counted]] = defaultdict(list)
    for it in attendances:
        for fact in it.facts:
            if fact.retracted_at is None:
                years[fact.last_day.year].append(Counted(it.participation, fact))
    found: dict[int, Reason] = {}
    for many in years.values():
        many.sort(key=lambda it: (it.fact.last_day, it.fact.training_session_id))
        found |= {it.counted.participation.id: it for it in _of_a_year(many)}
    return found


def _of_a_year(many: Sequence[Counted]) -> Iterator[Reason]:
    trained = [it for it in many if it.fact.outcome is Outcome.TRAINED]
    others = [it for it in many if it not in trained]
    yield from _of_an_outcome(trained or others)
    if trained:
        for it in others:
            yield Reason(why=Why.INSTEAD, counted=it, other=trained[0])


def _of_an_outcome(many: Sequence[Counted]) -> Iterator[Reason]:
    rows = _rows(many)
    first = min((row[0] for row in rows), key=many.index)
    for leader, *repeats in rows:
        if leader is first:
            yield Reason(why=Why.ONCE, counted=leader, repeats=repeats)
        else:
            yield Reason(why=Why.TOO, counted=leader, other=first, repeats=repeats)
        for it in repeats:
            yield Reason(why=Why.AGAIN, counted=it, other=leader)


def _rows(many: Sequence[Counted]) -> list[list[Counted]]:
    """Return what counts once together; what adds the person comes first.

    Whoever is known more precisely stands there, and not beside it (R7).
    """
    above = {it.fact.category_id: set(_above(it.fact.category)) for it in many}
    vague = set().union(*above.values())
    rows: dict[int, list[Counted]] = {}
    for it in many:
        if it.fact.category_id not in vague:
            rows.setdefault(it.fact.category_id, []).append(it)
    for it in many:
        if it.fact.category_id in vague:
            row = next(row for code, row in rows.items() if it.fact.category_id in above[code])
            row.append(it)
    return list(rows.values())


def _above(category: Category) -> Iterator[int]:
    while category.parent is not None:
        category = category.parent
        yield category.id
