"""What somebody types to come in, and to change their password."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, EmailField, PasswordField
from wtforms.validators import DataRequired, EqualTo, Length

from lms.accounts.passwords import LONGEST, SHORTEST


def password_to_be(label: str) -> PasswordField:
    """Return the field of a password that is to be."""
    return PasswordField(
        label,
        [
            DataRequired(_l("Choose a password.")),
            Length(
                min=SHORTEST,
                message=_l(
                    "A password has at least %(num)s characters. A few words in a row are easy to"
                    " remember.",
                    num=SHORTEST,
                ),
            ),
            Length(max=LONGEST, message=_l("This is too long. Shorten it.")),
        ],
        render_kw={"autocomplete": "new-password"},
    )


class SignInForm(FlaskForm):
    """Checks that both fields are there; whether they belong together is asked elsewhere."""

    email = EmailField(
        _l("E-mail address"),
        [DataRequired(_l("Type the e-mail address of your account."))],
        render_kw={"autocomplete": "username", "inputmode": "email", "maxlength": 254},
    )
    password = PasswordField(
        _l("Password"),
        [DataRequired(_l("Type your password."))],
        render_kw={"autocomplete": "current-password", "maxlength": LONGEST},
    )
    stay = BooleanField(_l("Stay signed in on this device for 12 hours"))


class PasswordForm(FlaskForm):
    """A new password for one's own account."""

    password = PasswordField(
        _l("Present password"),
        [DataRequired(_l("Type the password you signed in with."))],
        render_kw={"autocomplete": "current-password", "maxlength": LONGEST},
    )
    new_password = password_to_be(_l("New password"))
    new_password_again = PasswordField(
        _l("New password, once more"),
        [EqualTo("new_password", _l("The two passwords differ. Type the new one twice."))],
        render_kw={"autocomplete": "new-password", "maxlength": LONGEST},
    )
