"""Counting people without their names."""

from collections.abc import Iterable, Sequence

from flask_babel import gettext as _, lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, RadioField, SelectChoice, SelectField
from wtforms.validators import InputRequired

from lms.lib.whole_numbers import WholeNumberField
from lms.people.kinds import AgeGroup, Sex
from lms.sessions import labels
from lms.sessions.forms.fields import nothing_chosen, whole
from lms.sessions.models import Headcount
from lms.sessions.outcome import Outcome
from lms.sessions.values import Heads

MOST = 100_000
FIELDS = {
    "men": (AgeGroup.ADULT, Sex.MALE),
    "women": (AgeGroup.ADULT, Sex.FEMALE),
    "adults": (AgeGroup.ADULT, Sex.UNSPECIFIED),
    "boys": (AgeGroup.MINOR, Sex.MALE),
    "girls": (AgeGroup.MINOR, Sex.FEMALE),
    "minors": (AgeGroup.MINOR, Sex.UNSPECIFIED),
}
COUNTED = {
    Outcome.SENSITIZED: _l("Counted as sensitized"),
    Outcome.TRAINED: _l("Counted as trained"),
}


def _count(label: str) -> WholeNumberField:
    return WholeNumberField(
        label,
        0,
        MOST,
        _l("Write a whole number, 0 or more."),
        optional=True,
        render_kw={"min": 0, "inputmode": "numeric"},
    )


class HeadcountForm(FlaskForm):
    """All the cells of one category and outcome; an empty one counts nobody."""

    category_id = SelectField(
        _l("Category"), [InputRequired(_l("Choose a category."))], coerce=whole
    )
    outcome = RadioField(
        _l("These people are"),
        choices=labels.choices(COUNTED),
        default=Outcome.SENSITIZED.value,
    )
    men = _count(_l("Men"))
    women = _count(_l("Women"))
    adults = _count(_l("Adults not specified"))
    boys = _count(_l("Boys"))
    girls = _count(_l("Girls"))
    minors = _count(_l("Minors not specified"))
    at_least = BooleanField(_l("At least: there were more, who could not be counted"))

    def offer(self, categories: Iterable[SelectChoice], *, trains: bool) -> None:
        """Fill in what can be chosen; a sensitization trains nobody."""
        self.category_id.choices = [nothing_chosen(_l("Choose…")), *categories]
        if not trains:
            self.outcome.choices = self.outcome.choices[:1]

    def fill(self, stored: Sequence[Headcount]) -> None:
        """Show the cells of one category as they are stored."""
        by_cell = {(it.age_group, it.sex): it for it in stored}
        for name, cell in FIELDS.items():
            if cell in by_cell:
                self[name].data = by_cell[cell].count
        self.at_least.data = any(it.at_least for it in stored)

    @property
    def counts(self) -> list[WholeNumberField]:
        """The six fields of numbers."""
        return [self[name] for name in FIELDS]

    @property
    def heads(self) -> list[Heads]:
        """Every cell with its count; zero takes a cell away."""
        return [
            Heads(
                category_id=self.category_id.data,
                sex=sex,
                age_group=age_group,
                outcome=Outcome(self.outcome.data),
                count=self[name].data or 0,
                at_least=self.at_least.data,
            )
            for name, (age_group, sex) in FIELDS.items()
        ]

    def nobody(self) -> str:
        """Return the sentence for a form in which nobody is counted."""
        return _("Write at least one number.")
