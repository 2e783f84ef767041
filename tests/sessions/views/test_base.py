import pytest
from flask import Flask, get_flashed_messages

from lms.accounts.models import AccessLog
from lms.extensions import db
from lms.sessions.kinds import Status
from lms.sessions.views import base
from tests.factories.people import CategoryFactory, OrganisationFactory
from tests.sessions.given import given


@pytest.mark.parametrize(
    ("status", "said"), [(Status.CLOSED, "close"), (Status.CANCELLED, "annulée")]
)
def test_who_comes_too_late_is_told_and_led_back(app: Flask, status: Status, said: str) -> None:
    with app.test_request_context():
        it = given(status=status)
        answer = app.make_response(base.turned_away(it.training_session))
        assert answer.location == f"/sessions/{it.id}"
        assert f"La session est {said}." in get_flashed_messages()[0]


def test_a_child_category_stands_under_its_parent(app: Flask) -> None:
    with app.test_request_context():
        parent = CategoryFactory.create(label_fr="Mission")
        child = CategoryFactory.create(label_fr="Police", parent=parent)
        one, other = base.category_choices([parent, child])
        assert (one.label, one.optgroup) == ("Mission, sans précision", "Mission")
        assert (other.label, other.optgroup) == ("Police", "Mission")


def test_organisations_are_offered_in_the_language_of_the_reader(app: Flask) -> None:
    with app.test_request_context():
        body = OrganisationFactory.create(label_fr="Organisation d’exemple")
        (choice,) = base.organisation_choices([body])
        assert (choice.value, choice.label) == (str(body.id), "Organisation d’exemple")


def test_a_session_is_entitled_by_its_course(app: Flask) -> None:
    with app.test_request_context():
        it = given(course_version__title_fr="Écouter")
        assert base.title(it.training_session) == "Écouter"


def test_reading_names_is_noted(app: Flask) -> None:
    with app.app_context():
        it = given()
        training_session, actor, tag = it.training_session, it.actor, it.training_session.tag
        db.session.expunge_all()
        db.session.rollback()  # the log has a connection of its own
        base.note_reading(training_session, actor)
        (line,) = db.session.query(AccessLog)
        assert (line.target, line.actor_id) == (tag, actor.id)
