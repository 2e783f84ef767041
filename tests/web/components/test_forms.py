from datetime import date

import pytest
from flask import Flask
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.widgets import CheckboxInput, ListWidget

from tests.pages import one, text
from tests.web.conftest import Draw


class PlanForm(FlaskForm):  # type: ignore[misc]  # its parent ships no types
    title = StringField("Title")
    first_day = DateField("First day")
    place = SelectField("Place", choices=[SelectChoice("gao", "Gao")])
    note = TextAreaField("Note")
    named = BooleanField("People with names")
    languages = SelectMultipleField(
        "Languages",
        choices=[SelectChoice("fr", "French"), SelectChoice("bm", "Bambara")],
        option_widget=CheckboxInput(),
        widget=ListWidget(prefix_label=False),
    )
    phase = RadioField(
        "Phase", choices=[SelectChoice("a", "Induction"), SelectChoice("b", "Refresher")]
    )


@pytest.fixture
def form(kitchen: Flask) -> PlanForm:
    assert kitchen
    return PlanForm(data={"title": "Gao", "first_day": date(2014, 3, 12)})


def test_a_field_ties_hint_and_error_to_its_input(draw: Draw, form: PlanForm) -> None:
    form.title.errors = ["Give the session a title."]

    page = draw("field(item, hint='As on the list', optional=True)", item=form.title)

    control = one(page, "input")
    assert control.get("aria-invalid") == "true"
    told = one(page, f"*[@id='{control.get('aria-describedby')}']")
    assert text(told) == "As on the list Give the session a title."
    assert text(one(page, "label")) == "Title (optional)"


def test_a_field_without_hint_describes_nothing(draw: Draw, form: PlanForm) -> None:
    control = one(draw("field(item)", item=form.title), "input")

    assert control.get("aria-describedby") is None
    assert control.get("value") == "Gao"


@pytest.mark.parametrize(("name", "tag"), [("place", "select"), ("note", "textarea")])
def test_a_field_takes_the_shape_of_its_kind(
    draw: Draw, form: PlanForm, name: str, tag: str
) -> None:
    control = one(draw("field(item)", item=form[name]), tag)

    assert control.get("id") == name


def test_a_box_to_tick_carries_its_words(draw: Draw, form: PlanForm) -> None:
    page = draw("field(item, hint='One by one')", item=form.named)

    assert text(one(page, "label")) == "People with names"
    assert one(page, "input").get("aria-describedby") == "named-note"


@pytest.mark.parametrize("name", ["languages", "phase"])
def test_several_choices_stand_in_one_group(draw: Draw, form: PlanForm, name: str) -> None:
    form[name].errors = ["Choose one."]

    page = draw("field(item, hint='As needed')", item=form[name])

    group = one(page, "fieldset")
    assert "Choose one." in text(one(group, f"*[@id='{group.get('aria-describedby')}']"))
    assert len(list(group.iter("input"))) == 2


def test_the_head_of_a_form_leads_to_each_field_in_error(draw: Draw, form: PlanForm) -> None:
    form.title.errors = ["Give the session a title."]
    form.form_errors = ["The trainer is taken."]

    page = draw("errors(form)", form=form)

    assert text(one(page, "h2")) == "2 points to correct"
    assert one(page, "a").get("href") == "#title"


def test_a_form_without_error_has_no_head(draw: Draw, form: PlanForm) -> None:
    assert not text(draw("errors(form)", form=form))
