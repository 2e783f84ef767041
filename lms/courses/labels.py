"""Words for what the database keeps as codes, in the reader's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from flask_babel import LazyString, format_date, get_locale, gettext as _, lazy_gettext as _l
from wtforms import SelectChoice

from lms.courses.models import (
    CertificateKind,
    Course,
    CourseKind,
    CourseVersion,
    VersionStatus,
)
from lms.courses.parity import Gap, Part, Text

Code = TypeVar("Code", bound=StrEnum)

KINDS = {
    CourseKind.TRAINING: _l("Training, people named"),
    CourseKind.SENSITIZATION: _l("Sensitization"),
}

CERTIFICATES = {
    CertificateKind.COMPLETION: _l("Completion, when the quiz is passed"),
    CertificateKind.PARTICIPATION: _l("Participation"),
    CertificateKind.NONE: _l("None"),
}

# L10N: of a version of a course, feminine in French
STATUSES = {
    VersionStatus.DRAFT: _l("Draft"),
    VersionStatus.PUBLISHED: _l("Published"),
    VersionStatus.WITHDRAWN: _l("Withdrawn"),
}

PARTS = {
    Part.TITLE: _l("Title"),
    Part.SUMMARY: _l("Summary"),
    Part.MODULE_TITLE: _l("Title of module %(number)s"),
    Part.OBJECTIVE: _l("Objective of module %(number)s"),
    Part.BODY: _l("Text of module %(number)s"),
    Part.QUIZ_TITLE: _l("Title of the quiz"),
    Part.QUESTION: _l("Question %(number)s"),
    Part.CHOICE: _l("A choice of question %(number)s"),
    Part.FEEDBACK: _l("Explanation of question %(number)s"),
}

LANGUAGE_GAPS = {
    "fr": _l("%(part)s: the French is missing."),
    "en": _l("%(part)s: the English is missing."),
}


def part(which: Part, number: int) -> str:
    """Return the name of one text of a course."""
    return str(PARTS[which]) % {"number": number}


def gap(missing: Gap) -> str:
    """Return a sentence that says what is missing."""
    if missing.part is Part.MODULES:
        return _("The course has no module yet.")
    if missing.part is Part.QUESTIONS:
        return _("The quiz has no question yet.")
    named = part(missing.part, missing.number)
    return str(LANGUAGE_GAPS[missing.language]) % {"part": named}


def another_in_force(other: CourseVersion) -> str:
    """Return a sentence on the published version that stands in the way."""
    return _(
        "Version %(number)s is offered from %(day)s on. Let this version end before that day,"
        " or withdraw the other one.",
        number=other.number,
        day=format_date(other.effective_from, "long"),
    )


def said(row: object, name: str) -> str:
    """Return a bilingual text of ``row`` in the reader's language, or in the one it has."""
    language = str(get_locale())
    other = "en" if language == "fr" else "fr"
    text: str = getattr(row, f"{name}_{language}") or getattr(row, f"{name}_{other}")
    return text


def days(version: CourseVersion) -> str:
    """Return the days a version is in force, in words."""
    first = format_date(version.effective_from, "long")
    if version.effective_to is None:
        return _("from %(first)s on", first=first)
    last = format_date(version.effective_to, "long")
    return _("from %(first)s to %(last)s", first=first, last=last)


def terms(course: Course) -> list[tuple[str, str]]:
    """Return what a course counts as and asks for, as terms and values."""
    named = [
        (_("Code"), course.code),
        (_("Programme"), course.programme and said(course.programme, "label")),
        (_("Kind"), str(KINDS[course.kind])),
        (_("Usual audience"), course.audience and said(course.audience, "label")),
        (_("Certificate"), str(CERTIFICATES[course.certificate])),
        (_("Attendance asked for"), _("%(share)s per cent", share=course.minimum_share)),
        (_("Pass mark"), _("%(share)s per cent", share=course.pass_mark)),
    ]
    return [(term, value) for term, value in named if value]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParityRow:
    """One text, and in which languages it exists; ``lacking`` when that holds it back."""

    name: str
    fr: bool
    en: bool
    lacking: bool


def parity_row(text: Text, missing: Sequence[Gap]) -> ParityRow:
    """Return one line of the table of both languages."""
    return ParityRow(
        name=part(text.part, text.number),
        fr=text.has("fr"),
        en=text.has("en"),
        lacking=any((it.part, it.number) == (text.part, text.number) for it in missing),
    )


def choices(words: Mapping[Code, LazyString]) -> list[SelectChoice]:
    """Return codes and words as a form offers them."""
    return [SelectChoice(str(code), word) for code, word in words.items()]
