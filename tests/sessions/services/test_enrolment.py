from datetime import date

import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.people.kinds import AgeGroup, Sex
from lms.sessions import errors, pass_codes, services
from lms.sessions.kinds import ParticipationRole, Status
from lms.sessions.models import Participation
from lms.sessions.values import Enrolment, Snapshot
from tests.factories.accounts import UserFactory
from tests.factories.people import CategoryFactory, OrganisationFactory, PersonFactory
from tests.factories.sessions import ParticipationFactory
from tests.sessions.given import given

pytestmark = pytest.mark.usefixtures("database")


def test_a_person_is_copied_as_they_are_now() -> None:
    it, person = given(), PersonFactory.create(rank="Sgt", unit="1re compagnie")
    added = services.enrol(training_session=it.training_session, person=person, actor=it.actor)
    assert (added.rank, added.unit, added.sex) == ("Sgt", "1re compagnie", Sex.FEMALE)
    assert added.category_id == person.category_id
    assert added.age_group is AgeGroup.ADULT
    assert pass_codes.read(added.pass_code) == added.pass_code
    entry = db.session.scalars(select(AuditEntry)).one()
    assert entry.changes == {"participations": [added.id]}


def test_what_a_list_says_of_that_day_comes_first() -> None:
    it, person = given(), PersonFactory.create(rank="Sgt")
    category, body = CategoryFactory.create(minors=True), OrganisationFactory.create()
    then = Snapshot(
        category_id=category.id, organisation_id=body.id, rank="Adj", unit="", sex=Sex.MALE
    )
    added = services.enrol(
        training_session=it.training_session, person=person, then=then, actor=it.actor
    )
    assert (added.category, added.organisation, added.rank) == (category, body, "Adj")
    assert (added.unit, added.sex, added.age_group) == ("", Sex.MALE, AgeGroup.MINOR)


def test_many_come_in_at_once_each_with_a_pass_code() -> None:
    it = given()
    people = PersonFactory.create_batch(30)
    added = services.enrol_many(
        training_session=it.training_session,
        enrolments=[Enrolment(person=person) for person in people],
        actor=SYSTEM,
    )
    assert [one.person_id for one in added] == [person.id for person in people]
    assert len({one.pass_code for one in added}) == 30
    assert len(db.session.scalars(select(AuditEntry)).all()) == 1


def test_of_a_merged_record_the_one_that_stands_for_the_person_comes() -> None:
    it, survivor = given(), PersonFactory.create(rank="Adj")
    record = PersonFactory.create(rank="Sgt", merged_into_id=survivor.id)
    added = services.enrol(training_session=it.training_session, person=record, actor=it.actor)
    assert (added.person_id, added.rank) == (survivor.id, "Adj")


@pytest.mark.parametrize("first", [0, 1])
def test_a_person_comes_once_under_whatever_record(first: int) -> None:
    """R8: nor in another role."""
    it, survivor = given(), PersonFactory.create()
    records = [PersonFactory.create(merged_into_id=survivor.id), survivor]
    participation = ParticipationFactory.create(
        training_session=it.training_session, person=records[first]
    )
    with pytest.raises(errors.AlreadyEnrolled) as raised:
        services.enrol(
            training_session=it.training_session,
            person=records[1 - first],
            role=ParticipationRole.TRAINER,
            actor=it.actor,
        )
    assert raised.value.role is participation.role


def test_nobody_is_no_work() -> None:
    it = given()
    assert not services.enrol_many(
        training_session=it.training_session, enrolments=[], actor=it.actor
    )


def test_a_pass_code_may_be_given() -> None:
    it = given()
    enrolment = Enrolment(person=PersonFactory.create(), pass_code="4180362")
    (added,) = services.enrol_many(
        training_session=it.training_session, enrolments=[enrolment], actor=SYSTEM
    )
    assert added.pass_code == "4180362"


def test_nobody_is_participant_and_trainer_at_once() -> None:
    it = given(people=1)
    with pytest.raises(errors.AlreadyEnrolled) as caught:
        services.enrol(
            training_session=it.training_session,
            person=it.participations[0].person,
            role=ParticipationRole.TRAINER,
            actor=it.actor,
        )
    assert caught.value.role is ParticipationRole.PARTICIPANT


