"""Words for what the database keeps as codes, in the reader's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from flask_babel import LazyString, gettext as _, lazy_gettext as _l
from wtforms import SelectChoice

from lms.courses.kinds import CertificateKind, CourseKind, VersionStatus
from lms.courses.parity import Gap, Part, Text
from lms.courses.rules import Force
from lms.i18n import day

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


def another_in_force(number: int, first: date) -> str:
    """Return a sentence on the published version that stands in the way."""
    return _(
        "Version %(number)s is offered from %(day)s on. Let this version end before that day,"
        " or withdraw the other one.",
        number=number,
        day=day(first),
    )


def days(force: Force) -> str:
    """Return the days a version is in force, in words."""
    if force.last is None:
        return _("from %(first)s on", first=day(force.first))
    return _("from %(first)s to %(last)s", first=day(force.first), last=day(force.last))


@dataclass(frozen=True, slots=True, kw_only=True)
class ParityRow:
    """One text, and in which languages it exists; ``lacking`` when that holds it back."""

    name: str
    fr: bool
    en: bool
    lacking: bool


def parity_rows(texts: Sequence[Text], missing: Sequence[Gap]) -> list[ParityRow]:
    """Return the table of both languages: every text of a course, in order.

    Then come the texts that rooms above say are missing in a language, such as a question.
    """
    lacking: dict[tuple[Part, int], set[str]] = {}
    for it in missing:
        if it.language:
            lacking.setdefault((it.part, it.number), set()).add(it.language)
    rows = [
        ParityRow(
            name=part(it.part, it.number),
            fr=it.has("fr"),
            en=it.has("en"),
            lacking=lacking.pop((it.part, it.number), None) is not None,
        )
        for it in texts
    ]
    return rows + [
        ParityRow(name=part(*which), fr="fr" not in absent, en="en" not in absent, lacking=True)
        for which, absent in lacking.items()
    ]


def choices(words: Mapping[Code, LazyString]) -> list[SelectChoice]:
    """Return codes and words as a form offers them."""
    return [SelectChoice(str(code), word) for code, word in words.items()]
