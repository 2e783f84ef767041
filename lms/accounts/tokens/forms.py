"""What somebody writes of a token."""

from flask_babel import gettext as _, lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import RadioField, SelectChoice, SelectMultipleField, StringField
from wtforms.validators import DataRequired, Length
from wtforms.widgets import CheckboxInput, ListWidget

from lms.accounts.tokens.kinds import Scope
from lms.accounts.tokens.labels import SCOPES
from lms.accounts.tokens.services import Wanted

DAYS = (30, 90, 365)


class TokenForm(FlaskForm):
    """Which program, what it may read, for how long."""

    name = StringField(
        _l("Name of the program"),
        [
            DataRequired(_l("Write which program uses the token, such as “Monthly workbook”.")),
            Length(max=80, message=_l("This is too long. Shorten it.")),
        ],
        filters=[lambda it: (it or "").strip()],
        render_kw={"autocomplete": "off", "maxlength": 80},
    )
    scopes = SelectMultipleField(
        _l("What it may read"),
        [DataRequired(_l("Tick at least one."))],
        choices=[SelectChoice(it, SCOPES[it]) for it in Scope],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        validate_choice=True,
    )
    days = RadioField(
        _l("How long"),
        choices=[SelectChoice(it, _l("%(num)s days", num=it)) for it in DAYS],
        default=DAYS[1],
        coerce=int,
    )

    @property
    def wanted(self) -> Wanted:
        """The validated wish."""
        return Wanted(
            name=self.name.data,
            scopes=[Scope(it) for it in self.scopes.data],
            days=self.days.data,
        )

    def name_taken(self) -> None:
        """Say that one of the tokens in use has this name."""
        self.name.errors = [
            _("A token in use has this name. Revoke it first, or choose another name.")
        ]


class RevokeForm(FlaskForm):
    """An act that only needs to be meant."""
