"""What is asked of whoever proposes rules, and of whoever tries them."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, StringField
from wtforms.validators import InputRequired, Length

from lms.figures.counting.periods import Window
from lms.figures.forms import DaysInOrder
from lms.figures.versions.labels import SETTINGS
from lms.lib.whole_numbers import WholeNumberField
from lms.unit.rules import HUNDRED, LONGEST_MINUTES, Rules


class RulesForm(FlaskForm):
    """The settings, and why."""

    minimum_share = WholeNumberField(
        _l("Attendance that makes a person trained, in per cent"),
        1,
        HUNDRED,
        _l("Write a whole number from 1 to 100."),
    )
    minimum_minutes = WholeNumberField(
        SETTINGS["minimum_minutes"],
        0,
        LONGEST_MINUTES,
        _l("Write a number of minutes, from 0 to 6000."),
    )
    late_counts = BooleanField(SETTINGS["late_counts"])
    excused_counts = BooleanField(SETTINGS["excused_counts"])
    smallest_adults = WholeNumberField(
        SETTINGS["smallest_adults"], 2, HUNDRED, _l("Write a whole number from 2 to 100.")
    )
    smallest_minors = WholeNumberField(
        SETTINGS["smallest_minors"], 2, HUNDRED, _l("Write a whole number from 2 to 100.")
    )
    reason = StringField(
        _l("Why the unit should count otherwise"),
        [
            InputRequired(_l("Say why the unit should count otherwise.")),
            Length(max=300, message=_l("At most 300 letters.")),
        ],
    )

    def fill(self, rules: Rules) -> None:
        """Set the fields to rules."""
        for name in SETTINGS:
            self[name].data = getattr(rules, name)

    @property
    def settings(self) -> Rules:
        """What was typed."""
        return Rules(**{name: self[name].data for name in SETTINGS})


class TrialForm(DaysInOrder, FlaskForm):
    """The days whose totals are compared."""

    class Meta:
        """A trial reads, so nothing is to be protected."""

        csrf = False

    first = DateField(_l("From"), [InputRequired(_l("Enter the first day."))], name="from")
    last = DateField(_l("To (included)"), [InputRequired(_l("Enter the last day."))], name="to")

    @property
    def window(self) -> Window:
        """The days to compare."""
        return Window(self.first.data, self.last.data)
