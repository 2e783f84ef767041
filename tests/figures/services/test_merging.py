"""What a merge and its undoing do to the ledger: facts retracted and added (R14)."""

from collections.abc import Mapping

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy import func, select

from lms.accounts.actors import SYSTEM
from lms.extensions import db
from lms.figures.models import Fact
from lms.people import services
from lms.people.errors import MarksContradict, MergeRefused
from lms.people.models import Merge, Person
from lms.sessions import services as sessions
from lms.sessions.kinds import ParticipationRole
from lms.sessions.queries import report
from tests.factories.people import CategoryFactory, PersonFactory
from tests.factories.sessions import ParticipationFactory
from tests.figures.given import LAST, LATER, live, session_with

pytestmark = pytest.mark.usefixtures("database")
NOTHING: Mapping[int, str] = {}


def two() -> tuple[Person, Person]:
    category = CategoryFactory.create()
    return PersonFactory.create(category=category), PersonFactory.create(category=category)


def joined(merged: Person, survivor: Person, settled: Mapping[int, str] = NOTHING) -> Merge:
    merge = services.merge(
        merged=merged, survivor=survivor, settled=settled, now=LATER, actor=SYSTEM
    )
    db.session.commit()
    return merge


def persons(*outcomes: str) -> int:
    return len({person for _, person, outcome in live() if outcome in outcomes})


def test_a_person_of_two_records_counts_once() -> None:
    one, other = two()
    session_with({one: "PPP"})
    session_with({other: "PPP"})
    assert persons("trained") == 2
    joined(one, other)
    assert persons("trained") == 1
    assert [it[1] for it in live()] == [other.id, other.id]


def test_a_fact_of_before_stays_for_whoever_asks_of_the_day_before() -> None:
    one, other = two()
    session_with({one: "PPP"})
    joined(one, other)
    old, new = db.session.scalars(select(Fact).order_by(Fact.id)).all()
    assert (old.person_id, old.retracted_at) == (one.id, LATER)
    assert (new.person_id, new.recorded_at, new.retracted_at) == (other.id, LATER, None)


def test_undoing_gives_the_facts_of_before() -> None:
    one, other = two()
    session_with({one: "PPP", other: "P--"})
    before = live()
    merge = joined(one, other)
    assert live() != before
    services.undo(merge=merge, now=LAST, actor=SYSTEM)
    db.session.commit()
    assert live() == before


def test_marks_of_one_person_twice_in_a_session_are_united() -> None:
    """R14: J1 and J2 of one record and J3 of the other make somebody trained: 0 → 1."""
    one, other = two()
    session_with({one: "PP-", other: "--P"})
    assert (persons("trained"), persons("sensitized")) == (0, 2)
    joined(other, one)
    assert [(it[1], it[2]) for it in live()] == [(one.id, "trained")]


def test_contrary_marks_are_asked_about() -> None:
    one, other = two()
    training_session = session_with({one: "PPP", other: "PPA"})
    with pytest.raises(MarksContradict) as raised:
        joined(one, other)
    (asked,) = raised.value.contradictions
    assert (asked.slot_id, asked.states) == (
        training_session.slots[2].id,
        ("present", "absent"),
    )
    joined(one, other, {asked.slot_id: "absent"})
    assert [it[2] for it in live()] == ["sensitized"]


def test_a_contradiction_that_comes_later_is_told_before_closing() -> None:
    one, other = two()
    joined(one, other)
    training_session = session_with({one: "PPP", other: "PPA"}, close=False)
    hints = report(training_session, LATER.date()).hints
    assert [str(it.sentence)[:10] for it in hints] == ["Une person"]
    sessions.close(training_session=training_session, now=LATER, actor=SYSTEM)
    assert [it[1:] for it in live()] == [(other.id, "trained")]


def test_nobody_becomes_trainer_and_participant_of_one_session() -> None:
    """R8."""
    one, other = two()
    training_session = session_with({one: "PPP"}, close=False)
    ParticipationFactory.create(
        training_session=training_session, person=other, role=ParticipationRole.TRAINER
    )
    with pytest.raises(MergeRefused) as raised:
        joined(one, other)
    (objection,) = raised.value.objections
    assert objection.target == f"training_session:{training_session.id}"


def test_a_session_closed_after_the_merge_counts_the_survivor() -> None:
    one, other = two()
    joined(one, other)
    session_with({one: "PPP"})
    assert [it[1] for it in live()] == [other.id]


def test_facts_of_others_are_left_alone() -> None:
    one, other = two()
    third = PersonFactory.create(category=one.category)
    session_with({one: "PPP", third: "PPP"})
    kept = db.session.scalars(select(Fact.id).where(Fact.person_id == third.id)).one()
    joined(one, other)
    facts = db.session.scalars(select(Fact.id).where(Fact.person_id == third.id)).all()
    assert facts == [kept]


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    sheets=st.lists(
        st.tuples(st.text("P-", min_size=3, max_size=3), st.text("P-", min_size=3, max_size=3)),
        min_size=1,
        max_size=2,
    )
)
def test_merge_then_undo_is_the_identity_and_a_merge_adds_nobody(
    app: Flask, sheets: list[tuple[str, str]]
) -> None:
    del app
    one, other = two()
    everybody = PersonFactory.create(category=one.category)
    for mine, theirs in sheets:
        session_with({one: mine, other: theirs, everybody: "PPP"})
    before, counted = live(), persons("trained", "sensitized")
    merge = joined(one, other)
    assert persons("trained", "sensitized") <= counted
    services.undo(merge=merge, now=LAST, actor=SYSTEM)
    db.session.commit()
    assert live() == before
    live_facts = db.session.scalar(
        select(func.count()).select_from(Fact).where(Fact.retracted_at.is_(None))
    )
    assert live_facts == len(before)


def test_only_one_of_the_two_marks_can_settle_a_slot() -> None:
    one, other = two()
    training_session = session_with({one: "PPP", other: "PPA"})
    for answer in ("blank", "late", "nonsense"):
        with pytest.raises(MarksContradict):
            joined(one, other, {training_session.slots[2].id: answer})


def test_the_minutes_of_a_person_follow_their_united_marks() -> None:
    one, other = two()
    session_with({one: "P---", other: "-P--", PersonFactory.create(): "--PP"})
    joined(other, one)
    facts = db.session.scalars(
        select(Fact).where(Fact.retracted_at.is_(None), Fact.person_id == one.id)
    ).all()
    assert [it.minutes for it in facts] == [720]


def test_present_and_late_do_not_contradict() -> None:
    one, other = two()
    session_with({one: "PPP", other: "LLL"})
    joined(one, other)
    assert [it[2] for it in live()] == ["trained"]
