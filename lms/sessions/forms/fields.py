"""Fields several forms share, and how their values are cleaned."""

from flask_babel import lazy_gettext as _l
from wtforms import Field, SelectChoice, SelectMultipleField, StringField
from wtforms.validators import Length, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

# What a spreadsheet would run if the text ever reached one.
FORMULA = ("=", "+", "-", "@")


class TickField(SelectMultipleField):
    """Several boxes to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


def trimmed(value: str | None) -> str:
    """Return the text without spaces around it; nothing typed is empty text."""
    return (value or "").strip()


def whole(value: str | int | None) -> int | None:
    """Return the number of a choice; the empty choice is no number."""
    return int(value) if value not in {None, "", "None"} else None


def nothing_chosen(label: str) -> SelectChoice:
    """Return the empty choice of a list that may stay without one."""
    return SelectChoice("", label)


def text(label: str, longest: int, **render: str) -> StringField:
    """Return a field of one line that may stay empty."""
    too_long = _l("This is too long. Shorten it.")
    return StringField(
        label, [Length(max=longest, message=too_long)], filters=[trimmed], render_kw=render or None
    )


def first_error(field: Field, sentence: str) -> None:
    """Set beside a field what a service found wrong with it."""
    field.errors = [*field.errors, sentence]


class NoFormula:
    """Refuses a text that a spreadsheet would take for a formula."""

    def __init__(self, message: str) -> None:
        self.message = message

    def __call__(self, _form: object, field: Field) -> None:
        """Raise ``ValidationError`` for a text that begins like a formula."""
        if (field.data or "").startswith(FORMULA):
            raise ValidationError(self.message)
