"""Records of the small mission that may be one person, that are one, and that are not."""

from datetime import date
from typing import NamedTuple

from lms import clock
from lms.extensions import db
from lms.people.kinds import Verdict
from lms.people.models import Person
from tests.factories.people import (
    DistinctionFactory,
    MergeFactory,
    PersonFactory,
    SuggestionFactory,
)

CHILD = date(2020, 1, 1)


class Records(NamedTuple):
    """Ids of what there is to decide, and of what was decided."""

    doubt: int
    childs_doubt: int
    decided: int
    merge: int
    child: int
    other_record: int


def records(person: Person) -> Records:
    """Return two doubts, one of them about a child; one decided, and a merge into ``person``."""
    child = PersonFactory.create(birth_date=CHILD)
    apart = SuggestionFactory.create(verdict=Verdict.DIFFERENT, decided_at=clock.now())
    one, other = sorted((apart.person, apart.candidate), key=lambda it: it.id)
    DistinctionFactory.create(one=one, other=other)
    merged = PersonFactory.create(merged_into_id=person.id)
    merge = MergeFactory.create(merged=merged, survivor=person)
    db.session.commit()
    return Records(
        doubt=SuggestionFactory.create(candidate=person).id,
        childs_doubt=SuggestionFactory.create(candidate=child).id,
        decided=apart.id,
        merge=merge.id,
        child=child.id,
        other_record=PersonFactory.create().id,
    )
