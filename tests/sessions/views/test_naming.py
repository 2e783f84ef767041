import pytest
from flask import Flask

from lms.accounts.actors import Role
from lms.extensions import db
from lms.sessions.models import TrainingSession
from tests.conftest import Browse
from tests.factories.people import CategoryFactory
from tests.factories.sessions import ParticipationFactory
from tests.pages import read, text
from tests.sessions.given import given


@pytest.mark.parametrize(("sent", "named"), [("yes", True), ("no", False)])
def test_the_head_of_unit_switches_names_on_and_off(
    app: Flask, browse: Browse, sent: str, named: bool
) -> None:
    with app.app_context():
        address = f"/sessions/{given(names_movements=not named).id}"
    head = browse(role=Role.UNIT_HEAD)
    answer = head.post(f"{address}/movements", data={"named": sent}, follow_redirects=True)
    assert ("Only count them" in text(read(answer))) is named
    with app.app_context():
        assert db.session.query(TrainingSession).one().names_movements is named


def test_a_trainer_sees_no_switch(app: Flask) -> None:
    with app.app_context():
        it = given()
        client, address = it.browser(app), f"/sessions/{it.id}"
    assert "/movements" not in client.get(address).get_data(as_text=True)


def test_names_that_stand_there_keep_the_switch_on(app: Flask, browse: Browse) -> None:
    with app.app_context():
        it = given(names_movements=True)
        movement = CategoryFactory.create(code="armed-movements")
        ParticipationFactory.create(training_session=it.training_session, category=movement)
        address = f"/sessions/{it.id}"
    head = browse(role=Role.UNIT_HEAD)
    answer = head.post(f"{address}/movements", data={"named": "no"}, follow_redirects=True)
    assert "take them out first" in text(read(answer))
