"""The people of a list, brought into register and session."""

import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM
from lms.extensions import db
from lms.lists import queries
from lms.lists.services import _people
from lms.people.models import Suggestion
from lms.sessions import services as sessions
from tests.lists.given import csv, registered, session_of, uploaded

pytestmark = pytest.mark.usefixtures("database")
AWA = "Maïga;Awa;F;44/6386;1984;P"


def entered(*rows: str, known: bool = False) -> dict[int, _people.Entry]:
    training_session = session_of(slots=1)
    if known:
        person = registered("Maïga", "Awa", service_number="446386")
        sessions.enrol(training_session=training_session, person=person, actor=SYSTEM)
    preview = queries.preview(uploaded(training_session, csv(*rows)))
    return _people.enter(
        training_session=training_session, outcomes=preview.to_record, actor=SYSTEM
    )


def test_somebody_new_is_registered_and_enrolled() -> None:
    (entry,) = entered(AWA).values()
    assert (entry.registered, entry.enrolled, entry.suggestion) == (True, True, None)
    assert entry.participation is not None
    assert entry.participation.person_id == entry.person.id


def test_somebody_in_the_session_keeps_their_place() -> None:
    (entry,) = entered(AWA, known=True).values()
    assert (entry.registered, entry.enrolled) == (False, False)
    assert "birth_date" in entry.filled


def test_a_maybe_is_asked_about_once() -> None:
    training_session = session_of(slots=1)
    registered("Maïga", "Awa")
    preview = queries.preview(uploaded(training_session, csv("Maiga;Awa;F;;;P")))
    (entry,) = _people.enter(
        training_session=training_session, outcomes=preview.to_record, actor=SYSTEM
    ).values()
    assert db.session.scalars(select(Suggestion)).one() is entry.suggestion
