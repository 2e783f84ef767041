from datetime import UTC, datetime

import pytest
from sqlalchemy.exc import IntegrityError

from lms.extensions import db
from tests.factories.figures import (
    DeclaredFigureFactory,
    FactFactory,
    HeadcountFactFactory,
    IndicatorFactory,
)

pytestmark = pytest.mark.usefixtures("database")
LATER = datetime(2015, 1, 1, tzinfo=UTC)


def test_a_participation_has_one_live_fact_at_most() -> None:
    fact = FactFactory.create()
    with pytest.raises(IntegrityError):
        FactFactory.create(participation=fact.participation)


def test_a_retracted_fact_makes_room_for_its_correction() -> None:
    fact = FactFactory.create(retracted_at=LATER)
    again = FactFactory.create(participation=fact.participation, recorded_at=LATER)
    assert again.id != fact.id


def test_a_headcount_has_one_live_fact_at_most() -> None:
    fact = HeadcountFactFactory.create()
    with pytest.raises(IntegrityError):
        HeadcountFactFactory.create(headcount=fact.headcount)


def test_a_fact_is_a_persons_or_a_headcounts_never_both() -> None:
    with pytest.raises(IntegrityError):
        FactFactory.create(count=3)
    db.session.rollback()
    with pytest.raises(IntegrityError):
        HeadcountFactFactory.create(count=None)


def test_an_outcome_of_none_is_never_counted() -> None:
    with pytest.raises(IntegrityError):
        FactFactory.create(outcome="none")


def test_a_fact_cannot_be_retracted_before_it_was_recorded() -> None:
    with pytest.raises(IntegrityError):
        FactFactory.create(recorded_at=LATER, retracted_at=datetime(2014, 1, 1, tzinfo=UTC))


def test_a_figure_is_declared_once_for_a_period() -> None:
    declared = DeclaredFigureFactory.create()
    with pytest.raises(IntegrityError):
        DeclaredFigureFactory.create(category=declared.category)
    db.session.rollback()
    indicator = IndicatorFactory.create()
    with pytest.raises(IntegrityError):
        IndicatorFactory.create(code=indicator.code)
