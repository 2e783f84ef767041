import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from lms.certificates.forms import CodeForm, ListForm, RevokeForm
from lms.certificates.kinds import Reason, State


@pytest.mark.parametrize(
    ("asked", "wanted"), [("revoked", State.REVOKED), ("", None), ("nonsense", None)]
)
def test_the_list_is_narrowed_by_a_known_state_alone(
    app: Flask, asked: str, wanted: State | None
) -> None:
    with app.test_request_context():
        assert ListForm(MultiDict({"state": asked})).wanted_state is wanted


def test_every_state_and_every_reason_is_offered(app: Flask) -> None:
    with app.test_request_context():
        states = {it.value for it in ListForm(MultiDict()).state.choices}
        reasons = {it.value for it in RevokeForm().reason.choices}
    assert states == {"", *State}
    assert reasons == set(Reason)


def test_a_code_is_asked_for(app: Flask) -> None:
    with app.test_request_context():
        form = CodeForm(MultiDict({"code": ""}))
        assert not form.validate()
        assert list(form.errors) == ["code"]


def test_a_code_asks_for_no_token_since_nobody_is_signed_in(app: Flask) -> None:
    with app.test_request_context():
        form = CodeForm(MultiDict({"code": "7K4P 2MTR 9QXH"}))
        assert form.validate()
        assert "csrf_token" not in form


@pytest.mark.parametrize("reason", Reason)
def test_the_reason_chosen_is_handed_over(app: Flask, reason: Reason) -> None:
    with app.test_request_context("/", method="POST", data={"reason": reason.value}):
        form = RevokeForm()
        assert form.validate(), form.errors
        assert form.chosen is reason


@pytest.mark.parametrize("typed", ["", "because"])
def test_nothing_but_a_listed_reason_is_taken(app: Flask, typed: str) -> None:
    with app.test_request_context("/", method="POST", data={"reason": typed}):
        assert not RevokeForm().validate()
