"""Recording a list, putting it aside, and what may happen meanwhile."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor, wait

import pytest
from flask import Flask
from sqlalchemy import func, select

from lms.accounts.actors import SYSTEM
from lms.accounts.models import User
from lms.db import lock
from lms.extensions import db
from lms.files import contents
from lms.lists.models import ImportedList
from lms.people.models import Person
from lms.sessions import services as sessions
from lms.sessions.kinds import Status
from lms.sessions.models import AttendanceMark, Participation, TrainingSession
from lms.sessions.outcome import Outcome
from tests.lists.given import GAO, NOW, Desk, csv, desk_of
from tests.pages import check, read, text

AWA = "Maïga;Awa;F;44/6386;1984;P"
NAMELESS = ";;F;;;P"


def handed_in(desk: Desk, *rows: str) -> str:
    """Return the address of a list just handed in."""
    return desk.hand_in(csv(*rows)).request.path


def counts(app: Flask) -> tuple[int, ...]:
    """Return how many people, participations and marks there are."""
    with app.app_context():
        return tuple(
            db.session.scalar(select(func.count()).select_from(it)) or 0
            for it in (Person, Participation, AttendanceMark)
        )


def end(app: Flask, desk: Desk, status: Status = Status.CLOSED) -> None:
    with app.app_context():
        db.session.get_one(TrainingSession, desk.session_id).status = status
        db.session.commit()


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_list_of_gao_is_recorded_through_the_pages(app: Flask, locale: str) -> None:
    """DOMAIN R1, the worked example."""
    desk = desk_of(app, slots=3, locale=locale)
    path = desk.hand_in(GAO.read_bytes(), name=GAO.name).request.path
    page = text(check(desk.post(f"{path}/apply"), locale=locale))
    assert ("46 lignes" if locale == "fr" else "46 rows are recorded.") in page
    assert counts(app) == (46, 46, 136)
    with app.app_context():
        training_session = db.session.get_one(TrainingSession, desk.session_id)
        sessions.close(training_session=training_session, now=NOW, actor=SYSTEM)
        outcomes = Counter(db.session.scalars(select(Participation.outcome)))
    assert outcomes == {Outcome.TRAINED: 35, Outcome.SENSITIZED: 11}


def test_what_was_not_recorded_is_told_by_row_and_reason(app: Flask) -> None:
    desk = desk_of(app)
    page = check(desk.post(f"{handed_in(desk, AWA, NAMELESS)}/apply"), locale="en")
    assert [text(row) for row in page.findall(".//tbody/tr")] == ["3 no name"]
    assert "MAÏGA" not in text(page)


def test_a_list_recorded_leads_to_what_was_recorded(app: Flask) -> None:
    desk = desk_of(app)
    path = handed_in(desk, AWA)
    desk.post(f"{path}/apply")
    assert "The list is recorded" in text(check(desk.client.get(path), locale="en"))
    assert desk.client.get(f"{path}/columns").status_code == 404


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en", "Nothing was recorded again."),
        ("fr", "Rien n’a été enregistré de nouveau."),
    ],
)
def test_a_recorded_file_handed_in_again_records_nothing(
    app: Flask, locale: str, said: str
) -> None:
    desk = desk_of(app, locale=locale)
    desk.post(f"{handed_in(desk, AWA)}/apply")
    answer = desk.hand_in(csv(AWA))
    assert answer.status_code == 422
    assert said in text(check(answer, locale=locale))
    assert counts(app) == (1, 1, 1)


def test_a_list_is_recorded_once_however_often_the_button_is_pressed(app: Flask) -> None:
    desk = desk_of(app)
    path = handed_in(desk, AWA)
    desk.post(f"{path}/apply")
    again = desk.post(f"{path}/apply")
    assert "Nothing was recorded again." in text(check(again, locale="en"))
    assert counts(app) == (1, 1, 1)


def test_the_same_people_on_another_list_are_not_doubled(app: Flask) -> None:
    desk = desk_of(app)
    desk.post(f"{handed_in(desk, AWA)}/apply")
    desk.post(f"{handed_in(desk, AWA, 'Sow;Binta;F;51/2222;1990;P')}/apply")
    assert counts(app) == (2, 2, 3)


def test_a_total_that_differs_records_nothing_until_the_rows_are_chosen(app: Flask) -> None:
    """DOMAIN R11."""
    desk = desk_of(app)
    path = handed_in(desk, AWA, "Total;46")
    answer = desk.post(f"{path}/apply")
    assert answer.status_code == 422
    page = check(answer, locale="en")
    alert = page.find(".//div[@role='alert']")
    assert alert is not None
    assert "declares 46 people, its rows give 1." in text(alert)
    assert counts(app) == (0, 0, 0)
    assert "1 row is recorded." in text(read(desk.post(f"{path}/apply", accept_lines="y")))


@pytest.mark.parametrize("status", [Status.CLOSED, Status.CANCELLED])
@pytest.mark.parametrize(
    ("locale", "said"),
    [("en", "This session is closed or cancelled"), ("fr", "Cette session est close ou annulée")],
)
def test_a_session_over_meanwhile_takes_nothing_and_the_list_stays(
    app: Flask, status: Status, locale: str, said: str
) -> None:
    desk = desk_of(app, locale=locale)
    path = handed_in(desk, AWA)
    end(app, desk, status)
    answer = desk.post(f"{path}/apply")
    assert answer.status_code == 422
    assert said in text(check(answer, locale=locale))
    assert counts(app) == (0, 0, 0)
    assert "MAÏGA Awa" in text(read(desk.client.get(path)))


def test_columns_of_a_session_over_meanwhile_are_not_changed(app: Flask) -> None:
    desk = desk_of(app)
    path = handed_in(desk, AWA)
    end(app, desk)
    chosen = {f"column_{it}": "surname" if it == 0 else "other" for it in range(6)}
    answer = desk.post(f"{path}/columns", **chosen, slot_0=5, category_id=desk.category_id)
    assert answer.status_code == 422
    assert "This session is closed or cancelled" in text(check(answer, locale="en"))


def test_a_list_put_aside_is_gone_with_its_file(app: Flask) -> None:
    desk = desk_of(app)
    path = handed_in(desk, AWA)
    page = text(check(desk.post(f"{path}/discard"), locale="en"))
    assert "The list is put aside. Nothing of it was recorded." in page
    assert "Record an attendance list" in page
    assert desk.client.get(path).status_code == 404
    assert counts(app) == (0, 0, 0)
    with app.app_context():
        assert not [it for it in contents.folder().rglob("*") if it.is_file()]


def test_a_list_put_aside_may_be_handed_in_again(app: Flask) -> None:
    desk = desk_of(app)
    desk.post(f"{handed_in(desk, AWA)}/discard")
    assert "MAÏGA Awa" in text(read(desk.hand_in(csv(AWA))))


def test_a_recorded_list_is_not_put_aside(app: Flask) -> None:
    desk = desk_of(app)
    path = handed_in(desk, AWA)
    desk.post(f"{path}/apply")
    page = text(check(desk.post(f"{path}/discard"), locale="en"))
    assert "This file was recorded into this session on" in page
    assert counts(app) == (1, 1, 1)


@pytest.mark.parametrize("act", ["apply", "discard", "columns"])
def test_a_form_without_its_token_does_nothing(app: Flask, act: str) -> None:
    desk = desk_of(app)
    path = handed_in(desk, AWA)
    assert desk.client.post(f"{path}/{act}").status_code == 400
    assert counts(app) == (0, 0, 0)
    with app.app_context():
        assert db.session.scalars(select(ImportedList)).one().applied_at is None


def test_of_two_who_record_a_list_at_once_one_is_told_that_it_is_done(app: Flask) -> None:
    desk = desk_of(app, slots=3)
    path = desk.hand_in(GAO.read_bytes()).request.path
    app.config["WTF_CSRF_ENABLED"] = False
    with app.app_context():
        trainer = db.session.scalars(select(User)).one()
        other = app.test_client(user=trainer)
    clients = [desk.client, other]
    with app.app_context(), ThreadPoolExecutor() as pool:
        lock(db.session.get_one(TrainingSession, desk.session_id))
        both = [pool.submit(it.post, f"{path}/apply", follow_redirects=True) for it in clients]
        assert not wait(both, timeout=0.3).done, "both must wait for who holds the session"
        db.session.rollback()
        pages = [text(read(it.result())) for it in both]
    assert sum("46 rows are recorded." in it for it in pages) == 1
    assert sum("Nothing was recorded again." in it for it in pages) == 1
    assert counts(app) == (46, 46, 136)