def test_one_refusal_adds_nobody() -> None:
    it, person = given(), PersonFactory.create()
    twice = [Enrolment(person=PersonFactory.create()), *[Enrolment(person=person)] * 2]
    with pytest.raises(errors.AlreadyEnrolled):
        services.enrol_many(training_session=it.training_session, enrolments=twice, actor=it.actor)
    assert not db.session.scalars(select(Participation)).all()


def test_a_minor_among_the_forces_leaves_no_trace() -> None:
    it = given()
    army = CategoryFactory.create(parent=CategoryFactory.create(code="malian-forces"))
    child = PersonFactory.create(category=army, birth_date=date(1999, 1, 1))
    with pytest.raises(errors.CheckAgeOutside) as caught:
        services.enrol(training_session=it.training_session, person=child, actor=it.actor)
    assert caught.value.args == (it.training_session.tag,)


def test_an_unknown_category_is_refused() -> None:
    it = given()
    with pytest.raises(errors.UnknownCategory):
        services.enrol(
            training_session=it.training_session,
            person=PersonFactory.create(),
            then=Snapshot(category_id=10_000),
            actor=it.actor,
        )


@pytest.mark.parametrize("status", [Status.CLOSED, Status.CANCELLED])
def test_nobody_comes_to_a_session_that_is_over(status: Status) -> None:
    it = given(status=status)
    with pytest.raises(errors.SessionOver):
        services.enrol(
            training_session=it.training_session, person=PersonFactory.create(), actor=it.actor
        )


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.UNIT_HEAD}))
def test_only_those_who_give_it_and_the_unit_head_enrol(role: Role) -> None:
    it = given()
    with pytest.raises(NotAllowed):
        services.enrol(
            training_session=it.training_session,
            person=PersonFactory.create(),
            actor=UserFactory.create(role=role).actor,
        )


def test_enrolling_leaves_the_commit_to_its_caller() -> None:
    it = given()
    services.enrol(
        training_session=it.training_session, person=PersonFactory.create(), actor=it.actor
    )
    db.session.rollback()
    assert not db.session.scalars(select(Participation)).all()


def test_a_role_can_be_put_right() -> None:
    it = given(people=1)
    services.change_role(
        participation=it.participations[0], role=ParticipationRole.INTERPRETER, actor=it.actor
    )
    assert it.participations[0].role is ParticipationRole.INTERPRETER
    entry = db.session.scalars(select(AuditEntry)).one()
    assert entry.changes == {"role": ["participant", "interpreter"]}


def test_who_was_entered_by_mistake_is_taken_out() -> None:
    it = given(people=2)
    services.withdraw(participation=it.participations[0], actor=it.actor)
    left = db.session.scalars(select(Participation)).all()
    assert left == [it.participations[1]]


def test_who_has_marks_stays() -> None:
    it = given(people=1)
    it.mark("A")
    with pytest.raises(errors.SlotHasMarks):
        services.withdraw(participation=it.participations[0], actor=it.actor)


def test_members_of_armed_movements_are_not_named_unless_a_unit_head_lets_them_be() -> None:
    it = given()
    movement = CategoryFactory.create(code="armed-movements")
    person = PersonFactory.create(category=CategoryFactory.create(parent=movement))
    with pytest.raises(errors.MovementsUnnamed):
        services.enrol(training_session=it.training_session, person=person, actor=SYSTEM)
    assert not db.session.scalars(select(Participation)).all()


def test_of_who_is_named_with_a_movement_no_organisation_is_kept() -> None:
    it = given(names_movements=True)
    movement, body = CategoryFactory.create(code="armed-movements"), OrganisationFactory.create()
    person = PersonFactory.create(unit="Bataillon d’exemple", organisation=body)
    then = Snapshot(category_id=movement.id, organisation_id=body.id, unit="Exemple")
    added = services.enrol(
        training_session=it.training_session, person=person, then=then, actor=SYSTEM
    )
    assert (added.organisation_id, added.unit) == (None, None)
