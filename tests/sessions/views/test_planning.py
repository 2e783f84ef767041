from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient

from lms.accounts.actors import Role
from lms.extensions import db
from lms.sessions.kinds import Half, Status
from lms.sessions.models import TrainingSession
from tests.conftest import Browse
from tests.factories.accounts import UserFactory
from tests.factories.courses import CourseVersionFactory, ModuleFactory
from tests.factories.sessions import PlaceFactory
from tests.pages import read, text
from tests.sessions.given import given


@pytest.fixture
def trainer(app: Flask) -> tuple[FlaskClient, dict[str, object]]:
    """Return a trainer's browser and a form they may send."""
    with app.app_context():
        user = UserFactory.create()
        version = CourseVersionFactory.create()
        for _ in range(2):
            ModuleFactory.create(course_version=version, minutes=360)
        form = {
            "course_id": version.course_id,
            "first_day": "2014-03-12",
            "last_day": "2014-03-13",
            "division": "half_days",
            "place_id": PlaceFactory.create(name_fr="Gao").id,
            "venue": "Camp d’exemple",
            "lead_id": user.id,
            "languages": ["fr", "bm"],
            "phase": "ongoing",
            "delivery": "classroom",
            "capacity": "30",
        }
        client = app.test_client(user=user)
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client, form


def only_session() -> TrainingSession:
    return db.session.query(TrainingSession).one()


def test_a_trainer_plans_a_session(
    app: Flask, trainer: tuple[FlaskClient, dict[str, object]]
) -> None:
    client, form = trainer
    assert 'value="2"' not in client.get("/sessions/new").text
    answer = client.post("/sessions/new", data=form, follow_redirects=True)
    assert "The session is planned." in text(read(answer))
    with app.app_context():
        planned = only_session()
        assert [(it.half, it.minutes) for it in planned.slots] == [
            (Half.MORNING, 180),
            (Half.AFTERNOON, 180),
        ] * 2
        assert planned.languages == ["fr", "bm"]
        assert planned.capacity == 30


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"last_day": "2014-03-11"}, "The session ends before it begins."),
        ({"last_day": "2015-03-11"}, "more than 60 days"),
        ({"first_day": ""}, "Write the date as day, month and year."),
        ({"languages": []}, "Tick at least one language."),
        ({"capacity": "0"}, "Write a whole number, 1 or more."),
        ({"course_id": ""}, "Choose a course."),
        ({"first_day": "2013-01-01", "last_day": "2013-01-01"}, "No published version"),
        ({"first_day": "2024-01-01", "last_day": "2024-01-01"}, "This place did not exist"),
    ],
)
def test_a_mistake_is_explained_and_nothing_typed_is_lost(
    trainer: tuple[FlaskClient, dict[str, object]], changes: dict[str, object], said: str
) -> None:
    client, form = trainer
    answer = client.post("/sessions/new", data=form | changes)
    assert answer.status_code == 422
    assert said in text(read(answer))
    assert 'value="Camp d’exemple"' in answer.text


def test_a_trainer_cannot_plan_for_somebody_else_alone(
    app: Flask, trainer: tuple[FlaskClient, dict[str, object]]
) -> None:
    client, form = trainer
    with app.app_context():
        other = UserFactory.create().id
    answer = client.post("/sessions/new", data=form | {"lead_id": other})
    assert "You plan only sessions you give." in text(read(answer))


def test_without_a_course_the_page_says_what_is_missing(browse: Browse) -> None:
    page = text(read(browse(role=Role.UNIT_HEAD).get("/sessions/new")))
    assert "No course to give yet" in page


def test_an_administrator_plans_nothing(browse: Browse) -> None:
    assert browse(role=Role.ADMINISTRATOR).get("/sessions/new").status_code == 403


def edit_form(client: FlaskClient, path: str) -> dict[str, object]:
    """Return what the edit page would send unchanged."""
    page = read(client.get(path))
    form: dict[str, object] = {}
    for field in page.findall(".//input"):
        name = field.get("name", "")
        if field.get("type") == "checkbox":
            if field.get("checked") is not None:
                form.setdefault(name, []).append(field.get("value"))  # type: ignore[attr-defined]  # a list
        elif name:
            form[name] = field.get("value", "")
    for field in page.findall(".//select"):
        chosen = [it for it in field.findall(".//option") if it.get("selected") is not None]
        form[field.get("name", "")] = chosen[0].get("value") if chosen else ""
    return form


def test_the_plan_is_changed_slot_by_slot(app: Flask) -> None:
    with app.app_context():
        it = given(days=2)
        client, path = it.browser(app), f"/sessions/{it.id}/edit"
    form = edit_form(client, path)
    assert form["slots-0-day"] == "2014-03-12"
    form |= {
        "slots-0-remove": "y",
        "slots-2-day": "2014-03-14",
        "slots-2-half": "morning",
        "slots-2-minutes": "90",
        "venue": "École",
    }
    answer = client.post(path, data=form, follow_redirects=True)
    assert "The plan is saved." in text(read(answer))
    with app.app_context():
        changed = only_session()
        assert [slot.day for slot in changed.slots] == [date(2014, 3, 13), date(2014, 3, 14)]
        assert changed.venue == "École"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"slots-0-remove": "y", "slots-1-remove": "y"}, "A session needs at least one slot."),
        ({"slots-1-day": "2014-03-12"}, "Two slots take the same part of a day."),
        ({"slots-2-day": "2014-03-14"}, "Write how many minutes the slot lasts"),
        ({"revision": "9"}, "Somebody else saved the plan meanwhile"),
    ],
)
def test_a_refused_change_keeps_what_was_typed(
    app: Flask, changes: dict[str, object], said: str
) -> None:
    with app.app_context():
        it = given(days=2)
        client, path = it.browser(app), f"/sessions/{it.id}/edit"
    form = edit_form(client, path) | {"venue": "École"} | changes
    answer = client.post(path, data=form)
    assert answer.status_code == 422
    assert said in text(read(answer))
    assert 'value="École"' in answer.text


def test_what_is_over_is_shown_instead(app: Flask) -> None:
    with app.app_context():
        it = given(status=Status.CLOSED)
        client, path = it.browser(app), f"/sessions/{it.id}/edit"
    answer = client.get(path, follow_redirects=True)
    assert "The session is closed." in text(read(answer))


def test_an_administrator_changes_no_plan(app: Flask, browse: Browse) -> None:
    with app.app_context():
        path = f"/sessions/{given().id}/edit"
    assert browse(role=Role.ADMINISTRATOR).get(path).status_code == 403
