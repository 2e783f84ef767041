"""What a browser may send to write a quiz."""

from flask_babel import gettext as _, lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    FieldList,
    Form,
    FormField,
    HiddenField,
    RadioField,
    StringField,
    TextAreaField,
)
from wtforms.validators import Length, Optional, ValidationError

from lms.lib.whole_numbers import WholeNumberField
from lms.quizzes import labels
from lms.quizzes.kinds import QuestionType
from lms.quizzes.values import ChoiceText, QuestionText, QuizText

MOST_CHOICES = 6


def _trim(value: str | None) -> str:
    return (value or "").strip()


def _text(label: str, longest: int, rows: int = 2) -> TextAreaField:
    too_long = _l("This text is longer than %(max)d letters. Shorten it.")
    return TextAreaField(
        label,
        [Length(max=longest, message=too_long)],
        filters=[_trim],
        render_kw={"rows": rows},
    )


class ChoiceForm(Form):
    """One choice; a row left empty in both languages is no choice."""

    text_fr = _text(_l("In French"), 300, 1)
    text_en = _text(_l("In English"), 300, 1)
    correct = BooleanField(_l("Right"))

    @property
    def written(self) -> bool:
        """Whether something stands in the row."""
        return bool(self.text_fr.data or self.text_en.data)


class QuestionForm(FlaskForm):
    """A question with its choices, in both languages."""

    revision = HiddenField(default="")
    type = RadioField(_l("Answers"), choices=labels.types(), default=QuestionType.SINGLE)
    text_fr = _text(_l("Question in French"), 600)
    text_en = _text(_l("Question in English"), 600)
    choices = FieldList(
        FormField(ChoiceForm),
        _l("Choices"),
        min_entries=MOST_CHOICES,
        max_entries=MOST_CHOICES,
    )
    feedback_fr = _text(_l("Explanation in French"), 1000)
    feedback_en = _text(_l("Explanation in English"), 1000)
    effective_from = DateField(_l("In force since"), [Optional()])

    def validate_text_fr(self, field: TextAreaField) -> None:
        """Ask for the question, in one language at least."""
        if not field.data and not self.text_en.data:
            raise ValidationError(_("Write the question, in one language at least."))

    def validate_choices(self, field: FieldList) -> None:
        """Refuse a tick beside nothing."""
        if any(row.form.correct.data and not row.form.written for row in field):
            raise ValidationError(_("A choice is ticked as right but has no text. Write it."))

    @property
    def read_at(self) -> int:
        """The revision the form was opened at; none fits a form that was tampered with."""
        typed = str(self.revision.data)
        return int(typed) if typed.isdecimal() else 0

    @property
    def text(self) -> QuestionText:
        """What was typed."""
        rows = [row.form for row in self.choices if row.form.written]
        return QuestionText(
            type=QuestionType(self.type.data),
            text_fr=self.text_fr.data,
            text_en=self.text_en.data,
            feedback_fr=self.feedback_fr.data,
            feedback_en=self.feedback_en.data,
            effective_from=self.effective_from.data,
            choices=tuple(
                ChoiceText(
                    text_fr=row.text_fr.data, text_en=row.text_en.data, correct=row.correct.data
                )
                for row in rows
            ),
        )


class QuizForm(FlaskForm):
    """What the quiz is called, and how often it may be taken."""

    title_fr = StringField(_l("Title in French"), [Length(max=160)], filters=[_trim])
    title_en = StringField(_l("Title in English"), [Length(max=160)], filters=[_trim])
    attempts_allowed = WholeNumberField(
        _l("Attempts allowed"), 1, 9, _l("Write a number from 1 to 9.")
    )

    def validate_title_fr(self, field: StringField) -> None:
        """Ask for a title, in one language at least."""
        if not field.data and not self.title_en.data:
            raise ValidationError(_("Write the title, in one language at least."))

    @property
    def text(self) -> QuizText:
        """What was typed."""
        return QuizText(
            title_fr=self.title_fr.data,
            title_en=self.title_en.data,
            attempts_allowed=self.attempts_allowed.data,
        )
