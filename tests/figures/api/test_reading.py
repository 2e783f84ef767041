from datetime import date, timedelta
from pathlib import Path

import pytest
from flask import Flask

from lms import clock
from lms.accounts.actors import Role
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from lms.figures.api import reading
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Scope
from tests.factories.accounts import UserFactory
from tests.factories.figures import RECORDED, FactFactory, HeadcountFactFactory
from tests.factories.people import CategoryFactory
from tests.figures.reports.given import head, prepared, published
from tests.statements import counted

pytestmark = pytest.mark.usefixtures("database")

SCOPE = Scope(window=Window(date(2000, 1, 1), date(2030, 1, 1)))


def asked(role: Role, limit: int = 10) -> int:
    """Return how many facts somebody of a role gets."""
    actor = UserFactory.create(role=role).actor
    found = reading.facts(scope=SCOPE, now=clock.now(), after=0, limit=limit, actor=actor)[1]
    return len([(it.category.code, it.place.code, it.course.code) for it in found])


@pytest.mark.parametrize("role", [Role.TRAINER, Role.PARTICIPANT])
def test_facts_are_for_those_who_answer_for_them(role: Role) -> None:
    with pytest.raises(NotAllowed):
        asked(role)


def test_one_more_than_asked_for_says_that_there_is_a_next_page() -> None:
    FactFactory.create_batch(4)
    assert asked(Role.UNIT_HEAD, limit=2) == 3
    assert asked(Role.UNIT_HEAD, limit=4) == 4


def test_a_page_takes_as_many_statements_whatever_its_length(app: Flask) -> None:
    FactFactory.create_batch(6)
    db.session.remove()
    with counted(app) as few:
        asked(Role.UNIT_HEAD, limit=1)
    db.session.remove()
    with counted(app) as many:
        asked(Role.UNIT_HEAD, limit=6)
    assert len(few) == len(many)


def test_categories_stand_in_the_order_of_the_tables() -> None:
    last = CategoryFactory.create(position=9)
    first = CategoryFactory.create(position=1)
    assert [*reading.categories(after=0, limit=5)] == [first, last]
    assert [*reading.categories(after=1, limit=5)] == [last]


def test_facts_are_those_the_ledger_counts() -> None:
    kept = FactFactory.create()
    crowd = HeadcountFactFactory.create()
    gone = FactFactory.create(retracted_at=RECORDED)
    later = FactFactory.create(recorded_at=clock.now() + timedelta(days=1))
    actor = UserFactory.create(role=Role.UNIT_HEAD).actor
    found = reading.facts(scope=SCOPE, now=clock.now(), after=0, limit=9, actor=actor)[1]
    assert [it.id for it in found] == [kept.id, crowd.id]
    assert {gone.id, later.id}.isdisjoint(it.id for it in found)


def test_only_published_reports_are_listed_the_newest_first(tmp_path: Path) -> None:
    first, second = published(tmp_path), published(tmp_path)
    prepared()
    actor = head()
    assert [*reading.reports(before=0, limit=5, actor=actor)] == [second, first]
    assert [*reading.reports(before=second.id, limit=5, actor=actor)] == [first]
    with pytest.raises(NotFound):
        reading.report(prepared().code, actor)


@pytest.mark.parametrize("role", [Role.TRAINER, Role.PARTICIPANT])
def test_reports_are_for_those_who_answer_for_them(role: Role) -> None:
    actor = UserFactory.create(role=role).actor
    with pytest.raises(NotAllowed):
        reading.reports(before=0, limit=5, actor=actor)
    with pytest.raises(NotAllowed):
        reading.report("R-2014-001", actor)
