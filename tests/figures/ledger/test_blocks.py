from datetime import date

import pytest
from sqlalchemy import select

from lms.extensions import db
from lms.figures import ledger
from lms.figures.ledger.blocks import month_number
from lms.figures.ledger.records import unpack
from lms.figures.models import FactBlock, LedgerMonth
from tests.factories.figures import RECORDED, FactFactory
from tests.factories.sessions import ParticipationFactory

pytestmark = pytest.mark.usefixtures("database")
MARCH, MAY = date(2014, 3, 14), date(2014, 5, 2)


def stamps() -> dict[int, int]:
    return {it.month: it.stamp for it in db.session.scalars(select(LedgerMonth))}


def test_a_session_has_one_pack_a_month() -> None:
    fact = FactFactory.create(last_day=MARCH)
    again = ParticipationFactory.create(training_session=fact.training_session)
    FactFactory.create(participation=again, last_day=MARCH)
    (block,) = db.session.scalars(select(FactBlock))
    assert block.month == month_number(MARCH)
    assert unpack([block.content])[0]["person"].tolist() == [fact.person_id, again.person_id]


def test_keeping_again_replaces_what_was_packed() -> None:
    fact = FactFactory.create(last_day=MARCH)
    fact.retracted_at = RECORDED
    db.session.flush()
    ledger.keep([fact.training_session_id])
    (block,) = db.session.scalars(select(FactBlock))
    assert unpack([block.content])[0]["retracted"].tolist() > [0]


def test_only_months_that_changed_get_another_stamp() -> None:
    fact, other = FactFactory.create(last_day=MARCH), FactFactory.create(last_day=MAY)
    before = stamps()
    ledger.keep([fact.training_session_id])
    after = stamps()
    assert after[month_number(MARCH)] != before[month_number(MARCH)]
    assert after[month_number(MAY)] == before[month_number(MAY)]
    assert other.id


def test_a_month_that_loses_its_last_fact_is_marked_too() -> None:
    fact = FactFactory.create(last_day=MARCH)
    before = stamps()[month_number(MARCH)]
    fact.last_day = MAY
    db.session.flush()
    ledger.keep([fact.training_session_id])
    assert stamps()[month_number(MARCH)] != before
    assert db.session.scalars(select(FactBlock.month)).all() == [month_number(MAY)]
