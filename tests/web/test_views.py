from datetime import timedelta
from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text as sql

from lms.accounts.actors import Role
from lms.clock import today
from lms.courses.kinds import VersionStatus
from lms.extensions import db
from lms.http import PARTICIPATION_KEY
from lms.sessions.kinds import Status
from tests import pages
from tests.conftest import Browse
from tests.factories.accounts import UserFactory
from tests.factories.courses import CourseVersionFactory
from tests.factories.sessions import (
    FacilitatorFactory,
    ParticipationFactory,
    SlotFactory,
    TrainingSessionFactory,
)
from tests.statements import counted

OVER = timedelta(-3)


def planned(app: Flask, *starts: timedelta, people: int = 0, **changes: object) -> list[int]:
    """Return sessions of one slot each that begin so long from today."""
    ids = []
    with app.app_context():
        for start in starts:
            made = TrainingSessionFactory.create(first_day=today() + start, **changes)
            SlotFactory.create(training_session=made)
            ParticipationFactory.create_batch(people, training_session=made)
            ids.append(made.id)
    return ids


def page_of(client: FlaskClient, path: str = "/") -> Element:
    return pages.read(client.get(path))


def hrefs(page: Element) -> dict[str, str | None]:
    return {pages.text(link): link.get("href") for link in page.findall(".//main//a")}


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_a_stranger_is_shown_both_ways_in(stranger: FlaskClient, locale: str) -> None:
    page = pages.check(stranger.get("/", headers={"Accept-Language": locale}), locale=locale)
    assert {form.get("action") for form in page.findall(".//main//form")} == {"/enter", "/sign-in"}


def test_the_team_can_stay_signed_in_from_the_first_page(stranger: FlaskClient) -> None:
    page = page_of(stranger)
    box = pages.one(page, "form[@action='/sign-in']//input[@type='checkbox']")
    assert box.get("name") == "stay"
    assert "An administrator gives you a new one." in pages.text(page)


def test_whoever_holds_a_pass_code_is_led_to_their_space(app: Flask) -> None:
    client = app.test_client()
    with client.session_transaction() as kept:
        kept[PARTICIPATION_KEY] = 1
    assert client.get("/").location == "/space"


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_account_of_a_participant_is_asked_for_a_pass_code(
    browse: Browse, locale: str
) -> None:
    answer = browse(role=Role.PARTICIPANT, locale=locale).get("/")
    page = pages.check(answer, locale=locale)
    assert pages.one(page, "main//form").get("action") == "/enter"
    assert pages.one(page, "main//input[@name='pass_code']") is not None


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_a_day_is_well_made_in_both_languages(app: Flask, browse: Browse, locale: str) -> None:
    planned(app, timedelta(0), timedelta(2), OVER, people=2)
    with app.app_context():
        CourseVersionFactory.create(status=VersionStatus.DRAFT)
    pages.check(browse(role=Role.UNIT_HEAD, locale=locale).get("/"), locale=locale)


def test_the_roll_of_today_is_one_click_away(app: Flask, browse: Browse) -> None:
    (made,) = planned(app, timedelta(0))
    page = page_of(browse(role=Role.UNIT_HEAD))
    assert "1 roll call today." in pages.text(page)
    assert hrefs(page)["Call the roll"] == f"/sessions/{made}/roll"


def test_an_empty_day_says_what_to_do_next(browse: Browse) -> None:
    trainer, administrator = browse(), browse(role=Role.ADMINISTRATOR)
    assert hrefs(page_of(trainer))["Plan a session"] == "/sessions/new"
    page = page_of(administrator)
    assert "Nothing planned from today on" in pages.text(page)
    assert "Plan a session" not in hrefs(page)


def test_a_trainer_sees_their_own_day(app: Flask) -> None:
    planned(app, timedelta(0))
    with app.app_context():
        given = FacilitatorFactory.create(
            training_session__first_day=today() + timedelta(1),
            training_session__course_version__title_en="Mine",
        )
        client = app.test_client(user=given.user)
    page = page_of(client)
    assert "No session today." in pages.text(page)
    assert hrefs(page)["Mine"] == f"/sessions/{given.training_session_id}"


