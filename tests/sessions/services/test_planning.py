from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed, StaleEdit
from lms.extensions import db
from lms.people.kinds import AgeGroup
from lms.sessions import errors, services
from lms.sessions.kinds import Half, Status
from lms.sessions.models import TrainingSession
from lms.sessions.rules.timetable import SlotPlan
from lms.sessions.values import Plan
from tests.factories.accounts import UserFactory
from tests.factories.courses import CourseFactory, CourseVersionFactory
from tests.factories.people import OrganisationFactory
from tests.factories.sessions import FIRST_DAY, ParticipationFactory, PlaceFactory
from tests.sessions.given import given

pytestmark = pytest.mark.usefixtures("database")


def days(number: int, first: date = FIRST_DAY) -> tuple[SlotPlan, ...]:
    return tuple(SlotPlan(first + timedelta(n), Half.DAY, 360) for n in range(number))


def a_plan(**changes: object) -> Plan:
    """Return a plan of three days in Gao, given by a new trainer."""
    version = CourseVersionFactory.create()
    usual = Plan(
        course_id=version.course_id,
        place_id=PlaceFactory.create(name_fr="Gao").id,
        slots=days(3),
        facilitator_ids=(UserFactory.create().id,),
    )
    return replace(usual, **changes)  # type: ignore[arg-type]  # named as the fields are


def same_plan(training_session: TrainingSession) -> Plan:
    """Return the plan of a session as it stands."""
    return Plan(
        course_id=training_session.course_version.course_id,
        place_id=training_session.place_id,
        slots=tuple(SlotPlan(it.day, it.half, it.minutes, it.id) for it in training_session.slots),
        facilitator_ids=tuple(it.user_id for it in training_session.facilitators),
    )


def test_a_trainer_plans_what_they_give() -> None:
    trainer = UserFactory.create()
    plan = a_plan(facilitator_ids=(trainer.id,), venue="École de l’exemple")
    planned = services.schedule(plan=plan, actor=trainer.actor)
    assert planned.status is Status.PLANNED
    assert (planned.first_day, planned.last_day) == (FIRST_DAY, date(2014, 3, 14))
    assert [it.position for it in planned.slots] == [1, 2, 3]
    assert [(it.user_id, it.lead) for it in planned.facilitators] == [(trainer.id, True)]
    assert planned.short_code.startswith("GAO")
    trail = db.session.scalars(select(AuditEntry.action)).all()
    assert "training_session:scheduled" in trail


def test_sessions_of_a_course_are_numbered_in_turn() -> None:
    plan = a_plan()
    one = services.schedule(plan=plan, actor=SYSTEM)
    other = services.schedule(plan=plan, actor=SYSTEM)
    assert one.reference.endswith("-0001")
    assert other.reference.endswith("-0002")
    assert one.short_code != other.short_code


def test_a_short_code_may_be_given() -> None:
    assert services.schedule(plan=a_plan(short_code="GAO7"), actor=SYSTEM).short_code == "GAO7"


def test_the_version_in_force_on_the_first_day_is_kept() -> None:
    course = CourseFactory.create()
    old = CourseVersionFactory.create(course=course, effective_to=date(2014, 3, 31))
    new = CourseVersionFactory.create(course=course, number=2, effective_from=date(2014, 4, 1))
    plan = a_plan(course_id=course.id, slots=days(1, date(2014, 3, 31)))
    planned = services.schedule(plan=plan, actor=SYSTEM)
    assert planned.course_version == old
    later = replace(same_plan(planned), slots=days(1, date(2014, 4, 1)))
    services.revise(training_session=planned, plan=later, revision=1, actor=SYSTEM)
    assert planned.course_version == new


def test_partners_take_part_beside_the_lead() -> None:
    lead, other = OrganisationFactory.create_batch(2)
    plan = a_plan(
        lead_organisation_id=lead.id, joint_organisation_ids=(lead.id, other.id), capacity=30
    )
    planned = services.schedule(plan=plan, actor=SYSTEM)
    assert planned.lead_organisation == lead
    assert [it.organisation_id for it in planned.partners] == [other.id]


