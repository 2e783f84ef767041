"""What a browser may send to bring in a list."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, SelectChoice, SelectField
from wtforms.validators import InputRequired

from lms.lists import labels
from lms.lists.queries import Unnamed
from lms.lists.reading.headings import Meaning
from lms.lists.reading.mapping import NOT_RECORDED, PRESENT_FOR_ALL, Mapping
from lms.lists.values import Picked
from lms.people.labels import category as category_label
from lms.people.models import Category
from lms.sessions.forms.fields import TickField
from lms.sessions.labels import slot_words
from lms.sessions.models import Slot

MOST_LISTED = 100
"""Rows to tick one by one; of more all are counted or none."""


class UploadForm(FlaskForm):
    """A file, and the category of whoever's row names none."""

    file = FileField(_l("List"), [FileRequired(_l("Choose the file that holds the list."))])
    category_id = SelectField(
        _l("Category of people whose row says none"),
        [InputRequired(_l("Choose a category."))],
        coerce=int,
    )

    def offer(self, categories: Sequence[Category], usual: int | None) -> None:
        """Fill in what can be chosen; ``usual`` is the course's audience."""
        self.category_id.choices = [SelectChoice(it.id, category_label(it)) for it in categories]
        if usual is not None and not self.is_submitted():
            self.category_id.data = usual


class ApplyForm(FlaskForm):
    """Recording what was looked at."""

    accept_lines = BooleanField(_l("Record the rows all the same"))
    all_unnamed = BooleanField(_l("Count all of them without a name"))
    unnamed = TickField(_l("Or only these rows"), coerce=int, validate_choice=False)

    def offer(self, rows: Sequence[Unnamed], slots: int) -> None:
        """Fill in which refused rows can be counted without a name."""
        listed = rows[:MOST_LISTED]
        self.unnamed.choices = [
            SelectChoice(it.number, labels.unnamed(it, slots)) for it in listed
        ]

    @property
    def picked(self) -> Picked:
        """Which of them are to be."""
        return Picked(
            every=bool(self.all_unnamed.data), numbers=frozenset(self.unnamed.data or ())
        )

    as_trained = BooleanField(_l("These people were trained; else they count as sensitized"))


class ColumnsForm(FlaskForm):
    """What each column holds, and which belongs to which slot; see ``columns_form``."""

    category_id = SelectField(_l("Category of people whose row says none"), coerce=int)

    def meanings(self, mapping: Mapping) -> dict[int, Meaning]:
        """Return what was chosen for each column."""
        return {it.index: Meaning(self[f"column_{it.index}"].data) for it in mapping.columns}

    def slots(self, count: int) -> list[int]:
        """Return the column chosen for each slot."""
        return [self[f"slot_{position}"].data for position in range(count)]


def columns_form(
    mapping: Mapping, slots: Sequence[Slot], categories: Sequence[Category], category_id: int
) -> ColumnsForm:
    """Return the form of one list: a choice for each of its columns and each slot."""

    class OfThisList(ColumnsForm):
        """One field a column and one a slot."""

    kinds = [SelectChoice(it.value, label) for it, label in labels.MEANINGS.items()]
    for column in mapping.columns:
        known = column.meaning if column.meaning in labels.MEANINGS else Meaning.OTHER
        field = SelectField(column.heading, choices=kinds, default=known.value)
        setattr(OfThisList, f"column_{column.index}", field)
    places = [
        SelectChoice(NOT_RECORDED, _l("Nothing recorded")),
        SelectChoice(PRESENT_FOR_ALL, _l("Everybody on the list was present")),
        *(SelectChoice(it.index, it.heading) for it in mapping.columns),
    ]
    for position, (slot, chosen) in enumerate(zip(slots, mapping.slots, strict=True)):
        words = slot_words(slot)
        label = f"{words.name} · {words.day}"
        field = SelectField(label, choices=places, coerce=int, default=chosen)
        setattr(OfThisList, f"slot_{position}", field)
    form = OfThisList()
    form.category_id.choices = [SelectChoice(it.id, category_label(it)) for it in categories]
    if not form.is_submitted():
        form.category_id.data = category_id
    return form
