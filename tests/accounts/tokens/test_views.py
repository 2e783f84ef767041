import re

from flask import Flask
from sqlalchemy import select

from lms.accounts.actors import Role
from lms.accounts.tokens.models import ApiToken
from lms.accounts.tokens.secret import WRITTEN, matches
from lms.extensions import db
from tests.conftest import Browse
from tests.factories.accounts import ApiTokenFactory

TYPED = {"name": "Classeur", "scopes": ["figures", "facts"], "days": "30"}


def test_the_token_is_shown_once_and_opens(app: Flask, browse: Browse) -> None:
    client = browse(role=Role.UNIT_HEAD)
    answer = client.post("/account/tokens/new", data=TYPED)
    assert answer.status_code == 201
    found = re.search(WRITTEN, answer.text)
    assert found
    assert answer.headers["Cache-Control"] == "no-store"
    with app.app_context():
        kept = db.session.scalars(select(ApiToken)).one()
        assert matches(kept.digest, found[0])
    listed = client.get("/account/tokens/").text
    assert "Classeur" in listed
    assert found[1] in listed
    assert not re.search(WRITTEN, listed)


def test_sending_the_form_again_makes_no_second_one(browse: Browse) -> None:
    client = browse(role=Role.ADMINISTRATOR)
    client.post("/account/tokens/new", data=TYPED)
    answer = client.post("/account/tokens/new", data=TYPED)
    assert answer.status_code == 422
    assert "A token in use has this name." in answer.text


def test_a_token_that_may_read_nothing_is_explained(browse: Browse) -> None:
    answer = browse(role=Role.UNIT_HEAD).post("/account/tokens/new", data={**TYPED, "scopes": []})
    assert answer.status_code == 422
    assert "Tick at least one." in answer.text


def test_revoking_asks_once_and_closes(app: Flask) -> None:
    with app.app_context():
        token = ApiTokenFactory.create(user__locale="en")
        client, address = app.test_client(user=token.user), f"/account/tokens/{token.id}/revoke"
    assert "Revoke the token" in client.get(address).text
    answer = client.post(address, follow_redirects=True)
    assert "The token is revoked." in answer.text
    assert "Revoked on" in answer.text


def test_the_account_page_leads_to_tokens_whoever_may_make_one(browse: Browse) -> None:
    assert "/account/tokens/" in browse(role=Role.UNIT_HEAD).get("/account").text
    assert "/account/tokens/" not in browse(role=Role.TRAINER).get("/account").text
