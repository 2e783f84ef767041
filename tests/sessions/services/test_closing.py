from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import date, datetime

import pytest
from flask import Flask
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Actor
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.sessions import errors, services
from lms.sessions.closing import Hint
from lms.sessions.kinds import MarkState, ParticipationRole, Status
from lms.sessions.models import Participation, Slot, TrainingSession
from lms.sessions.outcome import Outcome
from lms.signals import (
    training_session_closed,
    training_session_closing_asked,
    training_session_ending,
)
from lms.unit.rules import FIRST
from tests.factories.accounts import UserFactory
from tests.sessions.given import NOW, Given, given

pytestmark = pytest.mark.usefixtures("database")


def close(it: Given, actor: Actor | None = None) -> None:
    services.close(training_session=it.training_session, now=NOW, actor=actor or it.actor)


def outcomes(it: Given) -> list[Outcome | None]:
    return [person.outcome for person in it.participations]


def test_every_participation_is_judged_once() -> None:
    it = given(days=3, people=4)
    it.mark("PPP", "PPA", "AAA", "PPP")
    it.participations[3].role = ParticipationRole.TRAINER
    close(it)
    assert outcomes(it) == [Outcome.TRAINED, Outcome.SENSITIZED, Outcome.NONE, Outcome.NONE]
    one = it.participations[1]
    assert (one.marks_obtained, one.marks_held, one.minutes) == (2, 3, 360)
    assert one.rule_version == FIRST
    assert it.training_session.status is Status.CLOSED
    assert (it.training_session.closed_at, it.training_session.closed_by_id) == (
        NOW,
        it.trainer.id,
    )


def test_the_list_of_gao_gives_35_trained_and_11_sensitized() -> None:
    it = given(days=3, people=46)
    it.mark(*["PPP"] * 35, *["PAP"] * 10, "PAA")
    close(it)
    assert outcomes(it).count(Outcome.TRAINED) == 35
    assert outcomes(it).count(Outcome.SENSITIZED) == 11


def test_a_slot_not_held_leaves_the_divisor_and_the_days() -> None:
    it = given(days=3, people=1)
    it.mark("PPB")
    services.settle_slot(slot=it.slots[2], held=False, actor=it.actor)
    close(it)
    assert outcomes(it) == [Outcome.TRAINED]
    assert it.training_session.last_day == date(2014, 3, 13)


def test_a_slot_without_any_mark_holds_closing_back() -> None:
    it = given(days=2, people=1)
    it.mark("PB")
    with pytest.raises(errors.NotReady) as caught:
        close(it)
    assert caught.value.report.unmarked == (it.slots[1].id,)
    assert it.training_session.status is Status.OPEN


def test_a_session_ends_before_it_is_closed() -> None:
    it = given(people=1)
    it.mark("P")
    early = datetime(2014, 3, 11, 12, tzinfo=NOW.tzinfo)
    with pytest.raises(errors.NotReady) as caught:
        services.close(training_session=it.training_session, now=early, actor=it.actor)
    assert not caught.value.report.ended


def test_rooms_above_are_told_and_may_hold_it_back() -> None:
    it = given(people=1)
    it.mark("P")
    heard: list[object] = []

    def ended(sender: object, **more: object) -> None:
        heard.append(("ending", sender, more))

    def closed(sender: object, **more: object) -> None:
        heard.append(("closed", sender, more))

    def missing(_sender: object) -> list[Hint]:
        return [Hint("The quiz is missing.", blocks=True)]

    with (
        training_session_ending.connected_to(ended),
        training_session_closed.connected_to(closed),
    ):
        with (
            training_session_closing_asked.connected_to(missing),
            pytest.raises(errors.NotReady) as caught,
        ):
            close(it)
        assert heard == []
        close(it)
    assert caught.value.report.hints[0].sentence == "The quiz is missing."
    told = {"actor": it.actor, "now": NOW}
    assert heard == [
        ("ending", it.training_session, told),
        ("closed", it.training_session, told),
    ]


def test_closing_leaves_a_trace_with_numbers_and_no_names() -> None:
    it = given(people=1)
    it.mark("P")
    close(it)
    entry = db.session.scalars(
        select(AuditEntry).where(AuditEntry.action == "training_session:closed")
    ).one()
    assert entry.target == it.training_session.tag
    assert entry.changes == {
        "trained": 1,
        "sensitized": 0,
        "none": 0,
        "headcount": 0,
        "rule_version": FIRST,
    }


def test_closing_leaves_the_commit_to_its_caller() -> None:
    it = given(people=1)
    it.mark("P")
    close(it, SYSTEM)
    db.session.rollback()
    assert it.training_session.status is Status.OPEN
    assert outcomes(it) == [None]


def test_another_trainer_closes_nothing() -> None:
    it = given(people=1)
    it.mark("P")
    with pytest.raises(NotAllowed):
        close(it, UserFactory.create().actor)


def _late(app: Flask, act: Callable[[], None]) -> Future[None]:
    """Start ``act`` beside the open transaction, see it wait, then let it through."""

    def run() -> None:
        with app.app_context():
            act()

    with ThreadPoolExecutor() as pool:
        late = pool.submit(run)
        assert not wait([late], timeout=0.3).done, "the second must wait for the first"
        db.session.commit()
    return late


def test_two_who_close_at_once_meet(app: Flask) -> None:
    it = given(people=1)
    it.mark("P")
    session_id, actor = it.id, it.actor

    def again() -> None:
        training_session = db.session.get_one(TrainingSession, session_id)
        services.close(training_session=training_session, now=NOW, actor=actor)

    close(it)
    assert isinstance(_late(app, again).exception(), errors.SessionOver)


def test_a_mark_that_meets_closing_is_refused(app: Flask) -> None:
    it = given(people=1)
    it.mark("P")
    person_id, slot_id, actor = it.participations[0].id, it.slots[0].id, it.actor

    def mark() -> None:
        services.mark(
            participation=db.session.get_one(Participation, person_id),
            slot=db.session.get_one(Slot, slot_id),
            state=MarkState.ABSENT,
            now=NOW,
            actor=actor,
        )

    close(it)
    assert isinstance(_late(app, mark).exception(), errors.SessionOver)
    assert outcomes(it) == [Outcome.TRAINED]
