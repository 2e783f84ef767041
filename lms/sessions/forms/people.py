"""Adding people to a session."""

from collections.abc import Iterable
from datetime import date

from flask_babel import gettext as _, lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, RadioField, SearchField, SelectChoice, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from lms.people.kinds import BirthPrecision, Sex
from lms.people.rules import phone_number
from lms.people.values import Identity
from lms.sessions import labels
from lms.sessions.forms.fields import NoFormula, nothing_chosen, text, trimmed, whole
from lms.sessions.kinds import ParticipationRole
from lms.sessions.rules import births

NAME_TOO_LONG = _l("The name is longer than 200 letters. Shorten it.")
NO_NAME = _l("A name does not begin with = + - or @. Write it as the person signs.")


def _name(label: str, missing: str) -> StringField:
    return StringField(
        label,
        [DataRequired(missing), Length(max=200, message=NAME_TOO_LONG), NoFormula(NO_NAME)],
        filters=[trimmed],
        render_kw={"autocomplete": "off"},
    )


class RoleForm(FlaskForm):
    """In which role somebody of the register comes."""

    role = SelectField(
        _l("Role"),
        choices=labels.choices(labels.ROLES),
        default=ParticipationRole.PARTICIPANT.value,
    )

    @property
    def chosen_role(self) -> ParticipationRole:
        """The role as a value."""
        return ParticipationRole(self.role.data)


class FindForm(FlaskForm):
    """Looking for somebody met before; posted, so that no name stands in an address."""

    words = SearchField(_l("Name looked for"), filters=[trimmed])


class PersonForm(RoleForm):
    """Somebody new; ``on`` is the first day of the session."""

    surname = _name(_l("Surname"), _l("Write the surname."))
    given_names = _name(_l("Given names"), _l("Write the given names."))
    sex = RadioField(
        _l("Sex"), choices=labels.choices(labels.SEXES), default=Sex.UNSPECIFIED.value
    )
    birth = text(_l("Birth"), 20, autocomplete="off")
    category_id = SelectField(
        _l("Category"), [InputRequired(_l("Choose a category."))], coerce=whole
    )
    organisation_id = SelectField(_l("Organisation"), coerce=whole)
    unit = text(_l("Unit or structure"), 120, autocomplete="off")
    rank = text(_l("Rank"), 60, autocomplete="off")
    service_number = text(_l("Service number"), 40, autocomplete="off")
    phone = text(_l("Phone"), 30, autocomplete="off", inputmode="tel")
    another = HiddenField()
    """Set once somebody said that the person with the same number is somebody else."""

    on: date

    def offer(
        self, categories: Iterable[SelectChoice], organisations: Iterable[SelectChoice]
    ) -> None:
        """Fill in what can be chosen."""
        self.category_id.choices = [nothing_chosen(_l("Choose…")), *categories]
        self.organisation_id.choices = [nothing_chosen(_l("No organisation")), *organisations]

    def validate_birth(self, field: StringField) -> None:
        """Refuse what is neither a date, a year nor an age."""
        if field.data and births.read(field.data, on=self.on) is None:
            raise ValidationError(
                _("Write a date such as 12/03/1984, a year such as 1984, or an age such as 30.")
            )

    def validate_phone(self, field: StringField) -> None:
        """Refuse what cannot be a number."""
        if field.data and phone_number(field.data) is None:
            raise ValidationError(
                _("Write eight digits for a number in Mali, or + and the country’s code.")
            )

    @property
    def identity(self) -> Identity:
        """The validated person."""
        born, precision = self._birth()
        return Identity(
            surname=self.surname.data,
            given_names=self.given_names.data,
            category_id=self.category_id.data,
            sex=Sex(self.sex.data),
            birth_date=born,
            birth_precision=precision,
            phone=phone_number(self.phone.data) if self.phone.data else None,
            service_number=self.service_number.data or None,
            rank=self.rank.data or None,
            unit=self.unit.data or None,
            organisation_id=self.organisation_id.data,
        )

    def _birth(self) -> tuple[date | None, BirthPrecision | None]:
        read = births.read(self.birth.data, on=self.on) if self.birth.data else None
        return read or (None, None)
