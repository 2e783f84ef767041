"""What a browser may send to write a course."""

from collections.abc import Iterable

from flask_babel import gettext as _, lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    DateField,
    Field,
    HiddenField,
    RadioField,
    SearchField,
    SelectChoice,
    SelectField,
    StringField,
    SubmitField,
    TextAreaField,
)
from wtforms.validators import (
    InputRequired,
    Length,
    Optional,
    Regexp,
    ValidationError,
)

from lms.courses import labels
from lms.courses.kinds import CertificateKind, CourseKind
from lms.courses.values import ModuleText, Terms, VersionText
from lms.lib.whole_numbers import WholeNumberField

LONGEST_TEXT = 20_000
CODE = r"^[A-Z0-9]+(-[A-Z0-9]+)*$"


def _trim(value: str | None) -> str:
    return (value or "").strip()


def _code(value: str | None) -> str:
    return _trim(value).upper()


def _whole(value: str | None) -> int | None:
    return int(value) if value else None


def _choices(rows: Iterable[tuple[int, str]]) -> list[SelectChoice]:
    return [SelectChoice(str(number), word) for number, word in rows]


def _text(label: str, longest: int, rows: int) -> TextAreaField:
    return TextAreaField(label, [Length(max=longest)], filters=[_trim], render_kw={"rows": rows})


def _title(label: str) -> StringField:
    too_long = _l("The title is longer than 200 letters. Shorten it.")
    return StringField(label, [Length(max=200, message=too_long)], filters=[_trim])


class TermsForm(FlaskForm):
    """What a course counts as and asks for."""

    code = StringField(
        _l("Code"),
        [
            InputRequired(_l("Write a code, such as FDS-2J.")),
            Length(max=20, message=_l("The code is longer than 20 letters. Shorten it.")),
            Regexp(
                CODE, message=_l("Write letters and digits only, in groups joined by hyphens.")
            ),
        ],
        filters=[_code],
    )
    kind = RadioField(
        _l("What a session counts as"),
        choices=labels.choices(labels.KINDS),
        default=CourseKind.TRAINING,
    )
    programme_id = SelectField(_l("Programme"), coerce=_whole)
    audience_id = SelectField(_l("Usual audience"), coerce=_whole)
    pass_mark = WholeNumberField(
        _l("Pass mark of the quiz, in per cent"),
        0,
        100,
        _l("Write a whole number from 0 to 100."),
        default=70,
    )
    minimum_share = WholeNumberField(
        _l("Attendance that makes a person trained, in per cent"),
        1,
        100,
        _l("Write a whole number from 1 to 100."),
        optional=True,
    )
    minimum_minutes = WholeNumberField(
        _l("Shortest length of a session that trains, in minutes"),
        0,
        6000,
        _l("Write a number of minutes, from 0 to 6000."),
        optional=True,
    )
    certificate = RadioField(
        _l("Certificate"),
        choices=labels.choices(labels.CERTIFICATES),
        default=CertificateKind.COMPLETION,
    )

    def offer(
        self, programmes: Iterable[tuple[int, str]], audiences: Iterable[tuple[int, str]]
    ) -> None:
        """Set what the lists offer, each after "none"."""
        self.programme_id.choices = [SelectChoice("", _("None")), *_choices(programmes)]
        self.audience_id.choices = [SelectChoice("", _("Everyone")), *_choices(audiences)]

    @property
    def terms(self) -> Terms:
        """What was typed."""
        return Terms(
            code=self.code.data,
            kind=CourseKind(self.kind.data),
            programme_id=self.programme_id.data,
            audience_id=self.audience_id.data,
            pass_mark=self.pass_mark.data,
            minimum_share=self.minimum_share.data,
            minimum_minutes=self.minimum_minutes.data,
            certificate=CertificateKind(self.certificate.data),
        )


class Editing(FlaskForm):
    """What every form of a draft has: the revision it was read at, and two ways to send it."""

    revision = HiddenField(default="")
    preview = SubmitField(_l("Preview"))

    @property
    def read_at(self) -> int:
        """The revision the form was opened at; none fits a form that was tampered with."""
        typed = str(self.revision.data)
        return int(typed) if typed.isdecimal() else 0

    def stay_bilingual(self, *names: str) -> bool:
        """Ask for at least one language of each text named, so that a row is never nameless."""
        empty = [it for it in names if not (self[f"{it}_fr"].data or self[f"{it}_en"].data)]
        for name in empty:
            field: Field = self[f"{name}_fr"]
            field.errors = [*field.errors, _("Write the title, in one language at least.")]
        return not empty


class VersionForm(Editing):
    """Title, summary and days of a version."""

    title_fr = _title(_l("Title in French"))
    title_en = _title(_l("Title in English"))
    summary_fr = _text(_l("Summary in French"), 2000, 4)
    summary_en = _text(_l("Summary in English"), 2000, 4)
    effective_from = DateField(
        _l("Offered from"), [InputRequired(_l("Choose the first day on which it is taught."))]
    )
    effective_to = DateField(_l("Offered until"), [Optional()])

    def validate_effective_to(self, field: DateField) -> None:
        """Refuse days in the wrong order with a sentence."""
        first = self.effective_from.data
        if first and field.data and field.data < first:
            raise ValidationError(_("The last day comes before the first. Choose a later day."))

    def validate(self, extra_validators: object = None) -> bool:
        """Check the shapes, then that the version has a title."""
        shapes: bool = super().validate(extra_validators)
        return self.stay_bilingual("title") and shapes

    @property
    def text(self) -> VersionText:
        """What was typed."""
        return VersionText(
            title_fr=self.title_fr.data,
            title_en=self.title_en.data,
            summary_fr=self.summary_fr.data,
            summary_en=self.summary_en.data,
            effective_from=self.effective_from.data,
            effective_to=self.effective_to.data,
        )


class CourseForm(TermsForm, VersionForm):
    """A course with its first version."""


class ModuleForm(Editing):
    """A module in both languages."""

    title_fr = _title(_l("Title in French"))
    title_en = _title(_l("Title in English"))
    minutes = WholeNumberField(
        _l("Length in minutes"), 1, 1000, _l("Write a number from 1 to 1000.")
    )
    objective_fr = _text(_l("Objective in French"), 500, 2)
    objective_en = _text(_l("Objective in English"), 500, 2)
    body_fr = _text(_l("Text in French"), LONGEST_TEXT, 14)
    body_en = _text(_l("Text in English"), LONGEST_TEXT, 14)

    def validate(self, extra_validators: object = None) -> bool:
        """Check the shapes, then that the module has a title."""
        shapes: bool = super().validate(extra_validators)
        return self.stay_bilingual("title") and shapes

    @property
    def text(self) -> ModuleText:
        """What was typed."""
        names = ModuleText.__dataclass_fields__
        return ModuleText(**{name: self[name].data for name in names})


class ReviseForm(FlaskForm):
    """From which day a new version is to be offered."""

    effective_from = DateField(
        _l("Offered from"), [InputRequired(_l("Choose the first day on which it is taught."))]
    )


class CatalogueForm(FlaskForm):
    """What to look for in the catalogue; read from the address."""

    q = SearchField(_l("Search by title or code"), filters=[_trim])
    kind = SelectField(_l("Kind"))
    state = SelectField(_l("State"))

    class Meta:
        """It changes nothing, so it needs no token."""

        csrf = False

    def offer(self) -> None:
        """Set what the lists offer, each after "all"."""
        self.kind.choices = [SelectChoice("", _("All kinds")), *labels.choices(labels.KINDS)]
        self.state.choices = [SelectChoice("", _("All states")), *labels.choices(labels.STATUSES)]
