import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from lms.accounts.actors import Role
from lms.accounts.models import AccessLog
from lms.extensions import db
from lms.people.models import Person
from tests import pages
from tests.conftest import Browse
from tests.factories.figures import FactFactory
from tests.factories.people import PersonFactory
from tests.web.register.given import CHILD, merged
from tests.web.register.views.conftest import Asked


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_page_is_well_made_in_both_languages(
    app: Flask, browse: Browse, doubt: Asked, locale: str
) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    answer = browse(role=Role.UNIT_HEAD, locale=locale).get(f"/people/{doubt.person_id}")
    page = pages.check(answer, locale=locale)
    assert pages.text(pages.one(page, "h1")) == "KEÏTA Mamadou"


def test_somebody_without_a_session_is_in_no_total(app: Flask, head: FlaskClient) -> None:
    with app.app_context():
        person_id = PersonFactory.create().id
    assert "In no session yet, so in no total." in head.get(f"/people/{person_id}").text


def test_a_merged_record_leads_to_the_one_that_stays(app: Flask, head: FlaskClient) -> None:
    with app.app_context():
        survivor, record = PersonFactory.create_batch(2)
        merged(record, survivor)
        ids = survivor.id, record.id
    assert head.get(f"/people/{ids[1]}").location == f"/people/{ids[0]}"


def test_every_reading_is_logged(app: Flask, head: FlaskClient, doubt: Asked) -> None:
    head.get(f"/people/{doubt.person_id}")
    with app.app_context():
        assert db.session.scalars(select(AccessLog.target)).all() == [f"person:{doubt.person_id}"]


def test_a_child_is_shown_to_the_unit_head_alone_and_under_a_number(
    app: Flask, browse: Browse, head: FlaskClient
) -> None:
    with app.app_context():
        fact = FactFactory.create(
            participation__person__surname="Diarra",
            participation__person__birth_date=CHILD,
            participation__person__phone="+22376000017",
            participation__person__service_number="EX-04417",
        )
        child = db.session.get_one(Person, fact.person_id)
        path, pseudonym = f"/people/{child.id}", f"E-{child.id:04d}"
    page = head.get(path).text
    assert pseudonym in page
    assert not [it for it in ("Diarra", "DIARRA", "EX-04417", "00 17") if it in page]
    assert browse(role=Role.ADMINISTRATOR).get(path).status_code == 403


def test_the_register_leads_to_its_persons_but_not_an_administrator_to_a_child(
    app: Flask, browse: Browse, head: FlaskClient
) -> None:
    with app.app_context():
        adult, child = PersonFactory.create(), PersonFactory.create(birth_date=CHILD)
        paths = [f"/people/{it.id}" for it in (adult, child)]

    def led(client: FlaskClient) -> list[str | None]:
        page = pages.read(client.get("/people/"))
        return [it.get("href") for it in page.findall(".//tbody//th//a")]

    assert led(head) == paths
    assert led(browse(role=Role.ADMINISTRATOR)) == paths[:1]


def test_nobody_of_that_number_is_not_found(head: FlaskClient) -> None:
    assert head.get("/people/404").status_code == 404
