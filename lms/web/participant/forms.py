"""What a participant types to come in."""

from flask_babel import gettext as _, lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import DataRequired, ValidationError

from lms.sessions import pass_codes
from lms.sessions.rules import short_codes


class EnterForm(FlaskForm):
    """Checks the shape of both codes; whether they open anything is asked elsewhere."""

    short_code = StringField(
        _l("Session code"),
        [DataRequired(_l("Type the code of the session: a few letters and digits."))],
        render_kw={
            "autocomplete": "off",
            "autocapitalize": "characters",
            "spellcheck": "false",
            "maxlength": 12,
        },
    )
    pass_code = StringField(
        _l("Pass code"),
        [DataRequired(_l("Type the seven digits of your pass code."))],
        render_kw={
            "autocomplete": "off",
            "inputmode": "numeric",
            "spellcheck": "false",
            "maxlength": 12,
        },
    )

    def validate_short_code(self, field: StringField) -> None:
        """Refuse what no session was ever called."""
        if not 0 < len(short_codes.read(field.data)) <= short_codes.LONGEST:
            raise ValidationError(_("The code of a session has at most eight letters and digits."))

    def validate_pass_code(self, field: StringField) -> None:
        """Refuse what has not seven digits; one mistyped digit counts as a guess."""
        if len(_digits(field.data)) != pass_codes.DIGITS:
            raise ValidationError(_("A pass code has seven digits. Type all seven."))

    @property
    def codes(self) -> tuple[str, str]:
        """The validated codes as they are stored: the session's, then the person's."""
        return short_codes.read(self.short_code.data), _digits(self.pass_code.data)


def _digits(typed: str) -> str:
    """Return the digits among what was typed, whatever alphabet they are of."""
    return "".join(str(int(it)) for it in typed if it.isdecimal())
