"""Who comes to a session, in which role, and with which pass code."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import structlog
from sqlalchemy import insert, select

from lms.accounts import audit
from lms.accounts.actors import Actor
from lms.db import WITH_WITHDRAWN
from lms.extensions import db
from lms.people.models import Category, Person
from lms.people.queries import identity
from lms.people.rules import NAMELESS, age_group
from lms.sessions import pass_codes
from lms.sessions.errors import (
    AlreadyEnrolled,
    CheckAgeOutside,
    MovementsUnnamed,
    SlotHasMarks,
    UnknownCategory,
)
from lms.sessions.models import (
    AttendanceMark,
    Participation,
    ParticipationRole,
    TrainingSession,
)
from lms.sessions.rules.ages import must_stay_unwritten
from lms.sessions.services._access import lock_for_writing
from lms.sessions.values import AS_REGISTERED, Enrolment, Snapshot

log = structlog.get_logger(__name__)


def enrol(
    *,
    training_session: TrainingSession,
    person: Person,
    role: ParticipationRole = ParticipationRole.PARTICIPANT,
    then: Snapshot = AS_REGISTERED,
    actor: Actor,
) -> Participation:
    """Add one person as ``enrol_many`` does, with the same errors."""
    enrolments = [Enrolment(person=person, role=role, then=then)]
    return enrol_many(training_session=training_session, enrolments=enrolments, actor=actor)[0]


def enrol_many(
    *, training_session: TrainingSession, enrolments: Sequence[Enrolment], actor: Actor
) -> list[Participation]:
    """Add persons to a session, in the same order, each with a pass code of their own.

    Capacity is not enforced: whoever came is recorded; of several records of one person the one
    that stands for them is (R14). Raises ``AlreadyEnrolled`` for a person
    who is in the session, in whatever role, or twice in ``enrolments``; ``CheckAgeOutside``
    where a row must leave no trace (R16); ``MovementsUnnamed`` where only a headcount may be
    kept (DOMAIN 7); ``SessionOver``; and then adds nobody.
    """
    lock_for_writing(training_session=training_session, act="training_session.enrol", actor=actor)
    if not enrolments:
        return []
    present, taken = _present(training_session.id), _taken(training_session.id)
    categories = {it.id: it for it in db.session.scalars(select(Category))}
    rows: list[dict[str, Any]] = []
    root_of = identity.roots({*present, *(it.person.id for it in enrolments)})
    here = {root_of[person_id]: role for person_id, role in present.items()}
    for it in _standing(enrolments, root_of):
        if it.person.id in here:
            raise AlreadyEnrolled(it.person.id, here[it.person.id])
        here[it.person.id] = it.role
        row = _row(training_session, it, categories)
        row["pass_code"] = it.pass_code or pass_codes.draw(taken)
        taken.add(row["pass_code"])
        rows.append(row)
    added = list(
        db.session.scalars(
            insert(Participation).returning(Participation, sort_by_parameter_order=True), rows
        )
    )
    _record(training_session, added, actor)
    return added


def change_role(*, participation: Participation, role: ParticipationRole, actor: Actor) -> None:
    """Say that somebody was there in another role; marks stay. Raises ``SessionOver``."""
    training_session = participation.training_session
    lock_for_writing(
        training_session=training_session, act="participation.change_role", actor=actor
    )
    changes = {"role": [participation.role.value, role.value]}
    participation.role = role
    audit.record(
        "participation:role_changed",
        f"participation:{participation.id}",
        changes=changes,
        actor=actor,
    )


def withdraw(*, participation: Participation, actor: Actor) -> None:
    """Take somebody out who was entered by mistake.

    Raises ``SlotHasMarks`` once a mark was given, ``SessionOver``. Attempts at a quiz stop it
    in the database itself.
    """
    training_session = participation.training_session
    lock_for_writing(training_session=training_session, act="participation.withdraw", actor=actor)
    marked = db.session.scalar(
        select(AttendanceMark.slot_id)
        .where(AttendanceMark.participation_id == participation.id)
        .limit(1)
    )
    if marked is not None:
        raise SlotHasMarks(marked)
    audit.record(
        "participation:withdrawn",
        f"participation:{participation.id}",
        changes={"person": participation.person_id},
        actor=actor,
    )
    db.session.delete(participation)
    db.session.flush()  # a quiz begun refuses here, before the page says it is done


def _present(training_session_id: int) -> dict[int, ParticipationRole]:
    rows = db.session.execute(
        select(Participation.person_id, Participation.role).where(
            Participation.training_session_id == training_session_id
        )
    )
    return {row.person_id: row.role for row in rows}


def _taken(training_session_id: int) -> set[str]:
    """Return every pass code given in a session; that of somebody withdrawn opens nothing else."""
    codes = select(Participation.pass_code).where(
        Participation.training_session_id == training_session_id
    )
    return set(db.session.scalars(codes, execution_options=WITH_WITHDRAWN))


def _standing(enrolments: Sequence[Enrolment], root_of: Mapping[int, int]) -> Sequence[Enrolment]:
    """Return the enrolments with the records that stand for the persons."""
    merged = {root_of[it.person.id] for it in enrolments if root_of[it.person.id] != it.person.id}
    if not merged:
        return enrolments
    roots = {it.id: it for it in db.session.scalars(select(Person).where(Person.id.in_(merged)))}
    return [replace(it, person=roots.get(root_of[it.person.id], it.person)) for it in enrolments]


def _row(
    training_session: TrainingSession, enrolment: Enrolment, categories: dict[int, Category]
) -> dict[str, Any]:
    person, then = enrolment.person, enrolment.then
    category = categories.get(then.category_id or person.category_id)
    if category is None:
        raise UnknownCategory(f"category:{then.category_id}")
    top = categories[category.parent_id] if category.parent_id else category
    first_day, birth_date = training_session.first_day, person.birth_date
    if must_stay_unwritten(top_category=top.code, first_day=first_day, birth_date=birth_date):
        raise CheckAgeOutside(training_session.tag)
    nameless = top.code == NAMELESS
    if nameless and not training_session.names_movements:
        raise MovementsUnnamed(training_session.tag)
    return {
        "training_session_id": training_session.id,
        "person_id": person.id,
        "role": enrolment.role,
        "category_id": category.id,
        "organisation_id": None if nameless else then.organisation_id or person.organisation_id,
        "unit": None if nameless else person.unit if then.unit is None else then.unit,
        "rank": then.rank if then.rank is not None else person.rank,
        "sex": then.sex or person.sex,
        "age_group": age_group(
            birth_date=birth_date, minors_category=category.minors, day=first_day
        ),
    }


def _record(
    training_session: TrainingSession, added: Sequence[Participation], actor: Actor
) -> None:
    ids = [it.id for it in added]
    audit.record(
        "training_session:enrolled",
        training_session.tag,
        changes={"participations": ids},
        actor=actor,
    )
    log.info(
        "training_session.enrolled",
        id=training_session.id,
        added=len(ids),
        actor_kind=actor.kind,
        actor_id=actor.id,
    )
