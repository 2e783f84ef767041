"""A minor on a list of forces leaves no trace (DOMAIN R16)."""

from datetime import date

import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM
from lms.extensions import db
from lms.lists import queries, services
from lms.lists.models import ImportedList
from lms.people.kinds import BirthPrecision
from lms.sessions.models import Participation, TrainingSession
from tests.lists.given import NOW, csv, registered, session_of, uploaded

pytestmark = pytest.mark.usefixtures("database")
AWA = "Maïga;Awa;F;44/6386;1984;P"


@pytest.fixture
def training_session(database: None) -> TrainingSession:
    del database
    return session_of(slots=1)


def recorded() -> list[str]:
    found = db.session.scalars(select(Participation).order_by(Participation.id))
    return [it.person.surname for it in found]


def apply(imported_list: ImportedList) -> ImportedList:
    return services.apply(imported_list=imported_list, accept_lines=False, now=NOW, actor=SYSTEM)


def test_a_minor_in_a_category_of_forces_that_is_switched_off_leaves_no_trace(
    training_session: TrainingSession,
) -> None:
    """R16 holds whether or not the unit uses the category: here, civil protection."""
    content = csv(AWA, "Diarra;Issa;M;51/1111;2000;P")
    imported_list = uploaded(training_session, content, category="malian-civil-protection")
    assert [it.row.number for it in queries.preview(imported_list).outcomes] == [2]


def test_a_session_that_moves_may_make_somebody_a_minor_of_whom_nothing_is_left(
    training_session: TrainingSession,
) -> None:
    imported_list = uploaded(training_session, csv(AWA, "Diarra;Issa;M;;01/03/1996;P"))
    training_session.first_day = date(2014, 2, 28)
    apply(imported_list)
    assert recorded() == ["Maïga"]
    assert [it.number for it in imported_list.rows] == [2]
    assert imported_list.stored_file is None


def test_a_minor_of_the_register_is_not_recorded_on_a_list_of_forces(
    training_session: TrainingSession,
) -> None:
    """R16: the row gives no age, the register does."""
    registered(
        "Diarra",
        "Issa",
        service_number="511111",
        birth_date=date(2000, 1, 1),
        birth_precision=BirthPrecision.YEAR,
    )
    imported_list = apply(uploaded(training_session, csv(AWA, "Diarra;Issa;M;51/1111;;P")))
    assert recorded() == ["Maïga"]
    assert (imported_list.recorded, imported_list.refused) == (1, 0)
    assert [it.number for it in imported_list.rows] == [2]
