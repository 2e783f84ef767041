"""Planning a session, and changing the plan until it is over."""

from collections.abc import Sequence

import structlog
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.models import User
from lms.accounts.permissions import require
from lms.courses import queries as courses
from lms.courses.models import Course, CourseVersion
from lms.errors import StaleEdit
from lms.extensions import db
from lms.people.rules import age_group
from lms.sessions.errors import (
    CourseNotOffered,
    MustFacilitate,
    NoFacilitator,
    NoSlots,
    PlaceNotValid,
    SlotsCollide,
)
from lms.sessions.models import (
    Facilitator,
    JointOrganisation,
    Participation,
    Place,
    TrainingSession,
)
from lms.sessions.rules import releases, short_codes, timetable
from lms.sessions.services._access import lock_for_writing
from lms.sessions.services._slots import set_slots
from lms.sessions.values import Plan

log = structlog.get_logger(__name__)

GIVERS = (Role.TRAINER, Role.UNIT_HEAD)


def schedule(*, plan: Plan, actor: Actor) -> TrainingSession:
    """Plan a session of the course version in force on its first day.

    Raises ``NoSlots``, ``SlotsCollide``, ``CourseNotOffered``, ``PlaceNotValid``,
    ``NoFacilitator``, and ``MustFacilitate`` for a trainer who is not among those who give it.
    """
    require(actor, "training_session.schedule", *GIVERS, system=True)
    # Two sessions of one course wait here for each other: each takes the next number.
    course = db.session.get(Course, plan.course_id, with_for_update=True)
    if course is None:
        raise CourseNotOffered(f"course:{plan.course_id}")
    _check_slots(plan)
    version, place = _version(plan), _place(plan)
    training_session = TrainingSession(
        reference=_reference(course),
        short_code=plan.short_code or _short_code(place),
        course_version=version,
        place=place,
        first_day=plan.first_day,
        last_day=plan.last_day,
    )
    _describe(training_session, plan)
    db.session.add(training_session)
    db.session.flush()  # the trail and the log need the id
    set_slots(training_session=training_session, plans=plan.slots, actor=actor)
    _set_facilitators(training_session, plan, actor)
    _set_partners(training_session, plan)
    db.session.flush()  # what the database itself refuses is refused here
    audit.record("training_session:scheduled", training_session.tag, actor=actor)
    log.info(
        "training_session.scheduled",
        id=training_session.id,
        actor_kind=actor.kind,
        actor_id=actor.id,
    )
    return training_session


def revise(
    *, training_session: TrainingSession, plan: Plan, revision: int, actor: Actor
) -> TrainingSession:
    """Change the plan of a session that is not over; the course itself stays.

    ``revision`` is the one the form was filled from. Raises ``StaleEdit`` when it was saved
    since, ``SlotHasMarks`` when a slot with marks is left out, and what ``schedule`` raises.
    """
    lock_for_writing(training_session=training_session, act="training_session.revise", actor=actor)
    if training_session.revision != revision:
        raise StaleEdit(training_session.tag)
    _check_slots(plan)
    before = (training_session.first_day, training_session.last_day)
    if plan.first_day != training_session.first_day:
        training_session.course_version = _version(plan)
    training_session.place = _place(plan)
    training_session.first_day, training_session.last_day = plan.first_day, plan.last_day
    _describe(training_session, plan)
    set_slots(training_session=training_session, plans=plan.slots, actor=actor)
    _set_facilitators(training_session, plan, actor)
    _set_partners(training_session, plan)
    if plan.first_day != before[0]:
        _reckon_ages(training_session)
    training_session.revision += 1
    db.session.flush()  # what the database itself refuses is refused here
    days = [str(it) for it in (*before, plan.first_day, plan.last_day)]
    audit.record(
        "training_session:revised", training_session.tag, changes={"days": days}, actor=actor
    )
    log.info(
        "training_session.revised",
        id=training_session.id,
        actor_kind=actor.kind,
        actor_id=actor.id,
    )
    return training_session


def _describe(training_session: TrainingSession, plan: Plan) -> None:
    training_session.venue = plan.venue
    training_session.lead_organisation_id = plan.lead_organisation_id
    training_session.phase = plan.phase
    training_session.delivery = plan.delivery
    training_session.languages = list(plan.languages)
    training_session.capacity = plan.capacity


def _check_slots(plan: Plan) -> None:
    if not plan.slots:
        raise NoSlots("training_session")
    if timetable.collide(plan.slots):
        raise SlotsCollide("training_session")


def _version(plan: Plan) -> CourseVersion:
    for version in courses.offered_on(plan.first_day):
        if version.course_id == plan.course_id:
            return version
    raise CourseNotOffered(f"course:{plan.course_id}")


def _place(plan: Plan) -> Place:
    place = db.session.get(Place, plan.place_id)
    if place is None or place.release != releases.release_on(plan.first_day):
        raise PlaceNotValid(f"place:{plan.place_id}")
    return place


def _reference(course: Course) -> str:
    """Return the course's code and the next running number; sessions are never deleted."""
    given = db.session.scalar(
        select(func.count())
        .select_from(TrainingSession)
        .join(TrainingSession.course_version)
        .where(CourseVersion.course_id == course.id)
    )
    return f"{course.code}-{(given or 0) + 1:04d}"


def _short_code(place: Place) -> str:
    start = short_codes.prefix(place.name_fr)
    taken = db.session.scalars(
        select(TrainingSession.short_code).where(TrainingSession.short_code.startswith(start))
    )
    return short_codes.draw(place.name_fr, set(taken))


def _set_facilitators(training_session: TrainingSession, plan: Plan, actor: Actor) -> None:
    if actor.role is Role.TRAINER and actor.user_id not in plan.facilitator_ids:
        raise MustFacilitate(f"user:{actor.user_id}")
    wanted = list(dict.fromkeys(plan.facilitator_ids))
    able = db.session.scalars(
        select(User.id).where(User.id.in_(wanted), User.active, User.role.in_(GIVERS))
    )
    already = {it.user_id for it in training_session.facilitators}
    if not wanted or set(wanted) - {*able, *already}:
        raise NoFacilitator("training_session")
    for it in [it for it in training_session.facilitators if it.user_id not in wanted]:
        training_session.facilitators.remove(it)
    for user_id in wanted:
        if user_id not in already:
            training_session.facilitators.append(Facilitator(user_id=user_id))
    for it in training_session.facilitators:
        it.lead = it.user_id == wanted[0]


def _set_partners(training_session: TrainingSession, plan: Plan) -> None:
    wanted = set(plan.joint_organisation_ids) - {plan.lead_organisation_id}
    for it in [it for it in training_session.partners if it.organisation_id not in wanted]:
        training_session.partners.remove(it)
    present = {it.organisation_id for it in training_session.partners}
    for organisation_id in sorted(wanted - present):
        training_session.partners.append(JointOrganisation(organisation_id=organisation_id))


def _reckon_ages(training_session: TrainingSession) -> None:
    """Say again who is a minor: what counts is the first day, and it has moved (R12)."""
    for it in _with_births(training_session.id):
        it.age_group = age_group(
            birth_date=it.person.birth_date,
            minors_category=it.category.minors,
            day=training_session.first_day,
        )


def _with_births(training_session_id: int) -> Sequence[Participation]:
    return db.session.scalars(
        select(Participation)
        .options(joinedload(Participation.person), joinedload(Participation.category))
        .where(Participation.training_session_id == training_session_id)
    ).all()
