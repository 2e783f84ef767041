from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from lms.accounts.actors import Role
from lms.accounts.models import AccessLog
from lms.extensions import db
from lms.people.names import pseudonym
from tests.conftest import Browse
from tests.factories.people import CategoryFactory, PersonFactory
from tests.pages import check, read, text
from tests.statements import counted

CHILD = date(2020, 1, 1)


def names(client: FlaskClient, path: str = "/people/") -> list[str]:
    """Return the names on a page of the register."""
    page = read(client.get(path))
    return [text(it) for it in page.findall(".//tbody/tr/th")]


def searched(client: FlaskClient, words: str) -> list[str]:
    """Search as the form does and return the names found."""
    answer = client.post("/people/", data={"words": words})
    return names(client, answer.location)


@pytest.fixture
def head(app: Flask, browse: Browse) -> FlaskClient:
    """Return the browser of a unit head, with two people and a minor in the register."""
    with app.app_context():
        police = CategoryFactory.create(label_en="Police", label_fr="Police", position=2)
        other = CategoryFactory.create(position=1)
        PersonFactory.create(
            surname="Diarra",
            category=police,
            rank="Sgt",
            unit="Gao",
            service_number="44/6386",
            service_number_key="446386",
        )
        PersonFactory.create(surname="Traoré", category=other)
        PersonFactory.create(surname="Keïta-Exemple", birth_date=CHILD, rank="Élève")
    return browse(role=Role.UNIT_HEAD)


@pytest.mark.parametrize("locale", ["fr", "en"])
@pytest.mark.parametrize("query", ["", "?category=999"])
def test_the_empty_register_says_what_to_do(
    app: Flask, browse: Browse, locale: str, query: str
) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    answer = browse(role=Role.UNIT_HEAD, locale=locale).get(f"/people/{query}")
    page = check(answer, locale=locale)
    sessions = "/sessions/" if not query else "/people/"
    links = [it.get("href") for it in page.findall(".//main//a")]
    assert sessions in links


@pytest.mark.usefixtures("head")
@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_register_is_well_made_in_both_languages(
    app: Flask, browse: Browse, locale: str
) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    page = check(browse(role=Role.ADMINISTRATOR, locale=locale).get("/people/"), locale=locale)
    row = next(text(it) for it in page.findall(".//tbody/tr") if "DIARRA" in text(it))
    woman = "Femme" if locale == "fr" else "Woman"
    assert row == f"DIARRA Awa {woman} Police Sgt Gao 44/6386"


def test_a_minor_stands_under_a_number_without_rank(head: FlaskClient) -> None:
    page = head.get("/people/").text
    assert "KEÏTA" not in page.upper()
    assert "Élève" not in page
    assert pseudonym(3) in names(head)


def test_a_name_is_searched_for_and_stands_in_no_address(head: FlaskClient) -> None:
    answer = head.post("/people/", data={"words": "diara"})
    assert answer.location == "/people/?found=1"
    assert searched(head, "diarra") == ["DIARRA Awa"]
    assert searched(head, "44/63") == ["DIARRA Awa"]


def test_a_minor_is_not_found_by_name(head: FlaskClient) -> None:
    assert searched(head, "keita exemple") == []
    assert "Nobody found" in head.get("/people/?found=1").text


def test_an_empty_search_shows_everybody_again(head: FlaskClient) -> None:
    searched(head, "diarra")
    assert len(searched(head, "")) == 3


def test_the_register_without_the_search_is_whole(head: FlaskClient) -> None:
    """What was looked for counts only where the address says that something was."""
    searched(head, "diarra")
    assert len(names(head)) == 3


def test_words_too_long_find_everybody(head: FlaskClient) -> None:
    assert len(searched(head, "a" * 101)) == 3


def test_the_register_is_narrowed_and_sorted_by_the_address(app: Flask, head: FlaskClient) -> None:
    with app.app_context():
        category = PersonFactory.create(surname="Sow").category_id
    assert names(head, f"/people/?category={category}") == ["SOW Awa"]
    by_category = [it for it in names(head, "/people/?sort=category") if "Awa" in it]
    assert by_category[0] == "TRAORÉ Awa"
    assert names(head, "/people/?sort=newest")[0] == "SOW Awa"


@pytest.mark.parametrize("query", ["category=x", "sort=x", "page=x", "page=0", "page=99"])
def test_an_address_that_means_nothing_shows_everybody(head: FlaskClient, query: str) -> None:
    assert len(names(head, f"/people/?{query}")) == 3


def test_reading_the_register_is_logged(app: Flask, head: FlaskClient) -> None:
    head.get("/people/")
    with app.app_context():
        assert db.session.scalars(select(AccessLog.target)).all() == ["person:register"]


@pytest.mark.parametrize("role", [Role.TRAINER, Role.PARTICIPANT])
def test_others_do_not_read_the_register_and_leave_no_log(
    app: Flask, browse: Browse, role: Role
) -> None:
    assert browse(role=role).get("/people/").status_code == 403
    with app.app_context():
        assert db.session.scalars(select(AccessLog)).all() == []


def test_a_long_register_is_cut_into_pages_and_asks_no_more(app: Flask, head: FlaskClient) -> None:
    head.get("/people/")
    with counted(app) as few:
        head.get("/people/")
    with app.app_context():
        PersonFactory.create_batch(60)
    with counted(app) as many:
        assert 'rel="next"' in head.get("/people/").text
    assert len(many) == len(few)
    assert len(names(head, "/people/?page=2")) == 13
