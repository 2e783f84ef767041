import pytest
from flask import Flask

from lms.web.participant.forms import EnterForm

SENT = {"short_code": "GAO7", "pass_code": "418 0362"}


def typed(app: Flask, **changes: str) -> EnterForm:
    """Return the form as sent, validated."""
    sent = SENT | changes
    with app.test_request_context(method="POST", data=sent, headers={"Accept-Language": "en"}):
        form = EnterForm()
        form.validate()
        return form


@pytest.mark.parametrize("short_code", ["GAO7", " gao 7 ", "Gao-7"])
@pytest.mark.parametrize("pass_code", ["4180362", "418 0362", "418-0362", "٤١٨٠٣٦٢"])
def test_both_codes_are_read_however_they_are_typed(
    app: Flask, short_code: str, pass_code: str
) -> None:
    form = typed(app, short_code=short_code, pass_code=pass_code)
    assert not form.errors
    assert form.codes == ("GAO7", "4180362")


@pytest.mark.parametrize("pass_code", ["418036", "41803621", "code", "4 1 8"])
def test_a_pass_code_has_seven_digits(app: Flask, pass_code: str) -> None:
    form = typed(app, pass_code=pass_code)
    assert form.pass_code.errors == ["A pass code has seven digits. Type all seven."]


@pytest.mark.parametrize("short_code", ["ABCDEFGHI", "---"])
def test_a_session_code_has_at_most_eight_letters(app: Flask, short_code: str) -> None:
    form = typed(app, short_code=short_code)
    assert form.short_code.errors == [
        "The code of a session has at most eight letters and digits."
    ]


def test_what_is_missing_is_asked_for(app: Flask) -> None:
    form = typed(app, short_code="", pass_code=" ")
    assert "Type the code of the session" in str(form.short_code.errors[0])
    assert "Type the seven digits" in str(form.pass_code.errors[0])


def test_what_was_typed_is_still_there(app: Flask) -> None:
    form = typed(app, pass_code="418 036")
    assert (form.short_code.data, form.pass_code.data) == ("GAO7", "418 036")
