from io import BytesIO

import pytest
from flask import Flask
from werkzeug.datastructures import FileStorage, MultiDict

from lms.lists import queries
from lms.lists.forms import ColumnsForm, UploadForm, columns_form
from lms.lists.queries import Preview
from lms.lists.reading.headings import Meaning
from lms.lists.reading.mapping import NOT_RECORDED, PRESENT_FOR_ALL
from lms.people import queries as people
from lms.people.models import Category
from tests.lists.given import csv, session_of, uploaded

AWA = "Maïga;Awa;F;44/6386;1984;P"


def upload_form(app: Flask, data: dict[str, object]) -> UploadForm:
    with app.test_request_context(method="POST", data=data):
        form = UploadForm()
        form.offer([Category(id=4, label_fr="A", label_en="A")], None)
        form.validate()
        return form


def test_a_file_and_a_category_are_handed_in(app: Flask) -> None:
    form = upload_form(app, {"file": (BytesIO(b"Nom"), "liste.csv"), "category_id": "4"})
    assert form.errors == {}
    assert isinstance(form.file.data, FileStorage)
    assert form.category_id.data == 4


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ({"category_id": "4"}, {"file"}),
        ({"file": (BytesIO(b"Nom"), "liste.csv")}, {"category_id"}),
        ({"file": (BytesIO(b"Nom"), "liste.csv"), "category_id": "9"}, {"category_id"}),
    ],
)
def test_what_is_missing_stands_beside_its_field(
    app: Flask, data: dict[str, object], wrong: set[str]
) -> None:
    assert set(upload_form(app, data).errors) == wrong


@pytest.mark.parametrize("usual", [4, None])
def test_the_audience_of_the_course_is_proposed(app: Flask, usual: int | None) -> None:
    with app.test_request_context():
        form = UploadForm()
        form.offer([Category(id=4, label_fr="A", label_en="A")], usual)
        assert form.category_id.data == usual


def typed(app: Flask, data: dict[str, str], slots: int = 2) -> tuple[ColumnsForm, Preview]:
    """Return the form of a list with one day column for two days, as it was sent."""
    with app.app_context():
        training_session = session_of(slots)
        imported_list = uploaded(training_session, csv(AWA))
        preview = queries.preview(imported_list)
        held = queries.slots_of(training_session)
        categories = people.categories()
        with app.test_request_context(method="POST" if data else "GET", data=MultiDict(data)):
            form = columns_form(preview.mapping, held, categories, imported_list.category_id)
            form.validate()
            return form, preview


SENT = {
    "column_0": "given_names",
    "column_1": "surname",
    "column_2": "other",
    "column_3": "service_number",
    "column_4": "birth",
    "column_5": "mark",
    "slot_0": "5",
    "slot_1": str(PRESENT_FOR_ALL),
    "category_id": "1",
}


def test_the_form_begins_with_what_was_read(app: Flask) -> None:
    form, preview = typed(app, {})
    assert form.meanings(preview.mapping) == {
        0: Meaning.SURNAME,
        1: Meaning.GIVEN_NAMES,
        2: Meaning.SEX,
        3: Meaning.SERVICE_NUMBER,
        4: Meaning.BIRTH,
        5: Meaning.MARK,
    }
    assert form.slots(2) == [NOT_RECORDED, NOT_RECORDED]


def test_what_was_chosen_is_handed_over(app: Flask) -> None:
    form, preview = typed(app, SENT)
    assert form.errors == {}
    assert form.meanings(preview.mapping)[0] is Meaning.GIVEN_NAMES
    assert form.slots(2) == [5, PRESENT_FOR_ALL]


@pytest.mark.parametrize(
    ("field", "value"), [("column_0", "shoe"), ("slot_0", "77"), ("category_id", "0")]
)
def test_what_was_not_offered_is_not_taken(app: Flask, field: str, value: str) -> None:
    form, _preview = typed(app, SENT | {field: value})
    assert set(form.errors) == {field}