def test_what_cannot_be_planned_is_refused() -> None:
    course = CourseFactory.create()
    refused = [
        (errors.NoSlots, a_plan(slots=())),
        (errors.SlotsCollide, a_plan(slots=days(1) * 2)),
        (errors.CourseNotOffered, a_plan(course_id=course.id)),
        (errors.CourseNotOffered, a_plan(course_id=10_000)),
        (errors.PlaceNotValid, a_plan(place_id=PlaceFactory.create(release="cod-2021").id)),
        (errors.NoFacilitator, a_plan(facilitator_ids=())),
        (errors.NoFacilitator, a_plan(facilitator_ids=(UserFactory.create(active=False).id,))),
        (
            errors.NoFacilitator,
            a_plan(facilitator_ids=(UserFactory.create(role=Role.ADMINISTRATOR).id,)),
        ),
    ]
    for error, plan in refused:
        with pytest.raises(error):
            services.schedule(plan=plan, actor=SYSTEM)
        db.session.rollback()


def test_a_trainer_plans_nothing_for_others_alone() -> None:
    with pytest.raises(errors.MustFacilitate):
        services.schedule(plan=a_plan(), actor=UserFactory.create().actor)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.PARTICIPANT])
def test_others_plan_nothing(role: Role) -> None:
    with pytest.raises(NotAllowed):
        services.schedule(plan=a_plan(), actor=UserFactory.create(role=role).actor)


def test_planning_leaves_the_commit_to_its_caller() -> None:
    services.schedule(plan=a_plan(), actor=SYSTEM)
    db.session.rollback()
    assert db.session.scalars(select(TrainingSession)).all() == []


def test_the_plan_can_be_changed_slot_by_slot() -> None:
    it = given(days=3)
    kept = same_plan(it.training_session).slots[1:]
    added = SlotPlan(FIRST_DAY, Half.AFTERNOON, 90)
    plan = replace(same_plan(it.training_session), slots=(*kept, added), venue="Camp d’exemple")
    services.revise(training_session=it.training_session, plan=plan, revision=1, actor=it.actor)
    db.session.commit()
    found = [(slot.position, slot.half, slot.minutes) for slot in it.training_session.slots]
    assert found == [(1, Half.AFTERNOON, 90), (2, Half.DAY, 180), (3, Half.DAY, 180)]
    assert it.training_session.venue == "Camp d’exemple"
    assert it.training_session.revision == 2


def test_those_who_give_it_can_change() -> None:
    it = given()
    second = UserFactory.create()
    plan = replace(same_plan(it.training_session), facilitator_ids=(second.id, it.trainer.id))
    services.revise(training_session=it.training_session, plan=plan, revision=1, actor=it.actor)
    leads = {user.user_id: user.lead for user in it.training_session.facilitators}
    assert leads == {it.trainer.id: False, second.id: True}


def test_a_slot_with_marks_stays() -> None:
    it = given(days=2, people=1)
    it.mark("PB")
    plan = replace(same_plan(it.training_session), slots=same_plan(it.training_session).slots[1:])
    with pytest.raises(errors.SlotHasMarks):
        services.revise(
            training_session=it.training_session, plan=plan, revision=1, actor=it.actor
        )


def test_a_plan_saved_meanwhile_is_not_overwritten_unseen() -> None:
    it = given()
    with pytest.raises(StaleEdit):
        services.revise(
            training_session=it.training_session,
            plan=same_plan(it.training_session),
            revision=7,
            actor=it.actor,
        )


def test_a_new_first_day_says_again_who_is_a_minor() -> None:
    it = given()
    child = ParticipationFactory.create(
        training_session=it.training_session,
        person__birth_date=date(1996, 3, 12),
        age_group=AgeGroup.ADULT,
    )
    earlier = replace(same_plan(it.training_session), slots=days(1, date(2014, 3, 11)))
    services.revise(training_session=it.training_session, plan=earlier, revision=1, actor=it.actor)
    assert child.age_group is AgeGroup.MINOR


@pytest.mark.parametrize("status", [Status.CLOSED, Status.CANCELLED])
def test_what_is_over_is_planned_no_more(status: Status) -> None:
    it = given(status=status)
    with pytest.raises(errors.SessionOver):
        services.revise(
            training_session=it.training_session,
            plan=same_plan(it.training_session),
            revision=1,
            actor=it.actor,
        )


def test_another_trainer_changes_nothing() -> None:
    it = given()
    with pytest.raises(NotAllowed):
        services.revise(
            training_session=it.training_session,
            plan=same_plan(it.training_session),
            revision=1,
            actor=UserFactory.create().actor,
        )
