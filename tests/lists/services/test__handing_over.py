"""What lists say of people known before, and what is left of it once they are taken back."""

import pytest
from sqlalchemy import select

from lms.extensions import db
from lms.people.models import Person
from lms.sessions.models import TrainingSession
from tests.lists.given import registered, session_of
from tests.lists.services.taken_back import LATER, applied, undo

pytestmark = pytest.mark.usefixtures("database")
HEADER = "Nom;Prénom;Sexe;Matricule;Grade;J1"
SERGEANT = "Maïga;Awa;F;44/6386;Sergent;P"
ADJUDANT = "Maïga;Awa;F;44/6386;Adjudant;P"


@pytest.fixture
def training_session(database: None) -> TrainingSession:
    del database
    training_session = session_of(slots=1)
    registered("Maïga", "Awa", service_number="446386", rank="Caporal")
    db.session.commit()
    return training_session


def rank() -> str | None:
    return db.session.scalars(select(Person.rank).where(Person.surname == "Maïga")).one()


def test_the_fields_of_before_are_there_again(training_session: TrainingSession) -> None:
    imported_list = applied(training_session, SERGEANT, header=HEADER)
    assert rank() == "Sergent"
    undo(imported_list)
    assert rank() == "Caporal"


def test_what_a_later_list_said_stays_until_it_is_taken_back_too(
    training_session: TrainingSession,
) -> None:
    first = applied(training_session, SERGEANT, header=HEADER)
    second = applied(training_session, ADJUDANT, now=LATER, header=HEADER)
    undo(first)
    assert rank() == "Adjudant"
    undo(second)
    assert rank() == "Caporal"


def test_in_the_other_order_each_puts_back_its_own(training_session: TrainingSession) -> None:
    first = applied(training_session, SERGEANT, header=HEADER)
    second = applied(training_session, ADJUDANT, now=LATER, header=HEADER)
    undo(second)
    assert rank() == "Sergent"
    undo(first)
    assert rank() == "Caporal"
