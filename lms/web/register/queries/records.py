"""One person of the register: everything that ever counted, and where it came from."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload

from lms.accounts.actors import Actor
from lms.certificates.models import Certificate
from lms.courses.models import CourseVersion
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from lms.figures.models import Fact
from lms.people.models import Category, Distinction, Merge, Person, PersonName, Suggestion
from lms.people.queries import identity, protection
from lms.sessions.kinds import MarkState
from lms.sessions.models import Participation, Slot, TrainingSession
from lms.sessions.queries.attendance import marks_of
from lms.web.register import guard
from lms.web.register.queries import rows
from lms.web.register.queries.rows import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One time in a session: what the sheet says, and what came of it."""

    participation: Participation
    marks: dict[int, MarkState]
    facts: Sequence[Fact]
    certificates: Sequence[Certificate]
    sources: Sequence[Source]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A person with all the records that were said to be theirs; the first one leads."""

    persons: Sequence[Person]
    protected: bool
    nameless: bool
    attendances: Sequence[Attendance]
    names: Sequence[PersonName]
    merges: Sequence[Merge]
    doubts: Sequence[Suggestion]
    apart: Sequence[Person]

    @property
    def person(self) -> Person:
        """The record that leads."""
        return self.persons[0]


def persons(person_id: int, *, today: date, actor: Actor) -> Sequence[Person]:
    """Return the records of one person, the leading one first.

    Raises ``NotFound``, and ``NotAllowed`` where one of them is not for the actor.
    """
    guard.require_reader(actor)
    found = identity.cluster(person_id)
    if not found:
        raise NotFound(f"person:{person_id}")
    _load_categories(found)
    guard.require_seen(found, today, actor)
    return found


def record(person_id: int, *, today: date, actor: Actor) -> Record:
    """Return the page of a person, as ``persons`` does; the statements do not grow with rows."""
    found = persons(person_id, today=today, actor=actor)
    protects = protection.guard(today)
    ids = [it.id for it in found]
    nameless = any(it.category_id in protects.nameless for it in found)
    nameless = nameless or _ever_nameless(ids, protects)
    if nameless and not guard.sees_protected(actor):
        raise NotAllowed("person.protected")
    every = guard.sees_protected(actor)
    return Record(
        persons=found,
        protected=nameless or any(protects.protects(it) for it in found),
        nameless=nameless,
        attendances=attendances(ids),
        names=_names(ids),
        merges=_merges(ids),
        doubts=[
            it
            for it in _doubts(ids)
            if every or not (protects.protects(it.person) or protects.protects(it.candidate))
        ],
        apart=[it for it in _apart(ids) if every or not protects.protects(it)],
    )


def attendances(person_ids: Collection[int]) -> list[Attendance]:
    """Return every time somebody was in a session, earliest first."""
    found = _participations(person_ids)
    ids = [it.id for it in found]
    marks, sources = marks_of(ids), rows.of_participations(ids)
    facts = _facts(ids)
    certificates = _certificates(ids)
    return [
        Attendance(
            participation=it,
            marks=marks.get(it.id, {}),
            facts=facts.get(it.id, []),
            certificates=certificates.get(it.id, []),
            sources=sources.get(it.id, []),
        )
        for it in found
    ]


def _participations(person_ids: Collection[int]) -> Sequence[Participation]:
    held = joinedload(Participation.training_session)
    return db.session.scalars(
        select(Participation)
        .join(Participation.training_session)
        .where(Participation.person_id.in_(person_ids))
        .options(
            held.joinedload(TrainingSession.course_version).joinedload(CourseVersion.course),
            held.joinedload(TrainingSession.place),
            held.selectinload(TrainingSession.slots),
            joinedload(Participation.category).joinedload(Category.parent),
            joinedload(Participation.organisation),
        )
        .order_by(TrainingSession.first_day, Participation.id)
    ).all()


def _facts(participation_ids: Collection[int]) -> dict[int, list[Fact]]:
    found: dict[int, list[Fact]] = {}
    for fact in db.session.scalars(
        select(Fact)
        .where(Fact.participation_id.in_(participation_ids))
        .options(joinedload(Fact.category).joinedload(Category.parent))
        .order_by(Fact.id)
    ):
        found.setdefault(fact.participation_id or 0, []).append(fact)
    return found


def _certificates(participation_ids: Collection[int]) -> dict[int, list[Certificate]]:
    found: dict[int, list[Certificate]] = {}
    for certificate in db.session.scalars(
        select(Certificate)
        .where(Certificate.participation_id.in_(participation_ids))
        .order_by(Certificate.id)
    ):
        found.setdefault(certificate.participation_id, []).append(certificate)
    return found


def _names(person_ids: Collection[int]) -> Sequence[PersonName]:
    return db.session.scalars(
        select(PersonName).where(PersonName.person_id.in_(person_ids)).order_by(PersonName.id)
    ).all()


def _merges(person_ids: Collection[int]) -> Sequence[Merge]:
    return db.session.scalars(
        select(Merge)
        .where(or_(Merge.merged_id.in_(person_ids), Merge.survivor_id.in_(person_ids)))
        .options(joinedload(Merge.merged), joinedload(Merge.survivor))
        .order_by(Merge.id)
    ).all()


def _doubts(person_ids: Collection[int]) -> Sequence[Suggestion]:
    return db.session.scalars(
        select(Suggestion)
        .where(or_(Suggestion.person_id.in_(person_ids), Suggestion.candidate_id.in_(person_ids)))
        .options(joinedload(Suggestion.person), joinedload(Suggestion.candidate))
        .order_by(Suggestion.id)
    ).all()


def _apart(person_ids: Collection[int]) -> Sequence[Person]:
    one = select(Distinction.other_id).where(Distinction.one_id.in_(person_ids))
    other = select(Distinction.one_id).where(Distinction.other_id.in_(person_ids))
    return db.session.scalars(
        select(Person).where(or_(Person.id.in_(one), Person.id.in_(other))).order_by(Person.id)
    ).all()


def _ever_nameless(person_ids: Collection[int], protects: protection.Guard) -> bool:
    """Tell whether somebody was ever counted where nobody is named (DOMAIN 7)."""
    query = select(func.count(Participation.id)).where(
        Participation.person_id.in_(person_ids), Participation.category_id.in_(protects.nameless)
    )
    return bool(db.session.scalar(query))


def _load_categories(persons: Sequence[Person]) -> None:
    """Fetch the categories of all records at once."""
    ids = [it.id for it in persons]
    options = [joinedload(Person.category).joinedload(Category.parent)]
    db.session.scalars(select(Person).where(Person.id.in_(ids)).options(*options)).all()


def slots(slot_ids: Collection[int]) -> dict[int, Slot]:
    """Return slots by their ids, each with its session and place."""
    found = db.session.scalars(
        select(Slot)
        .where(Slot.id.in_(slot_ids))
        .options(joinedload(Slot.training_session).joinedload(TrainingSession.place))
    )
    return {it.id: it for it in found}


def merge(merge_id: int, person_id: int, *, today: date, actor: Actor) -> Merge:
    """Return a merge that concerns a person. Raises ``NotFound``, ``NotAllowed``."""
    ids = {it.id for it in persons(person_id, today=today, actor=actor)}
    found = db.session.get(Merge, merge_id)
    if found is None or ids.isdisjoint({found.merged_id, found.survivor_id}):
        raise NotFound(f"merge:{merge_id}")
    guard.require_seen((found.merged, found.survivor), today, actor)
    return found
