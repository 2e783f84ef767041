"""What an administrator writes of an account."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    EmailField,
    Form,
    RadioField,
    SearchField,
    SelectChoice,
    SelectField,
    StringField,
)
from wtforms.validators import DataRequired, Length, Regexp

from lms.accounts.actors import Role
from lms.accounts.forms import password_to_be
from lms.accounts.labels import ROLES
from lms.accounts.models import User
from lms.accounts.services import Profile
from lms.i18n import LANGUAGE_NAMES
from lms.sessions.forms.fields import NoFormula, TickField, nothing_chosen, trimmed

ADDRESS = r"^[^@\s]+@[^@\s]+\.[^@\s.]+$"


class SearchForm(Form):
    """Read from the address; what is not offered is passed over."""

    q = SearchField(_l("Search"), filters=[trimmed])
    role = SelectField(_l("Role"), validate_choice=False)

    def offer(self) -> None:
        """Fill in what can be chosen."""
        self.role.choices = [nothing_chosen(_l("All roles")), *_roles()]

    @property
    def chosen(self) -> Role | None:
        """The role asked for."""
        return Role(self.role.data) if self.role.data in set(Role) else None


class ProfileForm(FlaskForm):
    """Who an account is and what it may."""

    name = StringField(
        _l("Name"),
        [
            DataRequired(_l("Write the name of the person.")),
            Length(max=120, message=_l("This is too long. Shorten it.")),
            NoFormula(_l("A name cannot begin with =, +, - or @.")),
        ],
        filters=[trimmed],
        render_kw={"autocomplete": "off", "maxlength": 120},
    )
    email = EmailField(
        _l("E-mail address"),
        [
            DataRequired(_l("Write the e-mail address; it is what they sign in with.")),
            Length(max=254, message=_l("This is too long. Shorten it.")),
            Regexp(ADDRESS, message=_l("Write an e-mail address, such as awa@example.org.")),
        ],
        filters=[trimmed],
        render_kw={"autocomplete": "off", "inputmode": "email", "maxlength": 254},
    )
    role = RadioField(_l("Role"), default=Role.TRAINER.value)
    regions = TickField(_l("Regions whose totals they see"))
    locale = RadioField(
        _l("Language"), choices=[SelectChoice(*it) for it in LANGUAGE_NAMES.items()], default="fr"
    )

    def offer(self, regions: Iterable[tuple[str, str]]) -> None:
        """Fill in what can be chosen: roles, and pairs of region code and name."""
        self.role.choices = _roles()
        self.regions.choices = [SelectChoice(*it) for it in regions]

    def fill(self, user: User) -> None:
        """Show the account as stored."""
        self.process(obj=user)
        self.role.data = user.role.value

    @property
    def profile(self) -> Profile:
        """The validated account; regions belong to trainers alone, others see all or none."""
        role = Role(self.role.data)
        return Profile(
            name=self.name.data,
            email=self.email.data,
            role=role,
            regions=self.regions.data or () if role is Role.TRAINER else (),
            locale=self.locale.data,
        )


class NewAccountForm(ProfileForm):
    """A new account, with the password to hand over."""

    password = password_to_be(_l("First password"))


class NewPasswordForm(FlaskForm):
    """A new password for whoever forgot theirs."""

    password = password_to_be(_l("New password"))


class ConfirmForm(FlaskForm):
    """An act that only needs to be meant."""


def _roles() -> list[SelectChoice]:
    return [SelectChoice(it.value, words) for it, words in ROLES.items()]
