"""What a browser may send about targets and declared strengths."""

from collections.abc import Mapping, Sequence

from flask_babel import gettext as _, lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import (
    DateField,
    Form,
    HiddenField,
    SearchField,
    SelectChoice,
    SelectField,
    StringField,
)
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    ValidationError,
)

from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure
from lms.figures.forms import DaysInOrder
from lms.figures.labels import MEASURES
from lms.figures.queries import Region
from lms.figures.targets import labels, queries, rules
from lms.figures.targets.models import Entry, Strength, Target
from lms.figures.targets.values import (
    AIMED_AT,
    LONGEST_ROTATION,
    LONGEST_SOURCE,
    LONGEST_UNIT,
    MOST,
    WHOLE_COUNTRY,
    Aim,
    Given,
    Kind,
    Rotation,
)
from lms.lib.whole_numbers import WholeNumberField
from lms.people.labels import category as category_label
from lms.people.models import Category
from lms.sessions.forms.fields import NoFormula, nothing_chosen, text, trimmed, whole

TOO_LONG = _l("This is too long. Shorten it.")
NO_FORMULA = NoFormula(_l("A text cannot begin with =, +, - or @."))


class SearchForm(Form):
    """Read from the address."""

    q = SearchField(_l("Search"), filters=[trimmed])


class UploadForm(FlaskForm):
    """A file of targets or strengths."""

    file = FileField(_l("File"), [FileRequired(_l("Choose the file."))])


class EnterForm(FlaskForm):
    """Rows that were looked at, as text."""

    content = HiddenField(validators=[DataRequired()])


class EntryForm(DaysInOrder, FlaskForm):
    """What targets and strengths have in common."""

    region = SelectField(_l("Region"), default=WHOLE_COUNTRY)
    first = DateField(_l("From"), [InputRequired(_l("Enter the first day."))])
    last = DateField(_l("To (included)"), [InputRequired(_l("Enter the last day."))])
    source = StringField(
        _l("Source"),
        [
            DataRequired(_l("Say where the number comes from.")),
            Length(max=LONGEST_SOURCE, message=TOO_LONG),
            NO_FORMULA,
        ],
        filters=[trimmed],
    )

    def offer(self, categories: Sequence[Category], regions: Mapping[str, Region]) -> None:
        """Fill in what can be chosen."""
        self.region.choices = [nothing_chosen(self._nowhere())]
        self.region.choices += [
            SelectChoice(code, labels.region(code, regions)) for code in regions
        ]
        self._offer([it for it in categories if it.active])

    def fill(self, entry: Entry) -> None:
        """Show an entry as stored."""
        self.region.data, self.source.data = entry.region, entry.source
        self.first.data, self.last.data = entry.period_start, entry.period_end

    @property
    def given(self) -> Given:
        """What was typed."""
        raise NotImplementedError

    @property
    def window(self) -> Window:
        """The days typed."""
        return Window(self.first.data, self.last.data)

    def _nowhere(self) -> str:
        return _("Whole country")

    def _offer(self, categories: Sequence[Category]) -> None:
        raise NotImplementedError


class TargetForm(EntryForm):
    """How many are to be reached."""

    measure = SelectField(
        _l("Measure"), choices=[SelectChoice(it, MEASURES[it]) for it in AIMED_AT]
    )
    category_id = SelectField(_l("Category"), coerce=whole)
    count = WholeNumberField(
        _l("How many are to be reached"), 1, MOST, _l("Enter a whole number above zero.")
    )

    def fill(self, entry: Entry) -> None:
        """Show a target as stored."""
        super().fill(entry)
        if isinstance(entry, Target):
            self.measure.data, self.category_id.data = entry.measure, entry.category_id
            self.count.data = entry.count

    @property
    def given(self) -> Aim:
        """What was typed."""
        return Aim(
            measure=Measure(self.measure.data),
            category_id=self.category_id.data,
            region=self.region.data,
            window=self.window,
            count=self.count.data,
            source=self.source.data,
        )

    def _offer(self, categories: Sequence[Category]) -> None:
        self.category_id.choices = [nothing_chosen(_("All categories"))]
        self.category_id.choices += [SelectChoice(it.id, category_label(it)) for it in categories]


class StrengthForm(EntryForm):
    """How strong a unit says it is in one rotation."""

    category_id = SelectField(_l("Category"), coerce=int)
    unit = StringField(
        _l("Unit or contingent"),
        [
            DataRequired(_l("Write the unit as the attendance lists do.")),
            Length(max=LONGEST_UNIT, message=TOO_LONG),
            NO_FORMULA,
        ],
        filters=[trimmed],
    )
    rotation = text(_l("Rotation"), LONGEST_ROTATION)
    count = WholeNumberField(
        _l("Declared strength"),
        1,
        MOST,
        _l("Enter a whole number above zero."),
        optional=True,
    )

    def validate_unit(self, field: StringField) -> None:
        """Refuse a unit without a letter or a number in it."""
        if not rules.unit_key(field.data):
            raise ValidationError(_("Write the unit as the attendance lists do."))

    def validate_rotation(self, field: StringField) -> None:
        """Refuse what a spreadsheet would run."""
        NO_FORMULA(self, field)

    def fill(self, entry: Entry) -> None:
        """Show a strength as stored."""
        super().fill(entry)
        if isinstance(entry, Strength):
            self.category_id.data, self.count.data = entry.category_id, entry.count
            self.unit.data, self.rotation.data = entry.unit, entry.rotation

    @property
    def given(self) -> Rotation:
        """What was typed."""
        return Rotation(
            category_id=self.category_id.data,
            unit=" ".join(self.unit.data.split()),
            rotation=self.rotation.data,
            region=self.region.data,
            window=self.window,
            count=self.count.data,
            source=self.source.data,
        )

    def _nowhere(self) -> str:
        return _("Not said")

    def _offer(self, categories: Sequence[Category]) -> None:
        self.category_id.choices = [
            SelectChoice(it.id, category_label(it)) for it in queries.of_units(categories)
        ]


def entry_form(kind: Kind) -> TargetForm | StrengthForm:
    """Return the form of one list."""
    return TargetForm() if kind is Kind.TARGETS else StrengthForm()
