"""What is asked of whoever prepares a report."""

from flask_babel import gettext as _, lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, SelectChoice, SelectField, StringField
from wtforms.validators import InputRequired, Length

from lms.figures.counting.periods import Window
from lms.figures.forms import DaysInOrder

EVERYWHERE = ""


class PrepareForm(DaysInOrder, FlaskForm):
    """The days and the region of a report."""

    first = DateField(_l("From"), [InputRequired(_l("Enter the first day."))])
    last = DateField(_l("To (included)"), [InputRequired(_l("Enter the last day."))])
    region = SelectField(_l("Region"), default=EVERYWHERE)
    print_range = BooleanField(_l("Print the range where persons are undecided"))

    def offer(self, regions: list[tuple[str, str]]) -> None:
        """Say which regions may be chosen."""
        self.region.choices = [SelectChoice(EVERYWHERE, _("All regions"))]
        self.region.choices += [SelectChoice(code, label) for code, label in regions]

    @property
    def window(self) -> Window:
        """The days of the report."""
        return Window(self.first.data, self.last.data)

    @property
    def regions(self) -> frozenset[str] | None:
        """The region chosen; None is all of them."""
        return frozenset({self.region.data}) if self.region.data else None


class CorrectForm(FlaskForm):
    """Why a published report is corrected."""

    reason = StringField(
        _l("What was wrong, and why"),
        [InputRequired(_l("Say what was wrong and why.")), Length(max=300)],
    )
    print_range = BooleanField(_l("Print the range where persons are undecided"))
