import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from lms.people.forms import EVERY_CATEGORY, FilterForm, SearchForm
from lms.people.models import Category
from lms.people.queries import Order

POLICE = Category(id=7, label_fr="Police", label_en="Police")


@pytest.mark.parametrize(
    ("words", "fit"), [("Maïga", True), ("a" * 100, True), ("a" * 101, False)]
)
def test_what_is_looked_for_has_a_limit(app: Flask, words: str, *, fit: bool) -> None:
    with app.test_request_context(method="POST", data={"words": words}):
        assert SearchForm().validate() is fit


def test_what_the_address_asks_is_shown_as_chosen(app: Flask) -> None:
    with app.test_request_context():
        form = FilterForm(MultiDict({"category": "7", "sort": "newest"}))
        form.offer([POLICE])
        assert (form.category.data, form.sort.data) == (7, Order.NEWEST)


def test_every_category_and_order_can_be_chosen_the_usual_first(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        form = FilterForm()
        form.offer([POLICE])
        assert [(it.value, str(it.label)) for it in form.category.iter_choices()] == [
            (EVERY_CATEGORY, "All categories"),
            (7, "Police"),
        ]
        orders = [it.value for it in form.sort.iter_choices()]
        assert orders[0] == Order.NAME
        assert set(orders) == set(Order)
