"""Two records that may be one person, each trained once, and whoever decides."""

from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient

from lms.accounts.actors import Role
from lms.people.models import Category, Person
from lms.sessions.kinds import Status
from lms.sessions.outcome import Outcome
from tests.conftest import Browse
from tests.factories.figures import FactFactory
from tests.factories.people import CategoryFactory, SuggestionFactory
from tests.factories.sessions import AttendanceMarkFactory, ParticipationFactory, SlotFactory


@dataclass(frozen=True)
class Asked:
    """A doubt, the two records and the slot in which their marks may contradict."""

    id: int
    person_id: int
    candidate_id: int


def trained(person: Person, category: Category) -> None:
    """Let somebody have been trained in a closed session of their own."""
    slot = SlotFactory.create(training_session__status=Status.CLOSED, minutes=360)
    participation = ParticipationFactory.create(
        person=person,
        category=category,
        training_session=slot.training_session,
        outcome=Outcome.TRAINED,
        marks_obtained=1,
        marks_held=1,
    )
    AttendanceMarkFactory.create(participation=participation, slot=slot)
    FactFactory.create(participation=participation)


@pytest.fixture
def doubt(app: Flask) -> Asked:
    """Return a doubt about two people who were trained in different sessions."""
    with app.app_context():
        category = CategoryFactory.create(label_en="Police", label_fr="Police nationale")
        made = SuggestionFactory.create(
            likelihood=900,
            person__surname="Keïta",
            person__given_names="Mamadou",
            person__category=category,
            candidate__surname="KEITA",
            candidate__given_names="Mamadu",
            candidate__category=category,
            evidence={"surname": "same", "given": "close"},
        )
        for person in (made.person, made.candidate):
            trained(person, category)
        return Asked(made.id, made.person_id, made.candidate_id)


@pytest.fixture
def contrary(app: Flask) -> tuple[Asked, int]:
    """Return a doubt about two with contrary marks in one slot, and that slot."""
    with app.app_context():
        made = SuggestionFactory.create()
        one = ParticipationFactory.create(person=made.person)
        other = ParticipationFactory.create(
            person=made.candidate, training_session=one.training_session
        )
        slot = SlotFactory.create(training_session=one.training_session)
        AttendanceMarkFactory.create(participation=one, slot=slot, state="present")
        AttendanceMarkFactory.create(participation=other, slot=slot, state="absent")
        return Asked(made.id, made.person_id, made.candidate_id), slot.id


@pytest.fixture
def head(browse: Browse) -> FlaskClient:
    """Return the browser of a unit head."""
    return browse(role=Role.UNIT_HEAD)
