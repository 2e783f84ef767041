"""What participations of one person under several records come to together (R8, R14)."""

import pytest
from sqlalchemy import select

from lms.extensions import db
from lms.people.models import Person
from lms.sessions.kinds import MarkState, ParticipationRole
from lms.sessions.models import Participation, TrainingSession
from lms.sessions.outcome import Outcome
from lms.sessions.queries import uniting
from tests.factories.people import MergeFactory, PersonFactory
from tests.factories.sessions import ParticipationFactory
from tests.figures.given import session_with

pytestmark = pytest.mark.usefixtures("database")
CONTRARY = (MarkState.PRESENT, MarkState.ABSENT)


def two() -> tuple[Person, Person]:
    return PersonFactory.create(), PersonFactory.create()


def joined(merged: Person, survivor: Person, **settled: str) -> None:
    """Point one record to another, whatever the rooms would say."""
    slots = {it.removeprefix("slot_"): state for it, state in settled.items()}
    merged.merged_into_id = survivor.id
    MergeFactory.create(merged=merged, survivor=survivor, settled=slots)


def standings(training_session: TrainingSession) -> list[tuple[int, Outcome, int | None]]:
    return [(it.person_id, it.outcome, it.minutes) for it in uniting.standings(training_session)]


def last_slot(training_session: TrainingSession) -> int:
    return training_session.slots[-1].id


def test_whoever_stands_there_once_keeps_what_closing_judged() -> None:
    one, other = two()
    training_session = session_with({one: "PPP", other: "P--"})
    for it in db.session.scalars(select(Participation)):
        it.minutes = 7
    db.session.commit()
    assert standings(training_session) == [
        (one.id, Outcome.TRAINED, 7),
        (other.id, Outcome.SENSITIZED, 7),
    ]


def test_marks_under_two_records_are_judged_together() -> None:
    one, other = two()
    training_session = session_with({one: "PP-", other: "--P"})
    joined(one, other)
    assert standings(training_session) == [(other.id, Outcome.TRAINED, 1080)]


@pytest.mark.parametrize(
    ("answer", "outcome"), [("present", Outcome.TRAINED), ("absent", Outcome.SENSITIZED)]
)
def test_contrary_marks_count_as_somebody_settled_them(answer: str, outcome: Outcome) -> None:
    one, other = two()
    training_session = session_with({one: "PPP", other: "PPA"})
    joined(one, other, **{f"slot_{last_slot(training_session)}": answer})
    ((_, found, _),) = standings(training_session)
    assert found is outcome


def test_a_trainer_comes_to_nothing() -> None:
    one, trainer = two()
    training_session = session_with({one: "PPP"})
    ParticipationFactory.create(
        training_session=training_session, person=trainer, role=ParticipationRole.TRAINER
    )
    assert [it[0] for it in standings(training_session)] == [one.id]
    assert set(uniting.persons_of(training_session.id)) == {one.id, trainer.id}


def test_contrary_marks_are_found_before_two_are_said_to_be_one() -> None:
    one, other = two()
    third = PersonFactory.create()
    training_session = session_with({one: "PP-", other: "PLA", third: "PPP"})
    found = uniting.contraries({training_session.id}, {other.id, third.id})
    assert [(it.training_session_id, it.slot_id, it.states) for it in found] == [
        (training_session.id, last_slot(training_session), CONTRARY)
    ]
    assert uniting.contraries({training_session.id}, {one.id, other.id}) == []


def test_contrary_marks_of_one_person_stay_unsettled_until_somebody_says() -> None:
    one, other = two()
    training_session = session_with({one: "PPP", other: "PPA"})
    slot = last_slot(training_session)
    assert uniting.unsettled(training_session.id) == []
    joined(one, other)
    assert [(it.slot_id, it.states) for it in uniting.unsettled(training_session.id)] == [
        (slot, CONTRARY)
    ]
    joined(PersonFactory.create(), other, **{f"slot_{slot}": "absent"})
    assert uniting.unsettled(training_session.id) == []


def test_each_session_has_its_own_marks_of_somebody_of_two_records() -> None:
    one, other = two()
    first, second = session_with({one: "PP-", other: "--P"}), session_with({one: "PAA"})
    joined(one, other)
    found = uniting.standings_in([first, second])
    assert [it.outcome for it in found[first.id]] == [Outcome.TRAINED]
    assert [it.outcome for it in found[second.id]] == [Outcome.SENSITIZED]
