"""Taking a list back through its pages, and counting people without names."""

import pytest
from flask import Flask
from sqlalchemy import select

from lms.extensions import db
from lms.people.models import Person
from lms.sessions.models import Headcount, Participation
from tests.factories.certificates import CertificateFactory
from tests.lists.given import Desk, csv, desk_of
from tests.pages import check, one, read, text

AWA = "Maïga;Awa;F;44/6386;1984;P"
ALI = "Traoré;Ali;M;51/2222;;P"
NAMELESS = ";;F;;;P"


def recorded(desk: Desk, *rows: str, **data: object) -> str:
    """Return the address of a list handed in and recorded."""
    path = str(desk.hand_in(csv(*rows)).request.path)
    desk.post(f"{path}/apply", **data)
    return path


def there(app: Flask) -> tuple[list[str], list[int]]:
    """Return who is in the session by name, and the headcounts."""
    with app.app_context():
        names = db.session.scalars(
            select(Person.surname).join(Participation, Participation.person_id == Person.id)
        )
        return sorted(names), sorted(db.session.scalars(select(Headcount.count)))


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_a_recorded_list_leads_to_the_page_that_takes_it_back(app: Flask, locale: str) -> None:
    desk = desk_of(app, locale=locale)
    path = recorded(desk, AWA, ALI, NAMELESS, all_unnamed="y")
    page = check(desk.client.get(path), locale=locale)
    assert page.findall(f".//a[@href='{path}/undo']")
    asked = check(desk.client.get(f"{path}/undo"), locale=locale)
    said = [text(it) for it in asked.findall(".//ul[@class='points']/li")]
    assert [it.split()[0] for it in said[:3]] == ["2", "2", "1"]
    assert there(app) == (["Maïga", "Traoré"], [1])


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_list_is_taken_back(app: Flask, locale: str) -> None:
    desk = desk_of(app, locale=locale)
    path = recorded(desk, AWA, NAMELESS, all_unnamed="y")
    page = check(desk.post(f"{path}/undo"), locale=locale)
    told = "La liste est annulée." if locale == "fr" else "The list is taken back."
    assert told in text(page)
    assert page.findall(f".//a[@href='{desk.path}']")
    assert there(app) == ([], [])
    check(desk.client.get("/lists/"), locale=locale)


def test_the_file_taken_back_can_be_recorded_again(app: Flask) -> None:
    desk = desk_of(app)
    path = recorded(desk, AWA)
    desk.post(f"{path}/undo")
    assert recorded(desk, AWA) == path
    assert there(app) == (["Maïga"], [])


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_what_holds_the_list_is_shown_with_links_and_nothing_happens(
    app: Flask, locale: str
) -> None:
    desk = desk_of(app, locale=locale)
    path = recorded(desk, AWA)
    with app.app_context():
        held = CertificateFactory.create(
            participation=db.session.scalars(select(Participation)).one()
        )
        number, href = held.number, f"/certificates/{held.id}"
    for answer, status in (
        (desk.client.get(f"{path}/undo"), 200),
        (desk.post(f"{path}/undo"), 422),
    ):
        assert answer.status_code == status
        page = check(answer, locale=locale) if status == 200 else read(answer)
        assert number in text(one(page, f"a[@href='{href}']"))
    assert there(app) == (["Maïga"], [])


def test_what_is_not_recorded_is_not_taken_back(app: Flask) -> None:
    desk = desk_of(app)
    path = str(desk.hand_in(csv(AWA)).request.path)
    assert desk.client.get(f"{path}/undo").status_code == 404
    assert desk.post(f"{path}/undo").status_code == 404


def test_a_list_taken_back_is_no_preview(app: Flask) -> None:
    desk = desk_of(app)
    path = recorded(desk, AWA)
    desk.post(f"{path}/undo")
    assert desk.client.get(f"{path}/columns").status_code == 404
    assert desk.post(f"{path}/apply").status_code == 404
    assert desk.post(f"{path}/discard").status_code == 404
    assert there(app) == ([], [])


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_refused_rows_can_be_ticked_one_by_one(app: Flask, locale: str) -> None:
    desk = desk_of(app, locale=locale)
    path = str(desk.hand_in(csv(AWA, NAMELESS, NAMELESS, ";;M;;;A")).request.path)
    page = check(desk.client.get(path), locale=locale)
    boxes = page.findall(".//form[@id='record']//input[@name='unnamed']")
    assert [it.get("value") for it in boxes] == ["3", "4"]
    shown = text(check(desk.post(f"{path}/apply", unnamed=["4"]), locale=locale))
    assert ("comptée sans nom" if locale == "fr" else "counted without a name") in shown
    assert there(app) == (["Maïga"], [1])


def test_a_list_without_such_rows_offers_nothing_to_tick(app: Flask) -> None:
    desk = desk_of(app)
    page = check(desk.client.get(desk.hand_in(csv(AWA)).request.path), locale="en")
    assert not page.findall(".//input[@name='all_unnamed']")


def test_of_a_list_of_which_nobody_can_be_named_people_are_counted(app: Flask) -> None:
    desk = desk_of(app)
    path = str(desk.hand_in(csv(NAMELESS)).request.path)
    page = text(check(desk.client.get(path), locale="en"))
    assert "Count the rows chosen" in page
    desk.post(f"{path}/apply", all_unnamed="y")
    assert there(app) == ([], [1])
