"""Merges beside each other and beside a session that closes: nobody counts twice."""

import pytest
from flask import Flask

from lms.accounts.actors import SYSTEM
from lms.extensions import db
from lms.people import services
from lms.people.errors import SamePerson
from lms.people.models import Person
from lms.people.queries import identity
from lms.sessions import services as sessions
from lms.sessions.models import TrainingSession
from tests.factories.people import CategoryFactory, PersonFactory
from tests.figures.given import LATER, live, session_with
from tests.together import second_after

pytestmark = pytest.mark.usefixtures("database")


def persons(count: int) -> list[Person]:
    category = CategoryFactory.create()
    return [PersonFactory.create(category=category) for _ in range(count)]


def found(person_id: int) -> Person:
    person = db.session.get(Person, person_id)
    assert person is not None
    return person


def join(merged_id: int, survivor_id: int) -> None:
    services.merge(merged=found(merged_id), survivor=found(survivor_id), now=LATER, actor=SYSTEM)


def close(session_id: int) -> None:
    training_session = db.session.get(TrainingSession, session_id)
    assert training_session is not None
    sessions.close(training_session=training_session, now=LATER, actor=SYSTEM)


def test_a_session_that_closes_while_two_are_joined_counts_one_person(app: Flask) -> None:
    one, other = (it.id for it in persons(2))
    open_one = session_with({found(one): "PPP", found(other): "P--"}, close=False).id
    db.session.commit()
    join(one, other)
    late = second_after(app, lambda: close(open_one))
    late.result()
    db.session.rollback()
    assert [it[1:] for it in live()] == [(other, "trained")]


def test_two_joined_while_a_session_closes_count_as_one_person(app: Flask) -> None:
    one, other = (it.id for it in persons(2))
    open_one = session_with({found(one): "PPP", found(other): "P--"}, close=False).id
    db.session.commit()
    close(open_one)
    late = second_after(app, lambda: join(one, other))
    late.result()
    db.session.rollback()
    assert [it[1:] for it in live()] == [(other, "trained")]


def test_records_joined_at_once_in_either_direction_make_no_circle(app: Flask) -> None:
    """The two deciders name other records of the same two persons."""
    one, of_one, also_one, other, of_other, also_other = (it.id for it in persons(6))
    for record in (of_one, also_one):
        join(record, one)
    for record in (of_other, also_other):
        join(record, other)
    db.session.commit()
    join(of_one, of_other)
    late = second_after(app, lambda: join(also_other, also_one))
    assert isinstance(late.exception(), SamePerson)
    db.session.rollback()
    assert identity.roots([one, other]) == {one: other, other: other}


def test_two_merges_at_once_that_touch_one_session_keep_each_other(app: Flask) -> None:
    one, other, third, fourth = (it.id for it in persons(4))
    session_with({found(one): "PPP", found(third): "PPP"})
    join(one, other)
    late = second_after(app, lambda: join(third, fourth))
    late.result()
    db.session.rollback()
    assert {it[1] for it in live()} == {other, fourth}
