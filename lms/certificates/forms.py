"""What a browser may send about certificates."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import RadioField, SearchField, SelectChoice, SelectField, StringField
from wtforms.validators import InputRequired, Length

from lms.certificates import labels
from lms.certificates.kinds import Reason, State


class ListForm(FlaskForm):
    """What narrows the list; it asks by GET and changes nothing."""

    class Meta:
        """No token: the answer is a page to keep and to share."""

        csrf = False

    number = SearchField(_l("Number"), [Length(max=32)])
    state = SelectField(
        _l("State"),
        choices=[
            SelectChoice("", _l("All states")),
            *(SelectChoice(value=it.value, label=word) for it, word in labels.STATES.items()),
        ],
    )

    @property
    def wanted_state(self) -> State | None:
        """The state chosen; anything else narrows nothing."""
        known = {it.value: it for it in State}
        return known.get(self.state.data or "")


class CodeForm(FlaskForm):
    """The code under the QR code; whoever holds the paper may type it."""

    class Meta:
        """No token: nobody is signed in, nothing is changed."""

        csrf = False

    code = StringField(
        _l("Verification code"),
        [InputRequired(_l("Write the twelve characters that stand under the QR code."))],
        render_kw={
            "autocomplete": "off",
            "autocapitalize": "characters",
            "spellcheck": "false",
            "maxlength": "24",
        },
    )


class RevokeForm(FlaskForm):
    """Why a certificate is revoked."""

    reason = RadioField(
        _l("Reason"),
        [InputRequired(_l("Choose a reason."))],
        choices=[SelectChoice(value=it.value, label=word) for it, word in labels.REASONS.items()],
    )

    @property
    def chosen(self) -> Reason:
        """The reason chosen."""
        return Reason(self.reason.data)
