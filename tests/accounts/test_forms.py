import pytest
from flask import Flask

from lms.accounts.forms import PasswordForm, SignInForm
from lms.accounts.passwords import LONGEST, SHORTEST

ENGLISH = {"Accept-Language": "en"}


def typed(
    form: type[SignInForm | PasswordForm], app: Flask, **values: str
) -> dict[str, list[str]]:
    """Return the sentences beside the fields of a form that was sent so."""
    with app.test_request_context("/", method="POST", data=values, headers=ENGLISH):
        sent = form()
        sent.validate()
        return {name: [str(it) for it in said] for name, said in sent.errors.items()}


def change(app: Flask, new: str, again: str | None = None) -> dict[str, list[str]]:
    again = new if again is None else again
    return typed(PasswordForm, app, password="old", new_password=new, new_password_again=again)


def test_an_empty_way_in_says_what_to_type(app: Flask) -> None:
    assert typed(SignInForm, app) == {
        "email": ["Type the e-mail address of your account."],
        "password": ["Type your password."],
    }


def test_the_way_in_takes_whatever_was_typed(app: Flask) -> None:
    assert not typed(SignInForm, app, email="awa", password="a")


@pytest.mark.parametrize("length", [SHORTEST, LONGEST])
def test_a_new_password_of_fitting_length_is_taken(app: Flask, length: int) -> None:
    assert not change(app, "a" * length)


def test_a_short_password_is_told_how_long_it_must_be(app: Flask) -> None:
    (sentence,) = change(app, "a" * (SHORTEST - 1))["new_password"]
    assert sentence.startswith("A password has at least 12 characters.")


def test_a_password_beyond_the_limit_is_not_called_too_short(app: Flask) -> None:
    assert change(app, "a" * (LONGEST + 1))["new_password"] == ["This is too long. Shorten it."]


def test_a_new_password_is_typed_twice_alike(app: Flask) -> None:
    errors = change(app, "a fine password", "a fine passwort")
    assert errors == {"new_password_again": ["The two passwords differ. Type the new one twice."]}


def test_the_present_password_is_asked_for(app: Flask) -> None:
    errors = typed(PasswordForm, app, new_password="a" * 12, new_password_again="a" * 12)
    assert errors == {"password": ["Type the password you signed in with."]}


def test_browsers_are_told_what_each_field_is_for(app: Flask) -> None:
    with app.test_request_context():
        way_in, change = SignInForm(), PasswordForm()
    kinds = [it.render_kw["autocomplete"] for it in (way_in.email, way_in.password)]
    kinds += [it.render_kw["autocomplete"] for it in (change.password, change.new_password)]
    assert kinds == ["username", "current-password", "current-password", "new-password"]
    assert way_in.email.render_kw["inputmode"] == "email"
