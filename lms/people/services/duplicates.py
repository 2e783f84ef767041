"""Looking over the whole register for records that may be one person."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

import structlog
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.extensions import db
from lms.people import spellings
from lms.people.matching.comparison import Comparer
from lms.people.matching.decision import MAYBE_FROM, Answer, Basis, Match, decide, doubt
from lms.people.matching.records import Known, Row
from lms.people.models import Distinction, Person, PersonName, Suggestion
from lms.people.queries import identity, matching
from lms.people.services.suggestions import suggest_many
from lms.people.values import NewSuggestion

MOST_BEARERS = 30
"""A name or phone borne by more says nothing of who is who."""
Key = tuple[str, str]
Pair = tuple[int, int]
log = structlog.get_logger(__name__)


def look(*, now: datetime, actor: Actor) -> int:
    """Ask about every two records that may be one person; return how many pairs are new.

    Each record is compared with those that came before it and share its name, number or phone.
    What was asked or decided before is not asked again.
    """
    require(actor, "person.decide", Role.UNIT_HEAD, Role.ADMINISTRATOR, system=True)
    people = _who_share()
    asked = _asked_before()
    found = [
        it
        for answer in _answers(people)
        for it in _suggestions(answer)
        if _pair(it.person_id, it.candidate_id) not in asked
    ]
    suggest_many(suggestions=found, actor=actor)
    changes = {"found": len(found), "at": now.isoformat()}
    audit.record("register:looked_over", "person:register", changes=changes, actor=actor)
    log.info("register.looked_over", found=len(found), actor_kind=actor.kind, actor_id=actor.id)
    return len(found)


def _answers(people: Sequence[Known]) -> list[Answer]:
    before: dict[Key, list[Known]] = defaultdict(list)
    rows: list[Row] = []
    candidates: dict[int, list[Known]] = {}
    for it in sorted(people, key=lambda known: known.person):
        keys = _keys(it)
        near = {known.person: known for key in keys for known in before[key]}
        if near:
            rows.append(Row(number=it.person, name=it.names[0], traits=it.seen[-1]))
            candidates[it.person] = list(near.values())
        for key in keys:
            before[key].append(it)
    basis = Basis(
        vocabulary=matching.vocabulary(),
        comparer=Comparer(spellings.current()),
        model=matching.model(),
    )
    return decide(rows, candidates, basis)


def _suggestions(answer: Answer) -> list[NewSuggestion]:
    """Return what is asked of one record: its likeliest candidates."""
    if answer.match is Match.NEW:
        return []
    return [
        NewSuggestion(
            person_id=answer.number,
            candidate_id=it.person,
            kind=answer.doubt or doubt([it]),
            likelihood=round(it.likelihood * 1000),
            evidence={
                field.value: level.value for field, level in it.agreement.by_field().items()
            },
        )
        for it in answer.candidates
        if it.likelihood >= MAYBE_FROM
    ]


def _keys(known: Known) -> list[Key]:
    keys = [("name", it) for it in known.names]
    for traits in known.seen:
        keys += [("number", traits.number)] if traits.number else []
        keys += [("phone", traits.phone)] if traits.phone else []
    return keys


def _who_share() -> list[Known]:
    """Return the records that stand for a person and share a name, number or phone."""
    people = matching.known_people(
        names=_shared(PersonName.name_key, PersonName.person_id),
        numbers=_shared(Person.service_number_key, Person.id),
        phones=_shared(Person.phone, Person.id),
    )
    merged = identity.pointers()
    return [it for it in people if it.names and it.person not in merged]


def _shared(
    value: InstrumentedAttribute[str] | InstrumentedAttribute[str | None],
    of: InstrumentedAttribute[int],
) -> list[str]:
    bearers: ColumnElement[int] = func.count(of.distinct())
    query = select(value).where(value.is_not(None), value != "").group_by(value)
    return [
        it
        for it in db.session.scalars(query.having(bearers.between(2, MOST_BEARERS)))
        if it is not None
    ]


def _asked_before() -> set[Pair]:
    asked = select(Suggestion.person_id, Suggestion.candidate_id)
    apart = select(Distinction.one_id, Distinction.other_id)
    return {_pair(one, other) for it in (asked, apart) for one, other in db.session.execute(it)}


def _pair(one: int, other: int) -> Pair:
    return min(one, other), max(one, other)
