"""Rows taken back with their list: no select finds them, however it is written."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import Executable, exists, func, select, union
from sqlalchemy.orm import aliased, joinedload

from lms.db import WITH_WITHDRAWN, lock
from lms.extensions import db
from lms.people.models import Person
from lms.sessions.models import AttendanceMark, Headcount, Participation, TrainingSession
from tests.factories.sessions import (
    AttendanceMarkFactory,
    HeadcountFactory,
    ParticipationFactory,
)

pytestmark = pytest.mark.usefixtures("database")
NOW = datetime(2014, 3, 20, 9, tzinfo=UTC)
OTHER = aliased(Participation)
COUNTED = select(Participation).join(Participation.person)

SELECTS: dict[str, Callable[[], Executable]] = {
    "rows": lambda: select(Participation),
    "columns": lambda: select(Participation.pass_code),
    "alias": lambda: select(OTHER.id),
    "joined": lambda: select(AttendanceMark).join(
        Participation, AttendanceMark.participation_id == Participation.id
    ),
    "in": lambda: select(TrainingSession).where(
        TrainingSession.id.in_(select(Participation.training_session_id))
    ),
    "exists": lambda: select(TrainingSession).where(
        exists().where(Participation.training_session_id == TrainingSession.id)
    ),
    "subquery": lambda: select(COUNTED.subquery().c.id),
    "union": lambda: select(
        union(select(Participation.person_id), select(OTHER.person_id)).subquery().c.person_id
    ),
    "persons": lambda: select(Person),
    "headcounts": lambda: select(Headcount.count),
}


def withdrawn() -> Participation:
    participation: Participation = ParticipationFactory.create(withdrawn_at=NOW)
    participation.person.withdrawn_at = NOW
    AttendanceMarkFactory.create(participation=participation)
    HeadcountFactory.create(withdrawn_at=NOW)
    db.session.commit()
    return participation


@pytest.mark.parametrize("kind", SELECTS)
def test_no_select_finds_a_withdrawn_row(kind: str) -> None:
    withdrawn()
    asked = SELECTS[kind]()
    assert db.session.execute(asked).all() == []


@pytest.mark.parametrize("kind", SELECTS)
def test_whoever_asks_for_withdrawn_rows_finds_them(kind: str) -> None:
    withdrawn()
    asked = SELECTS[kind]()
    assert db.session.execute(asked, execution_options=WITH_WITHDRAWN).all()


def test_a_count_leaves_withdrawn_rows_out() -> None:
    withdrawn()
    ParticipationFactory.create()
    whole = select(func.count()).select_from(Participation)
    of_page = select(func.count()).select_from(select(Participation).subquery())
    of_columns = select(func.count(Participation.id))
    assert [db.session.scalar(it) for it in (whole, of_page, of_columns)] == [1, 1, 1]


def test_what_stands_is_found_with_its_person() -> None:
    withdrawn()
    kept = ParticipationFactory.create()
    found = db.session.scalars(select(Participation).options(joinedload(Participation.person)))
    assert [(it.id, it.person.id) for it in found] == [(kept.id, kept.person_id)]


def test_by_its_number_a_withdrawn_row_is_not_found() -> None:
    number = withdrawn().id
    db.session.expunge_all()
    assert db.session.get(Participation, number) is None


def test_a_pointer_at_hand_leads_to_a_withdrawn_row() -> None:
    participation = withdrawn()
    assert participation.person.withdrawn_at == NOW


def test_a_withdrawn_row_can_be_locked_and_read_again() -> None:
    participation = withdrawn()
    lock(participation)
    assert participation.withdrawn_at == NOW
