from flask import Flask
from werkzeug.datastructures import MultiDict

from lms.accounts.tokens.forms import TokenForm
from lms.accounts.tokens.kinds import Scope


def sent(app: Flask, **typed: object) -> TokenForm:
    """Return the form as somebody sent it."""
    usual: dict[str, object] = {"name": " Workbook ", "scopes": ["figures"], "days": "30"}
    with app.test_request_context(method="POST"):
        form = TokenForm(MultiDict({**usual, **typed}))
        form.validate()
        return form


def test_a_wish_is_read(app: Flask) -> None:
    wanted = sent(app, scopes=["facts", "figures"]).wanted
    assert (wanted.name, wanted.days) == ("Workbook", 30)
    assert {*wanted.scopes} == {Scope.FACTS, Scope.FIGURES}


def test_a_token_that_may_read_nothing_is_refused(app: Flask) -> None:
    assert sent(app, scopes=[]).scopes.errors


def test_what_is_not_offered_is_refused(app: Flask) -> None:
    assert sent(app, scopes=["names"]).scopes.errors
    assert sent(app, days="9999").days.errors
    assert sent(app, name="x" * 81).name.errors
