"""Everything kept of one person, gathered from all rooms (DOMAIN 7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.certificates.models import Certificate
from lms.db import WITH_WITHDRAWN
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from lms.lists.models import ImportedRow
from lms.people.models import Category, Person, PersonName
from lms.people.names import pseudonym, record_number
from lms.people.queries import identity
from lms.people.queries.protection import protected
from lms.people.rules import NAMELESS
from lms.quizzes.models import Attempt
from lms.sessions.models import Half, MarkState, Participation, TrainingSession
from lms.sessions.queries.attendance import marks_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """All rows that tell of one person; the record that stands for them comes first."""

    records: Sequence[Person]
    spellings: Sequence[PersonName]
    participations: Sequence[Participation]
    attempts: Sequence[Attempt]
    certificates: Sequence[Certificate]
    rows: Sequence[ImportedRow]
    sheets: Mapping[int, Mapping[int, MarkState]]
    """The mark of each slot, by participation."""
    nameless: bool
    """No export carries the name of a minor or of a member of an armed movement."""

    def called(self, record: Person) -> str:
        """Return the number by which the pages call a record."""
        return pseudonym(record.id) if self.nameless else record_number(record.id)

    @property
    def number(self) -> str:
        """The number of the record that stands for the person."""
        return self.called(self.records[0])

    def marks(self, it: Participation) -> list[tuple[date, Half, MarkState]]:
        """Return day, part of the day and mark of each slot that has one."""
        found = self.sheets.get(it.id, {})
        return [
            (slot.day, slot.half, found[slot.id])
            for slot in it.training_session.slots
            if slot.id in found
        ]


def person_to_erase(person_id: int, actor: Actor) -> Person:
    """Return whom a unit head may erase. Raises ``NotAllowed``, ``NotFound``."""
    require(actor, "person.erase", Role.UNIT_HEAD)
    return _person(person_id)


def kept(person_id: int, *, today: date, actor: Actor) -> Kept:
    """Return what is kept of a person; of whom a pseudonym protects, to the unit head alone.

    Raises ``NotAllowed``, and ``NotFound`` for nobody and for somebody erased.
    """
    require(actor, "person.sheet", Role.UNIT_HEAD, Role.ADMINISTRATOR)
    _person(person_id)
    records = identity.cluster(person_id)
    ids = [it.id for it in records]
    participations = _participations(ids)
    hidden = any(protected(it, day=today) for it in records) or any(
        (it.category.parent or it.category).code == NAMELESS for it in participations
    )
    if hidden and actor.role is not Role.UNIT_HEAD:
        raise NotAllowed("person.sheet")
    # Whoever came as a minor is grown up now, and was not then.
    nameless = hidden or any(
        protected(it.person, day=it.training_session.first_day, category=it.category)
        for it in participations
    )
    there = [it.id for it in participations]
    return Kept(
        records=records,
        spellings=db.session.scalars(
            select(PersonName).where(PersonName.person_id.in_(ids)).order_by(PersonName.id)
        ).all(),
        participations=participations,
        attempts=db.session.scalars(
            select(Attempt)
            .options(joinedload(Attempt.quiz))
            .where(Attempt.participation_id.in_(there))
            .order_by(Attempt.id)
        ).all(),
        certificates=db.session.scalars(
            select(Certificate)
            .where(Certificate.participation_id.in_(there))
            .order_by(Certificate.id)
        ).all(),
        sheets=marks_of(there),
        rows=db.session.scalars(
            select(ImportedRow)
            .where(ImportedRow.participation_id.in_(there))
            .order_by(ImportedRow.id)
        ).all(),
        nameless=nameless,
    )


def _person(person_id: int) -> Person:
    found = db.session.get(Person, person_id, execution_options=WITH_WITHDRAWN)
    if found is None or found.erased_at is not None:
        raise NotFound(f"person:{person_id}")
    return found


def _participations(ids: Sequence[int]) -> Sequence[Participation]:
    return db.session.scalars(
        select(Participation)
        .join(Participation.training_session)
        .options(
            joinedload(Participation.training_session).selectinload(TrainingSession.slots),
            joinedload(Participation.category).joinedload(Category.parent),
            joinedload(Participation.person),
        )
        .where(Participation.person_id.in_(ids))
        .order_by(TrainingSession.first_day, Participation.id),
        execution_options=WITH_WITHDRAWN,
    ).all()
