import pytest
from wtforms import StringField
from wtforms.form import BaseForm

from lms.sessions.forms import fields


@pytest.mark.parametrize(("typed", "kept"), [(None, ""), ("  Awa ", "Awa"), ("", "")])
def test_spaces_around_a_text_are_not_kept(typed: str | None, kept: str) -> None:
    assert fields.trimmed(typed) == kept


@pytest.mark.parametrize(
    ("chosen", "number"), [("", None), (None, None), ("None", None), ("7", 7), (7, 7)]
)
def test_the_empty_choice_is_no_number(chosen: str | int | None, number: int | None) -> None:
    assert fields.whole(chosen) == number


def test_a_text_may_stay_empty_and_has_a_longest_length() -> None:
    form = BaseForm({"place": fields.text("Place", 5, autocomplete="off")})
    form.process(data={"place": ""})
    assert form.validate()
    form.process(data={"place": "Tombouctou"})
    assert not form.validate()
    fields.first_error(form["place"], "No such place.")
    assert form["place"].errors[-1] == "No such place."
    assert 'autocomplete="off"' in form["place"]()
    assert fields.nothing_chosen("Choose…").value == ""


@pytest.mark.parametrize(
    ("typed", "accepted"), [("=1+1", False), ("-Awa", False), ("@x", False), ("Awa", True)]
)
def test_a_name_is_no_formula(typed: str, *, accepted: bool) -> None:
    form = BaseForm({"name": StringField("Name", [fields.NoFormula("No formula.")])})
    form.process(data={"name": typed})
    assert form.validate() is accepted
