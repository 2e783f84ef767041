import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from lms.accounts.actors import Role
from lms.accounts.models import AccessLog
from lms.extensions import db
from lms.people.kinds import DoubtKind
from tests import pages
from tests.conftest import Browse
from tests.factories.people import PersonFactory, SuggestionFactory
from tests.statements import counted
from tests.web.register.given import CHILD
from tests.web.register.views.conftest import Asked


@pytest.mark.parametrize("locale", ["fr", "en"])
@pytest.mark.parametrize("path", ["/matches/", "/matches/?kind=name_only", "/matches/{}"])
def test_each_page_is_well_made_in_both_languages(
    app: Flask, browse: Browse, doubt: Asked, path: str, locale: str
) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    client = browse(role=Role.UNIT_HEAD, locale=locale)
    pages.check(client.get(path.format(doubt.id)), locale=locale)


@pytest.mark.parametrize("locale", ["fr", "en"])
@pytest.mark.parametrize("query", ["", "?list=7", "?kind=phone"])
def test_an_empty_queue_says_what_to_do(
    app: Flask, browse: Browse, query: str, locale: str
) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    answer = browse(role=Role.UNIT_HEAD, locale=locale).get(f"/matches/{query}")
    page = pages.check(answer, locale=locale)
    assert page.findall(".//main//*[@class='empty']//a")


def test_both_records_stand_side_by_side_and_only_differences_are_marked(
    head: FlaskClient, doubt: Asked
) -> None:
    page = pages.read(head.get(f"/matches/{doubt.id}"))
    rows = {pages.text(row.findall("th")[0]): row for row in page.findall(".//tbody/tr")}
    surname = next(it for label, it in rows.items() if label.startswith("Surname"))
    given = next(it for label, it in rows.items() if label.startswith("Given names"))
    assert pages.text(surname) == "Surname the same but for accents Keïta KEITA"
    assert not list(surname.iter("mark"))
    assert [pages.text(it) for it in given.iter("mark")] == ["o"]
    assert "differs" in pages.text(given)
    assert list(given.iter("svg"))


def test_it_says_why_and_what_becomes_of_the_totals(head: FlaskClient, doubt: Asked) -> None:
    said = pages.text(pages.read(head.get(f"/matches/{doubt.id}")))
    assert "Almost certainly the same person. Alike: surname. Nearly alike: given names." in said
    assert "Total 2 1 2" in said


def test_three_equal_buttons_show_their_keys(head: FlaskClient, doubt: Asked) -> None:
    page = pages.read(head.get(f"/matches/{doubt.id}"))
    buttons = page.findall(".//form[@data-module='keys']//button")
    assert [it.get("value") for it in buttons] == ["same", "different", "later"]
    assert len({it.get("class") for it in buttons}) == 1
    assert [pages.text(it.find("kbd")) for it in buttons if it.find("kbd") is not None] == [  # type: ignore[arg-type]  # looked for before
        "1",
        "2",
        "3",
    ]


def test_every_reading_is_logged(app: Flask, head: FlaskClient, doubt: Asked) -> None:
    head.get("/matches/")
    head.get(f"/matches/{doubt.id}")
    with app.app_context():
        targets = db.session.scalars(select(AccessLog.target).order_by(AccessLog.id)).all()
    assert targets == ["suggestion:open", f"suggestion:{doubt.id}"]


def test_a_child_is_shown_to_the_unit_head_alone_and_under_a_number(
    app: Flask, browse: Browse, head: FlaskClient
) -> None:
    with app.app_context():
        child = PersonFactory.create(
            surname="Diarra", birth_date=CHILD, phone="+22376000017", service_number="EX-04417"
        )
        made = SuggestionFactory.create(candidate=child, person__surname="Diarra").id
        pseudonym = f"E-{child.id:04d}"
    for path in ("/matches/", f"/matches/{made}", "/people/duplicates"):
        page = head.get(path).text
        assert pseudonym in page
        assert not [it for it in ("Diarra", "DIARRA", "EX-04417", "00 17") if it in page]
    administrator = browse(role=Role.ADMINISTRATOR)
    assert pseudonym not in administrator.get("/matches/").text
    assert administrator.get(f"/matches/{made}").status_code == 403


def test_the_menu_counts_what_waits_for_each(app: Flask, browse: Browse, doubt: Asked) -> None:
    del doubt
    with app.app_context():
        SuggestionFactory.create(candidate=PersonFactory.create(birth_date=CHILD))

    def counted_for(role: Role) -> list[str]:
        page = pages.read(browse(role=role).get("/"))
        return [pages.text(it) for it in page.findall(".//nav[@id='menu']//a/span")]

    assert counted_for(Role.UNIT_HEAD) == ["2"]
    assert counted_for(Role.ADMINISTRATOR) == ["1"]
    assert counted_for(Role.TRAINER) == []


@pytest.mark.parametrize("path", ["/matches/", "/people/duplicates"])
def test_the_statements_do_not_grow_with_the_doubts(
    app: Flask, head: FlaskClient, path: str
) -> None:
    def asked() -> int:
        with counted(app) as sent:
            assert head.get(path).status_code == 200
        return len(sent)

    with app.app_context():
        SuggestionFactory.create()
    few = asked()
    with app.app_context():
        for kind in DoubtKind:
            SuggestionFactory.create(kind=kind)
    assert asked() == few
