"""How an administrator names the unit."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, StringField
from wtforms.validators import DataRequired, Length, Regexp

from lms.unit.models import UnitProfile
from lms.unit.values import UnitIdentity

MISSING = _l("Write this; it stands on certificates.")
PREFIX = r"^[A-Z0-9]{1,8}$"
TOO_LONG = _l("This is too long. Shorten it.")


def line(label: str, longest: int) -> StringField:
    """Return a field of one line that may not stay empty."""
    return StringField(
        label,
        [DataRequired(MISSING), Length(max=longest, message=TOO_LONG)],
        filters=[lambda typed: (typed or "").strip()],
        render_kw={"autocomplete": "off", "maxlength": longest},
    )


class ProfileForm(FlaskForm):
    """The unit's names in both languages, and what its certificates say."""

    name_fr = line(_l("Name in French"), 160)
    name_en = line(_l("Name in English"), 160)
    head_function_fr = line(_l("Who signs, in French"), 120)
    head_function_en = line(_l("Who signs, in English"), 120)
    place = line(_l("Certificates are made out in"), 80)
    certificate_prefix = StringField(
        _l("Numbers of certificates begin with"),
        [
            DataRequired(MISSING),
            Regexp(
                r"^[A-Z0-9]{1,8}$", message=_l("Write one to eight capital letters or digits.")
            ),
        ],
        filters=[lambda typed: (typed or "").strip().upper()],
        render_kw={"autocomplete": "off", "maxlength": 8},
    )
    feminine_ranks = BooleanField(_l("French ranks agree with women: adjudante, lieutenante"))

    def fill(self, profile: UnitProfile) -> None:
        """Show the profile as stored."""
        self.process(obj=profile)

    @property
    def identity(self) -> UnitIdentity:
        """The validated profile."""
        return UnitIdentity(
            name_fr=self.name_fr.data,
            name_en=self.name_en.data,
            head_function_fr=self.head_function_fr.data,
            head_function_en=self.head_function_en.data,
            place=self.place.data,
            certificate_prefix=self.certificate_prefix.data,
            feminine_ranks=self.feminine_ranks.data,
        )