def to_finish(page: Element) -> str | None:
    """Return where the only task of the day leads."""
    (task,) = [it for it in hrefs(page).items() if "over and not closed" in it[0]]
    return task[1]


def test_one_late_session_is_one_click_away(app: Flask, browse: Browse) -> None:
    (made,) = planned(app, OVER)
    client = browse(role=Role.UNIT_HEAD)
    assert to_finish(page_of(client)) == f"/sessions/{made}"


def test_late_sessions_lead_to_a_list_of_nothing_else(app: Flask, browse: Browse) -> None:
    late = planned(app, OVER, OVER, status=Status.HELD)
    planned(app, timedelta(0), timedelta(1))
    planned(app, OVER, status=Status.CLOSED)
    client = browse(role=Role.UNIT_HEAD)
    address = to_finish(page_of(client))
    assert address is not None
    listed = page_of(client, address)
    rows = {link.get("href") for link in listed.findall(".//tbody//th/a")}
    assert rows == {f"/sessions/{it}" for it in late}
    chosen = pages.one(listed, "select[@name='status']/option[@selected]")
    assert pages.text(chosen) == "Over and not closed"


def test_drafts_to_publish_lead_to_the_courses(app: Flask, browse: Browse) -> None:
    with app.app_context():
        CourseVersionFactory.create(status=VersionStatus.DRAFT)
    page = page_of(browse(role=Role.UNIT_HEAD))
    assert "/courses/" in hrefs(page).values()
    assert "draft to publish" in pages.text(page)


def test_a_full_day_asks_as_much_as_a_quiet_one(app: Flask, browse: Browse) -> None:
    client = browse(role=Role.UNIT_HEAD)
    planned(app, timedelta(0), timedelta(1), OVER, people=2)
    with counted(app) as few:
        client.get("/")
    planned(app, *[timedelta(0), timedelta(1), OVER] * 3, people=2)
    with counted(app) as many:
        client.get("/")
    assert len(many) == len(few)


def test_a_language_is_remembered_and_leads_back(stranger: FlaskClient) -> None:
    answer = stranger.get("/language/fr?to=/verify/?code=x")
    assert answer.location == "/verify/?code=x"
    assert pages.read(stranger.get("/verify/")).get("lang") == "fr"


def test_the_language_chosen_here_comes_before_that_of_the_account(browse: Browse) -> None:
    client = browse(locale="fr")
    client.get("/language/en")
    assert page_of(client).get("lang") == "en"


@pytest.mark.parametrize("wanted", ["http://elsewhere.example/", "//elsewhere.example", "\\\\x"])
def test_the_language_switch_leads_nowhere_else(stranger: FlaskClient, wanted: str) -> None:
    assert stranger.get("/language/fr", query_string={"to": wanted}).location == "/"


def test_a_language_that_is_not_spoken_is_not_there(stranger: FlaskClient) -> None:
    answer = stranger.get("/language/xx")
    assert answer.status_code == 404
    assert "Set-Cookie" not in answer.headers


def test_a_healthy_installation_says_so(stranger: FlaskClient) -> None:
    answer = stranger.get("/healthz")
    assert answer.status_code == 200
    assert answer.json == {"status": "ok", "database": "ok", "migrations": "at head"}


def test_a_schema_left_behind_is_not_healthy(app: Flask, stranger: FlaskClient) -> None:
    with app.app_context():
        db.session.execute(sql("UPDATE alembic_version SET version_num = 'before'"))
        db.session.commit()
    answer = stranger.get("/healthz")
    assert answer.status_code == 503
    assert answer.json == {"status": "failing", "database": "ok", "migrations": "behind"}


def test_a_disabled_account_finds_the_way_in_instead_of_its_day(app: Flask) -> None:
    with app.app_context():
        client = app.test_client(user=UserFactory.create(active=False))
    assert pages.one(page_of(client), "form[@action='/sign-in']") is not None
