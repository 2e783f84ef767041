from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask

from lms.accounts.actors import Actor, ActorKind, Role
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from lms.figures.counting.periods import Window
from lms.figures.events import queries
from lms.figures.events.models import Answer
from lms.people.rules import NAMELESS
from lms.sessions.kinds import ParticipationRole, Status
from lms.sessions.models import Participation, TrainingSession
from tests.factories.figures import EventAnswerFactory
from tests.factories.people import CategoryFactory, PersonFactory
from tests.factories.sessions import (
    HeadcountFactory,
    ParticipationFactory,
    PlaceFactory,
    TrainingSessionFactory,
)
from tests.figures.events.given import DAY, HEAD, held, twins
from tests.statements import counted

pytestmark = pytest.mark.usefixtures("database")
TWO_GOES = 7
"""Statements: the beginning, and twice the pairs, those in them, and who was merged."""
YEAR = Window(date(2014, 1, 1), date(2014, 12, 31))


def asked(window: Window | None = None) -> list[tuple[int, int]]:
    return [(it.one_id, it.other_id) for it in queries.suspects(window).pairs]


def test_r09_the_same_names_on_one_day_in_one_place_are_asked_about() -> None:
    one, other = twins()
    assert asked() == [(one.id, other.id)]


def test_r09_one_course_on_one_day_in_one_place_is_asked_about_without_a_name() -> None:
    one = held(PlaceFactory.create(), [])
    other = held(one.place, [], course_version=one.course_version)
    assert asked() == [(one.id, other.id)]


@pytest.mark.parametrize(
    "changes",
    [
        {"first_day": DAY + timedelta(days=1)},
        {"status": Status.OPEN},
        {"status": Status.CANCELLED},
    ],
)
def test_another_day_or_a_session_that_did_not_take_place_is_no_question(
    changes: dict[str, Any],
) -> None:
    twins(**changes)
    assert asked() == []


def test_another_place_is_no_question() -> None:
    twins(place=PlaceFactory.create())
    assert asked() == []


def test_r09_persons_are_compared_by_the_records_that_stand_for_them() -> None:
    one = held(PlaceFactory.create(), PersonFactory.create_batch(2))
    roots = [it.person for it in db.session.query(Participation)]
    again = [PersonFactory.create(merged_into_id=it.id) for it in roots]
    other = held(one.place, again)
    assert asked() == [(one.id, other.id)]


def test_members_of_armed_movements_and_trainers_are_not_compared() -> None:
    one, other = held(PlaceFactory.create(), []), held(PlaceFactory.create(), [])
    other.place = one.place
    db.session.commit()
    movement, person, trainer = (
        CategoryFactory.create(code=NAMELESS),
        *PersonFactory.create_batch(2),
    )
    for it in (one, other):
        ParticipationFactory.create(training_session=it, person=person, category=movement)
        ParticipationFactory.create(
            training_session=it, person=trainer, role=ParticipationRole.TRAINER
        )
    assert asked() == []


def test_a_window_asks_about_its_own_days_only() -> None:
    one, other = twins()
    assert asked(YEAR) == [(one.id, other.id)]
    assert asked(Window(date(2015, 1, 1), date(2015, 12, 31))) == []


def test_two_events_are_never_asked_about_again() -> None:
    one, other = twins()
    EventAnswerFactory.create(one=one, other=other, answer=Answer.TWO)
    assert asked() == []


@pytest.mark.parametrize("taken_back", [0, 1])
def test_one_event_is_asked_about_until_one_of_the_two_is_taken_back(taken_back: int) -> None:
    place, people = PlaceFactory.create(), PersonFactory.create_batch(2)
    one = held(place, people)
    other = held(place, people, course_version=one.course_version)
    EventAnswerFactory.create(one=one, other=other, answer=Answer.ONE)
    assert asked() == [(one.id, other.id)]
    empty = (one, other)[taken_back]
    for it in db.session.query(Participation).filter_by(training_session_id=empty.id):
        it.withdrawn_at = datetime(2014, 5, 1, tzinfo=UTC)
    db.session.commit()
    assert asked() == []


def test_what_it_reads_does_not_grow_with_the_pairs(app: Flask) -> None:
    twins()
    with counted(app) as few:
        queries.suspects()
    for _ in range(3):
        twins()
    with counted(app) as many:
        queries.suspects()
    assert len(many) == len(few)


