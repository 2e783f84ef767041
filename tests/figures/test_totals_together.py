"""Totals beside closings and merges: whatever is read is of one moment, on both databases."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from flask import Flask

from lms.accounts.actors import SYSTEM
from lms.db import see_one_moment
from lms.extensions import db
from lms.figures import totals
from lms.figures.background import queries
from lms.figures.background.making import make
from lms.figures.background.wanted import Content
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope
from lms.figures.proofs import plain
from lms.figures.release import gate
from lms.figures.release.cells import Audience
from lms.figures.totals import Reading
from lms.people import services
from lms.people.models import Person
from lms.sessions import services as sessions
from lms.sessions.models import TrainingSession
from tests.factories.people import CategoryFactory, PersonFactory
from tests.figures.background.given import order, wanted
from tests.figures.given import LATER, session_with
from tests.jobs.given import head
from tests.together import second_after

pytestmark = pytest.mark.usefixtures("database")
YEARS = Window(date(2000, 1, 1), date(2100, 1, 1))
SCOPE = Scope(window=YEARS)
TRAINED, TIMES = Measure.PERSONS_TRAINED, Measure.PARTICIPATIONS


def persons(count: int) -> list[int]:
    category = CategoryFactory.create()
    return [PersonFactory.create(category=category).id for _ in range(count)]


def found(person_id: int) -> Person:
    return db.session.get_one(Person, person_id)


def open_session(*person_ids: int) -> int:
    return session_with({found(it): "PPP" for it in person_ids}, close=False).id


def close(session_id: int) -> None:
    training_session = db.session.get_one(TrainingSession, session_id)
    sessions.close(training_session=training_session, now=LATER, actor=SYSTEM)


def join(merged_id: int, survivor_id: int) -> None:
    services.merge(merged=found(merged_id), survivor=found(survivor_id), now=LATER, actor=SYSTEM)


def elsewhere(app: Flask, act: Callable[[], None]) -> None:
    """Do something in another connection and commit it."""

    def do() -> None:
        with app.app_context():
            act()
            db.session.commit()

    with ThreadPoolExecutor() as pool:
        pool.submit(do).result()


def counted(reading: Reading) -> tuple[int, int]:
    """Return how many persons were trained, and how often."""
    return reading.table(TRAINED).total.total.value, reading.table(TIMES).total.total.value


def read() -> tuple[int, int]:
    db.session.rollback()
    return counted(totals.read(scope=SCOPE, actor=SYSTEM))


def test_two_sessions_that_close_at_once_are_both_counted(app: Flask) -> None:
    one, other, third = persons(3)
    first, second = open_session(one, other), open_session(other, third)
    db.session.commit()
    close(first)
    second_after(app, lambda: close(second)).result()
    assert read() == (3, 4)


def test_one_session_closed_twice_at_once_is_counted_once(app: Flask) -> None:
    number = open_session(*persons(2))
    db.session.commit()
    close(number)
    second_after(app, lambda: close(number)).exception()
    assert read() == (2, 2)


def test_a_session_that_closes_in_the_middle_of_an_export_is_in_none_of_its_tables(
    app: Flask,
) -> None:
    one, other, third = persons(3)
    session_with({found(one): "PPP"})
    late = open_session(one, other, third)
    db.session.commit()
    see_one_moment(db.session())
    release = gate.release(scope=SCOPE, audience=Audience.INSIDE, actor=SYSTEM)
    first = release.table(TRAINED).total.total.value
    elsewhere(app, lambda: close(late))
    again = release.reading.over(Window(YEARS.first, date(2099, 1, 1)))
    assert (first, counted(again)) == (1, (1, 1))
    assert read() == (3, 4)


def test_two_persons_joined_in_the_middle_of_an_export_are_two_in_all_of_it(app: Flask) -> None:
    one, other = persons(2)
    session_with({found(one): "PPP"})
    session_with({found(other): "PPP"})
    see_one_moment(db.session())
    reading = totals.read(scope=SCOPE, actor=SYSTEM)
    assert counted(reading) == (2, 2)
    elsewhere(app, lambda: join(one, other))
    codes = {it.id: it.code for it in reading.categories}
    rows, _heads = plain.read(SCOPE, codes=codes, regions=reading.regions)
    assert {it.person for it in rows} == {one, other}
    assert counted(totals.read(scope=SCOPE, actor=SYSTEM)) == (2, 2)
    assert read() == (1, 2)


def test_the_lines_of_a_file_of_facts_are_of_one_moment_however_long_it_takes(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "RUN", 1)
    one, other = persons(2)
    session_with({found(one): "PPP"})
    session_with({found(other): "PPP"})
    late = open_session(one, other)
    db.session.commit()
    asked = wanted(Content.FACTS, Audience.INSIDE, scope=SCOPE)
    user = head()
    ordered = order(user, asked)
    see_one_moment(db.session())
    parts = iter(make(ordered, lambda _share: None).parts)
    begun = [next(parts), next(parts)]

    def act() -> None:
        join(one, other)
        close(late)

    elsewhere(app, act)
    lines = b"".join([*begun, *parts]).decode().splitlines()
    facts_told = [it.split(",") for it in lines[1:] if not it.startswith(("#", '"#'))]
    assert len({it[1] for it in facts_told}) == len(facts_told) == 2
