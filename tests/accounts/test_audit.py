import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, text

from lms.accounts import audit
from lms.accounts.actors import SYSTEM, Actor, ActorKind
from lms.accounts.current import get_actor
from lms.accounts.models import AccessLog, AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from tests.conftest import Browse

pytestmark = pytest.mark.own_app

PARTICIPANT = Actor(kind=ActorKind.PARTICIPANT, id=7)

below_the_view = pytest.mark.usefixtures("database")


@pytest.fixture
def reader(app: Flask, browse: Browse) -> FlaskClient:
    """Return a browser for two pages that note their reading, of which one is then refused."""

    def names() -> str:
        audit.record_read("training_session:1", actor=get_actor())
        return "Awa Exemple"

    def refused() -> str:
        names()
        raise NotAllowed("training_session:read")

    app.add_url_rule("/names", view_func=names)
    app.add_url_rule("/refused", view_func=refused)
    return browse()


def noted(app: Flask) -> list[str]:
    with app.app_context():
        return [*db.session.scalars(select(AccessLog.target))]


@below_the_view
def test_an_entry_says_who_did_what_to_which_row() -> None:
    changes = {"state": "closed", "participations": [3, 4]}
    audit.record(
        "training_session:close", "training_session:1", changes=changes, actor=PARTICIPANT
    )
    db.session.commit()
    entry = db.session.scalars(select(AuditEntry)).one()
    assert (entry.actor_kind, entry.actor_id) == (ActorKind.PARTICIPANT, 7)
    assert (entry.action, entry.target) == ("training_session:close", "training_session:1")
    assert entry.changes == changes
    assert entry.at.tzinfo is not None


@below_the_view
def test_an_act_without_changes_is_told_from_one_that_changed_nothing() -> None:
    audit.record("a", "user:1", actor=SYSTEM)
    audit.record("b", "user:1", changes={}, actor=SYSTEM)
    db.session.commit()
    stored = {it.action: it.changes for it in db.session.scalars(select(AuditEntry))}
    assert stored == {"a": None, "b": {}}


@below_the_view
def test_a_trace_goes_with_its_act() -> None:
    audit.record("user:create", "user:1", actor=SYSTEM)
    db.session.rollback()
    assert db.session.scalars(select(AuditEntry)).all() == []


@below_the_view
def test_what_a_command_reads_is_noted_at_once() -> None:
    audit.record_read("person:register", actor=PARTICIPANT)
    (line,) = db.session.scalars(select(AccessLog))
    assert (line.actor_kind, line.actor_id) == (ActorKind.PARTICIPANT, 7)
    assert line.target == "person:register"


def test_a_page_of_names_is_noted_once(app: Flask, reader: FlaskClient) -> None:
    assert reader.get("/names").text == "Awa Exemple"
    assert noted(app) == ["training_session:1"]


def test_a_page_that_was_refused_is_not_noted(app: Flask, reader: FlaskClient) -> None:
    assert reader.get("/refused").status_code == 403
    assert noted(app) == []


def test_names_whose_reading_cannot_be_noted_are_not_shown(
    app: Flask, reader: FlaskClient
) -> None:
    with app.app_context(), db.engine.begin() as connection:
        connection.execute(text("ALTER TABLE access_log RENAME TO elsewhere"))
    app.testing = False  # as it is served: what breaks is answered
    try:
        answer = reader.get("/names")
    finally:
        with app.app_context(), db.engine.begin() as connection:
            connection.execute(text("ALTER TABLE elsewhere RENAME TO access_log"))
    assert answer.status_code == 500
    assert "Awa Exemple" not in answer.text
    assert "Something broke on our side" in answer.text