def unlike(day: date) -> None:
    """Give one place more sessions with nothing in common than are compared in one go."""
    place, people = PlaceFactory.create(), PersonFactory.create_batch(22)
    for it in people:
        held(place, [it], first_day=day)
    assert len(people) * (len(people) - 1) / 2 > queries.FIRST


def test_pairs_with_nothing_in_common_hide_no_other(app: Flask) -> None:
    one, other = twins()
    unlike(DAY + timedelta(days=100))
    expected = [(one.id, other.id)]
    db.session.commit()
    with counted(app) as statements:
        assert asked() == expected
    assert len(statements) <= TWO_GOES
    assert queries.suspects() == queries.suspects(YEAR, enough=1)
    assert not queries.suspects().at_least


def test_records_that_were_merged_are_found_behind_pairs_with_nothing_in_common() -> None:
    one = held(PlaceFactory.create(), [first := PersonFactory.create()])
    between = PersonFactory.create(merged_into_id=first.id)
    other = held(one.place, [PersonFactory.create(merged_into_id=between.id)])
    unlike(DAY + timedelta(days=100))
    assert asked() == [(one.id, other.id)]


def test_what_follows_on_the_day_that_was_cut_is_compared_too() -> None:
    unlike(DAY)
    one, other = twins()
    assert asked() == [(one.id, other.id)]


def test_no_pair_is_found_twice() -> None:
    place = PlaceFactory.create()
    first = held(place, [])
    for _ in range(21):
        held(place, [], course_version=first.course_version)
    found = queries.suspects(enough=231)
    assert (len(found.pairs), found.at_least) == (queries.MOST_PAIRS, True)
    assert len({(it.one_id, it.other_id) for it in found.pairs}) == queries.MOST_PAIRS


def test_who_needs_one_is_told_that_there_may_be_more() -> None:
    place = PlaceFactory.create()
    first = held(place, [])
    for _ in range(21):
        held(place, [], course_version=first.course_version)
    assert queries.suspects(enough=1).at_least


def test_two_sessions_of_two_days_are_no_pair() -> None:
    one, other = twins(first_day=DAY + timedelta(days=1))
    with pytest.raises(NotFound):
        queries.pair(one.id, other.id, HEAD)


def test_sessions_come_in_the_order_in_which_all_lock_them(app: Flask) -> None:
    """A database promises no order that was not asked for, though it nearly always has one."""
    one, other = twins()
    asked_about = queries.pair(one.id, other.id, HEAD)
    with counted(app) as statements:
        assert [*queries.sessions([asked_about], HEAD)] == [one.id, other.id]
    assert any(it.endswith("ORDER BY training_session.id") for it in statements)


def test_a_trainer_may_not_compare() -> None:
    one, other = twins()
    trainer = Actor(kind=ActorKind.USER, id=1, role=Role.TRAINER)
    with pytest.raises(NotAllowed):
        queries.pair(one.id, other.id, trainer)


def with_headcount() -> TrainingSession:
    it: TrainingSession = TrainingSessionFactory.create(status=Status.CLOSED)
    HeadcountFactory.create(training_session=it)
    return it


def test_r15_a_session_held_without_list_and_headcount_is_flagged() -> None:
    empty = TrainingSessionFactory.create(status=Status.HELD)
    TrainingSessionFactory.create(status=Status.CANCELLED)
    held(PlaceFactory.create(), [PersonFactory.create()])
    with_headcount()
    found = queries.empty_in(YEAR, HEAD)
    assert (found.count, found.only) == (1, empty.id)


def test_r15_of_several_none_is_the_only_one() -> None:
    TrainingSessionFactory.create_batch(2, status=Status.CLOSED)
    found = queries.empty_in(YEAR, HEAD)
    assert (found.count, found.only) == (2, None)


def test_r15_of_very_many_it_is_said_that_there_may_be_more() -> None:
    one = TrainingSessionFactory.create(status=Status.CLOSED)
    TrainingSessionFactory.create_batch(
        queries.MOST_EMPTY, status=Status.CLOSED, course_version=one.course_version
    )
    found = queries.empty_in(YEAR, HEAD)
    assert (found.count, found.at_least) == (queries.MOST_EMPTY, True)


def test_r15_another_window_has_none() -> None:
    TrainingSessionFactory.create(status=Status.HELD)
    assert queries.empty_in(Window(date(2015, 1, 1), date(2015, 1, 31)), HEAD).count == 0
