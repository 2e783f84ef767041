"""What sessions answer when the register asks whether two records may be one person."""

from collections import defaultdict
from datetime import datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from lms.accounts.actors import Actor
from lms.extensions import db
from lms.people.models import Person
from lms.people.queries import identity
from lms.people.values import Contradiction, Objection
from lms.sessions import services
from lms.sessions.closing import Hint
from lms.sessions.models import Participation, ParticipationRole, TrainingSession
from lms.sessions.queries import uniting
from lms.signals import person_erased, persons_merging_asked, training_session_closing_asked

TWO_ROLES = "two_roles"


def connect() -> None:
    """Begin to listen; called once by the application."""
    persons_merging_asked.connect(told_of_merging)
    training_session_closing_asked.connect(tell_contrary_marks)
    person_erased.connect(forget_person)


def told_of_merging(merged: Person, *, survivor: Person) -> list[Objection | Contradiction]:
    """Object where one person would be trainer and participant of one session (R8).

    Contrary marks in the sessions that both came to are asked about (R14).
    """
    persons = identity.cluster_ids(merged.id, survivor.id)
    roles: dict[int, list[ParticipationRole]] = defaultdict(list)
    for it in db.session.execute(
        select(Participation.training_session_id, Participation.role).where(
            Participation.person_id.in_(persons)
        )
    ):
        roles[it.training_session_id].append(it.role)
    objections = [
        Objection(reason=TWO_ROLES, target=f"training_session:{session_id}")
        for session_id, those in sorted(roles.items())
        if len(set(those)) > 1 and ParticipationRole.PARTICIPANT in those
    ]
    shared = {session_id for session_id, those in roles.items() if len(those) > 1}
    known = identity.settled(identity.roots(persons).values())
    settled = {slot for slots in known.values() for slot in slots}
    asked = [
        Contradiction(slot_id=it.slot_id, states=(str(it.states[0]), str(it.states[1])))
        for it in uniting.contraries(shared, persons)
        if it.slot_id not in settled
    ]
    return [*objections, *asked]


def tell_contrary_marks(training_session: TrainingSession) -> list[Hint]:
    """Say before closing that one person has contrary marks under two records."""
    if not uniting.unsettled(training_session.id):
        return []
    said = _l("One person has contrary marks under two records; they will count as present.")
    return [Hint(sentence=said, endpoint="sessions.roll")]


def forget_person(person: Person, *, actor: Actor, now: datetime) -> None:
    """Keep of somebody erased what figures need, and nothing else."""
    del now
    services.forget(person_id=person.id, actor=actor)
