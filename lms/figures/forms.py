"""What a browser may ask of the figures; everything stands in the address."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from flask_babel import gettext as _, lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import DateField, Field, SelectChoice, SelectField
from wtforms.validators import Optional, ValidationError

from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import (
    OF_HEADCOUNTS,
    OF_PARTICIPATIONS,
    OF_PERSONS,
    Measure,
    Question,
    Scope,
)
from lms.figures.labels import DIMENSIONS, MEASURES

EVERYWHERE = ""
COLUMNS = {Dimension.SEX, Dimension.AGE_GROUP, Dimension.OUTCOME}
"""What the page does not set out in rows: columns, and what the measure says."""
ROWS = [it for it in Dimension if it not in COLUMNS]


class DaysInOrder:
    """Refuses days in the wrong order; beside a form with a first and a last day."""

    first: DateField
    last: DateField

    def validate_last(self, field: DateField) -> None:
        """Say it in a sentence."""
        if field.data and self.first.data and field.data < self.first.data:
            raise ValidationError(
                _("The period ends before it begins. Choose a last day on or after the first.")
            )


class FiguresForm(DaysInOrder, FlaskForm):
    """A period, a measure and a region; an empty field takes what the page offers."""

    class Meta:
        """The form only reads: no token in the address."""

        csrf = False

    measure = SelectField(
        _l("Measure"),
        choices=[SelectChoice(it, MEASURES[it]) for it in (*OF_PERSONS, *OF_PARTICIPATIONS)],
        default=Measure.PERSONS_TRAINED,
    )
    dimension = SelectField(
        _l("Rows"),
        choices=[SelectChoice(it, DIMENSIONS[it]) for it in ROWS],
        default=Dimension.CATEGORY,
        name="rows",
    )
    region = SelectField(_l("Region"), default=EVERYWHERE)
    first = DateField(_l("From"), [Optional()], name="from")
    last = DateField(_l("To (included)"), [Optional()], name="to")
    as_of = DateField(_l("As known on (optional)"), [Optional()], name="as-of")

    def validate(self, extra_validators: Mapping[str, Sequence[Any]] | None = None) -> bool:
        """Refuse also what the address says twice: only the first would be answered."""
        fine: bool = super().validate(extra_validators)
        for field in self:
            if len(field.raw_data or ()) > 1:
                fine, field.errors = False, [_("This is asked more than once. Choose one.")]
        return fine

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
    def question(self) -> Question:
        """What is asked; a choice that cannot be read is the usual one."""
        region = "" if self.region.errors else self.region.data
        return Question(
            scope=Scope(
                window=self.window,
                regions=frozenset({region}) if region else None,
                as_of=datetime.combine(self.as_of.data, time.max, UTC)
                if self.as_of.data and not self.as_of.errors
                else None,
            ),
            measure=Measure(self.measure.default if self.measure.errors else self.measure.data),
            dimension=Dimension(
                self.dimension.default if self.dimension.errors else self.dimension.data
            ),
        )

    @property
    def asked(self) -> tuple[Field, ...]:
        """The fields besides the period."""
        return (self.measure, self.dimension, self.region, self.as_of)

    @property
    def typed(self) -> dict[str, Any]:
        """What the address says of these fields, readable or not; other names are left out."""
        return {it.name: it.raw_data[0] for it in self if it.raw_data}

    @property
    def kept(self) -> dict[str, Any]:
        """The filters besides the period, as an address has them; the usual ones are left out."""
        return {
            field.name: str(field.data)
            for field in self.asked
            if field.data and not field.errors and field.data != field.default
        }


class PivotForm(FiguresForm):
    """Any measure, by any two dimensions."""

    measure = SelectField(
        _l("Measure"),
        choices=[
            SelectChoice(it, MEASURES[it])
            for it in (*OF_PERSONS, *OF_PARTICIPATIONS, *OF_HEADCOUNTS)
        ],
        default=Measure.PERSONS_TRAINED,
    )
    dimension = SelectField(
        _l("Rows"),
        choices=[SelectChoice(it, DIMENSIONS[it]) for it in Dimension],
        default=Dimension.CATEGORY,
        name="rows",
    )
    across = SelectField(
        _l("Columns"),
        choices=[SelectChoice(it, DIMENSIONS[it]) for it in Dimension],
        default=Dimension.QUARTER,
        name="columns",
    )

    @property
    def asked(self) -> tuple[Field, ...]:
        """The fields besides the period."""
        return (*super().asked, self.across)

    @property
    def question(self) -> Question:
        """What is asked; a choice that cannot be read is the usual one."""
        across = self.across.default if self.across.errors else self.across.data
        return replace(super().question, across=Dimension(across))
