"""Who the rows of a list are, as the register and its decisions are now."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from sqlalchemy import select

from lms.extensions import db
from lms.lib.portions import portions
from lms.people import spellings
from lms.people.matching.canonical import Spellings
from lms.people.matching.comparison import Comparer
from lms.people.matching.decision import Answer, Basis, decide
from lms.people.matching.finding import candidates, near_names
from lms.people.matching.records import Known, Row
from lms.people.models import Person
from lms.people.queries import matching

MOST_IDS = 500  # in one statement; databases limit the parameters of one


@dataclass(slots=True)
class Met:
    """People met in other lists of one call, whom the register does not hold.

    Their numbers are below zero, so they are nobody's in the register.
    """

    people: dict[int, Known] = field(default_factory=dict)
    _last: int = 0

    def add(self, row: Row) -> int:
        """Remember somebody new, and return their number."""
        self._last -= 1
        person = self._last
        self.people[person] = Known(person=person)
        self.see(person, row)
        return person

    def see(self, person: int, row: Row) -> None:
        """Remember how another row writes somebody, in the register or not."""
        known = self.people.setdefault(person, Known(person=person))
        known.add(row.name, row.traits)


def answers(
    rows: Sequence[Row], *, met: Met | None = None, expected: frozenset[int] = frozenset()
) -> list[Answer]:
    """Return who each row is, in order; in a number of statements that rows do not change.

    ``met`` are people the call knows besides the register, ``expected`` those in the session.
    """
    vocabulary, comparer = matching.vocabulary(), _comparer(spellings.current())
    others = met.people if met else {}
    for known in others.values():
        new = known.person < 0
        for name in known.names:
            vocabulary.add(name, int(new))
        vocabulary.add_kind(known.seen[0].kind, int(new))
    near = near_names(rows, vocabulary, comparer)
    people = matching.known_people(
        names=set().union(*near.values()),
        numbers={it.traits.number for it in rows} - {""},
        phones={it.traits.phone for it in rows} - {""},
    )
    basis = Basis(
        vocabulary=vocabulary, comparer=comparer, model=matching.model(), expected=expected
    )
    return decide(rows, candidates(rows, near, _together(people, others)), basis)


def births(person_ids: Collection[int]) -> dict[int, date | None]:
    """Return the birth date of each person as the register has it."""
    found: dict[int, date | None] = {}
    for some in portions(sorted(person_ids), MOST_IDS):
        rows = db.session.execute(select(Person.id, Person.birth_date).where(Person.id.in_(some)))
        found |= {row.id: row.birth_date for row in rows}
    return found


def _together(people: Sequence[Known], others: dict[int, Known]) -> list[Known]:
    """Return everybody once, with what this call has seen of them as well."""
    found = {it.person: it for it in people}
    for person, known in others.items():
        if person in found:
            found[person].names += [it for it in known.names if it not in found[person].names]
            found[person].seen += known.seen
        else:
            found[person] = known
    return list(found.values())


@lru_cache(maxsize=2)
def _comparer(known: Spellings) -> Comparer:
    """Return the comparer of a table of spellings, with what it remembers."""
    return Comparer(known)
