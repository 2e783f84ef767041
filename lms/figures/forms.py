"""What a browser may ask of the figures; everything stands in the address."""

from datetime import date

from flask_babel import gettext as _, lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import DateField, SelectChoice, SelectField
from wtforms.validators import Optional, ValidationError

from lms.figures.counting.periods import Window
from lms.figures.counting.questions import OF_PARTICIPATIONS, OF_PERSONS, Measure
from lms.figures.labels import MEASURES

EVERYWHERE = ""


class FiguresForm(FlaskForm):
    """A period, a measure and a region; an empty field takes what the page offers."""

    class Meta:
        """The form only reads: no token in the address."""

        csrf = False

    measure = SelectField(
        _l("Measure"),
        choices=[SelectChoice(it, MEASURES[it]) for it in (*OF_PERSONS, *OF_PARTICIPATIONS)],
        default=Measure.PERSONS_TRAINED,
    )
    region = SelectField(_l("Region"), default=EVERYWHERE)
    first = DateField(_l("From"), [Optional()], name="from")
    last = DateField(_l("To (included)"), [Optional()], name="to")

    def validate_last(self, field: DateField) -> None:
        """Refuse days in the wrong order with a sentence."""
        if field.data and self.first.data and field.data < self.first.data:
            raise ValidationError(
                _("The period ends before it begins. Choose a last day on or after the first.")
            )

    def offer(self, *, regions: list[tuple[str, str]], window: Window) -> None:
        """Say which regions may be chosen, and which days are taken when none are given."""
        self.region.choices = [SelectChoice(EVERYWHERE, _("All regions"))]
        self.region.choices += [SelectChoice(code, label) for code, label in regions]
        self._offered = window

    @property
    def window(self) -> Window:
        """The days asked for; one that is missing is that of the page's own period."""
        if self.first.errors or self.last.errors:
            return self._offered
        first: date = self.first.data or min(self._offered.first, self.last.data or date.max)
        last: date = self.last.data or max(self._offered.last, first)
        return Window(first, last)

    def fill(self) -> None:
        """Write the days of the window into the fields that were left empty."""
        for field, day in ((self.first, self.window.first), (self.last, self.window.last)):
            if not field.errors and field.data is None:
                field.data, field.raw_data = day, None

    @property
    def asked_measure(self) -> Measure:
        """The measure asked for; an unknown one is persons trained."""
        return Measure.PERSONS_TRAINED if self.measure.errors else Measure(self.measure.data)

    @property
    def regions(self) -> frozenset[str] | None:
        """The region asked for; ``None`` is all of them."""
        if self.region.errors or not self.region.data:
            return None
        return frozenset({self.region.data})
