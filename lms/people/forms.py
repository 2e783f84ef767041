"""What a browser may ask of the register."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Form, SearchField, SelectChoice, SelectField
from wtforms.validators import Length

from lms.people import labels
from lms.people.models import Category
from lms.people.queries import Order

LONGEST_SEARCH = 100
EVERY_CATEGORY = 0

ORDERS = {
    Order.NAME: _l("Name"),
    Order.CATEGORY: _l("Category"),
    Order.NEWEST: _l("Latest first"),
}


class SearchForm(FlaskForm):
    """Names are posted, never written into an address."""

    words = SearchField(_l("Name, phone or service number"), [Length(max=LONGEST_SEARCH)])


class FilterForm(Form):
    """What narrows and sorts the register, asked by the address."""

    category = SelectField(_l("Category"), coerce=int, default=EVERY_CATEGORY)
    sort = SelectField(
        _l("Sort by"), choices=[SelectChoice(it.value, label) for it, label in ORDERS.items()]
    )

    def offer(self, categories: Sequence[Category]) -> None:
        """Fill in the categories to choose from."""
        self.category.choices = [
            SelectChoice(EVERY_CATEGORY, _l("All categories")),
            *(SelectChoice(it.id, labels.category(it)) for it in categories),
        ]
