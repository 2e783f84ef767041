import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from lms.figures import queries as figures
from lms.figures.targets.forms import StrengthForm, TargetForm, entry_form
from lms.figures.targets.values import Kind
from tests.factories.figures import StrengthFactory, TargetFactory
from tests.factories.people import CategoryFactory
from tests.figures.targets.given import aim

TYPED = {
    "measure": "persons_trained",
    "category_id": "",
    "region": "",
    "first": "2014-01-01",
    "last": "2014-12-31",
    "count": "40",
    "source": " Plan ",
}


def filled(kind: Kind, **typed: str) -> TargetForm | StrengthForm:
    form = entry_form(kind)
    form.process(MultiDict(TYPED | typed))
    form.offer(figures.categories(), figures.every_region())
    return form


def test_what_is_typed_is_what_is_meant(app: Flask) -> None:
    with app.test_request_context():
        form = filled(Kind.TARGETS)
        assert form.validate()
        assert form.given == aim()


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("measure", "indicator"),
        ("category_id", "999"),
        ("region", "ML99"),
        ("first", ""),
        ("last", "2013-12-31"),
        ("last", "9999-99-99"),
        ("count", "0"),
        ("count", ""),
        ("count", "99999999999"),
        ("source", " "),
        ("source", "=1+1"),
        ("source", "x" * 201),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(app: Flask, field: str, typed: str) -> None:
    with app.test_request_context():
        form = filled(Kind.TARGETS, **{field: typed})
        assert not form.validate()
        assert [*form.errors] == [field]


@pytest.mark.parametrize(
    ("field", "typed"),
    [("unit", ""), ("unit", "…"), ("unit", "@a"), ("rotation", "=1"), ("rotation", "x" * 61)],
)
def test_a_unit_has_a_name_that_lists_could_write(app: Flask, field: str, typed: str) -> None:
    with app.test_request_context():
        category = {"category_id": str(CategoryFactory.create().id), "unit": "A", field: typed}
        form = filled(Kind.STRENGTHS, **category)
        assert not form.validate()
        assert [*form.errors] == [field]


def test_a_strength_may_be_left_empty(app: Flask) -> None:
    with app.test_request_context():
        category = CategoryFactory.create()
        form = filled(Kind.STRENGTHS, category_id=str(category.id), unit="A", count="")
        assert form.validate()
        assert form.given.count is None


def test_minors_are_in_no_choice_of_units(app: Flask) -> None:
    with app.test_request_context():
        minors = CategoryFactory.create(minors=True)
        form = filled(Kind.STRENGTHS, category_id=str(minors.id), unit="A")
        assert not form.validate()


def test_an_entry_is_shown_as_it_is_stored(app: Flask) -> None:
    with app.test_request_context():
        for kind, entry in (
            (Kind.TARGETS, TargetFactory.create()),
            (Kind.STRENGTHS, StrengthFactory.create()),
        ):
            form = entry_form(kind)
            form.offer(figures.categories(), figures.every_region())
            form.fill(entry)
            assert form.given == entry.given
