from datetime import date

import pytest
from sqlalchemy import select

from lms.extensions import db
from lms.figures import ledger
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Scope
from tests.factories.figures import FactFactory
from tests.sessions.given import statements

pytestmark = pytest.mark.usefixtures("database")
MARCH = date(2014, 3, 14)
SCOPE = Scope(window=Window(date(2014, 1, 1), date(2014, 12, 31)))


def found() -> list[int]:
    facts: list[int] = ledger.rows(SCOPE, None)["fact"].tolist()
    return facts


def test_what_was_read_before_is_read_again_once_it_changed() -> None:
    one = FactFactory.create(last_day=MARCH)
    assert found() == [one.id]
    other = FactFactory.create(last_day=date(2014, 3, 20))
    assert found() == [one.id, other.id]


def test_what_was_rolled_back_is_never_taken_for_what_stands() -> None:
    fact = FactFactory.create(last_day=MARCH)
    before = found()
    fact.last_day = date(2014, 4, 2)
    db.session.flush()
    ledger.keep([fact.training_session_id])
    assert found() == before
    db.session.rollback()
    narrow = Scope(window=Window(date(2014, 3, 1), date(2014, 3, 31)))
    assert ledger.rows(narrow, None)["fact"].tolist() == [fact.id]


def test_all_of_a_scope_comes_in_one_statement() -> None:
    FactFactory.create(last_day=MARCH)
    FactFactory.create(last_day=date(2014, 9, 1))
    db.session.scalar(select(1))  # the transaction has begun
    assert [statements(found), statements(found)] == [1, 1]


def test_a_month_half_in_the_window_gives_its_days_in_it() -> None:
    FactFactory.create(last_day=date(2014, 3, 1))
    inside = FactFactory.create(last_day=MARCH)
    scope = Scope(window=Window(date(2014, 3, 2), date(2014, 3, 31)))
    assert ledger.rows(scope, None)["fact"].tolist() == [inside.id]
