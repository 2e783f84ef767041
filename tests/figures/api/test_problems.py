from datetime import date

import pytest
from flask import Flask
from sqlalchemy import text

from lms.accounts.actors import Role
from lms.extensions import db
from tests.conftest import Browse
from tests.figures.api.conftest import Carry

BACKWARDS = "/api/v1/figures?from=2014-03-31&to=2014-03-01"
FRENCH = "La période se termine avant d’avoir commencé."


def test_an_error_speaks_the_language_asked_for(carry: Carry) -> None:
    got = carry(locale="fr").get(BACKWARDS)
    assert got.get_json()["detail"].startswith(FRENCH)
    assert got.headers["Content-Language"] == "fr"


def test_neither_cookie_nor_account_chooses_the_language(carry: Carry) -> None:
    client = carry(locale="fr", user__locale="en")
    client.set_cookie("locale", "en")
    assert client.get(BACKWARDS).get_json()["detail"].startswith(FRENCH)


def test_signing_in_opens_nothing(browse: Browse) -> None:
    client = browse(role=Role.ADMINISTRATOR)
    got = client.get("/api/v1/categories")
    assert got.status_code == 401
    assert got.get_json() == {
        "type": "about:blank",
        "title": "Unauthorized",
        "status": 401,
        "detail": "Send a valid token in the header Authorization, after the word Bearer. This"
        " one is wrong, expired or revoked, or there is none.",
    }


@pytest.mark.parametrize("address", ["/api/v1/persons", "/api/v2/figures", "/api/"])
def test_an_address_that_leads_nowhere_says_so(carry: Carry, address: str) -> None:
    got = carry().get(address)
    assert (got.status_code, got.mimetype) == (404, "application/problem+json")
    assert got.get_json()["detail"] == "There is nothing at this address."


def test_writing_is_refused_as_a_problem(carry: Carry) -> None:
    got = carry().post("/api/v1/figures")
    assert (got.status_code, got.mimetype) == (405, "application/problem+json")


def test_a_token_out_of_its_scope_says_what_it_lacks(carry: Carry) -> None:
    got = carry(scopes=["facts"]).get("/api/v1/figures?from=2014-03-01&to=2014-03-31")
    assert got.get_json()["detail"] == "This token may not read figures. Make one that may."


def test_what_its_owner_may_not_read_is_said(carry: Carry) -> None:
    got = carry(role=Role.TRAINER).get("/api/v1/facts?from=2014-03-01&to=2014-03-31")
    assert got.get_json()["detail"] == "The owner of this token may not read this."


def test_a_fault_of_ours_tells_nothing_of_itself(app: Flask, carry: Carry) -> None:
    client = carry()
    with app.app_context():
        db.session.execute(text("ALTER TABLE place RENAME TO gone"))
        db.session.commit()
    got = client.get("/api/v1/places")
    with app.app_context():
        db.session.execute(text("ALTER TABLE gone RENAME TO place"))
        db.session.commit()
    assert (got.status_code, got.mimetype) == (500, "application/problem+json")
    assert "place" not in got.text


def test_pages_for_people_keep_their_own_errors(browse: Browse) -> None:
    got = browse().get(f"/nowhere/{date.min}")
    assert (got.status_code, got.mimetype) == (404, "text/html")
