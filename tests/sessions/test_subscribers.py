"""What sessions answer when two records may be one person, and when somebody is erased."""

from datetime import UTC, datetime

import pytest

from lms.accounts.actors import Role
from lms.people.models import Person
from lms.people.values import Contradiction, Objection
from lms.sessions.kinds import ParticipationRole
from lms.sessions.models import Participation, TrainingSession
from lms.sessions.subscribers import forget_person, tell_contrary_marks, told_of_merging
from tests.factories.accounts import UserFactory
from tests.factories.people import MergeFactory, PersonFactory
from tests.factories.sessions import ParticipationFactory
from tests.figures.given import session_with

pytestmark = pytest.mark.usefixtures("database")
NOW = datetime(2014, 4, 1, 9, tzinfo=UTC)


def two() -> tuple[Person, Person]:
    return PersonFactory.create(), PersonFactory.create()


def trainer_in(training_session: TrainingSession, person: Person) -> Participation:
    it: Participation = ParticipationFactory.create(
        training_session=training_session, person=person, role=ParticipationRole.TRAINER
    )
    return it


def joined(merged: Person, survivor: Person, settled: dict[str, str]) -> None:
    """Point one record to another, whatever the rooms would say."""
    merged.merged_into_id = survivor.id
    MergeFactory.create(merged=merged, survivor=survivor, settled=settled)


def test_nobody_may_be_trainer_and_participant_of_one_session() -> None:
    """R8."""
    one, other = two()
    training_session = session_with({one: "PPP"})
    trainer_in(training_session, other)
    assert told_of_merging(one, survivor=other) == [
        Objection(reason="two_roles", target=f"training_session:{training_session.id}")
    ]


def test_a_record_joined_before_is_objected_to_as_well() -> None:
    one, other = two()
    before = PersonFactory.create(merged_into_id=other.id)
    trainer_in(session_with({one: "PPP"}), before)
    assert [type(it) for it in told_of_merging(one, survivor=other)] == [Objection]


def test_a_trainer_under_two_records_and_a_trainer_elsewhere_are_no_objection() -> None:
    one, other = two()
    training_session = session_with({PersonFactory.create(): "PPP"})
    trainer_in(training_session, one)
    trainer_in(training_session, other)
    session_with({one: "PPP"})
    assert told_of_merging(one, survivor=other) == []


def test_contrary_marks_are_asked_about_until_somebody_settled_them() -> None:
    """R14."""
    one, other = two()
    training_session = session_with({one: "PPP", other: "PPA"})
    slot = training_session.slots[-1].id
    asked = told_of_merging(one, survivor=other)
    joined(PersonFactory.create(), other, {str(slot): "absent"})
    assert asked == [Contradiction(slot_id=slot, states=("present", "absent"))]
    assert told_of_merging(one, survivor=other) == []


def test_contrary_marks_left_over_are_told_before_closing_and_do_not_block() -> None:
    one, other = two()
    training_session = session_with({one: "PPP", other: "PPA"}, close=False)
    none_yet = tell_contrary_marks(training_session)
    joined(one, other, {})
    (hint,) = tell_contrary_marks(training_session)
    assert (none_yet, hint.blocks, hint.endpoint) == ([], False, "sessions.roll")


def test_of_somebody_erased_sessions_keep_what_figures_need() -> None:
    it: Participation = ParticipationFactory.create(rank="Sgt", unit="Exemple")
    kept, slip = (it.category_id, it.sex, it.age_group), it.pass_code
    head = UserFactory.create(role=Role.UNIT_HEAD).actor
    forget_person(it.person, actor=head, now=NOW)
    assert (it.rank, it.unit, it.pass_code == slip) == (None, None, False)
    assert (it.category_id, it.sex, it.age_group) == kept
