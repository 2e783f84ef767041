"""The personal sheet in the reader's words, line by line."""

from datetime import date
from fractions import Fraction

from flask_babel import gettext as _

from lms.i18n import day, localised, percent
from lms.people.kinds import BirthPrecision
from lms.people.labels import SEXES
from lms.people.models import Person
from lms.people.names import display
from lms.people.rules import spaced_phone
from lms.sessions import labels
from lms.sessions.models import Participation
from lms.unit.models import UnitProfile
from lms.web.rights.paper import Line
from lms.web.rights.queries import Kept


def lines(kept: Kept) -> list[Line]:
    """Return everything kept, and for how long."""
    said: list[Line] = []
    for record in kept.records:
        said += [(_("Record %(number)s", number=kept.called(record)), ""), *_record(kept, record)]
    if not kept.nameless:
        said += [
            (_("Spelling on a list"), display(it.surname, it.given_names)) for it in kept.spellings
        ]
    for it in kept.participations:
        said += _session(kept, it)
    return [*said, ("", _retention())]


def foot(profile: UnitProfile, today: date) -> str:
    """Return what stands on every page: whose sheet it is, of which day, and if it is a sample."""
    said = [localised(profile, "name"), day(today)]
    if profile.is_sample:
        said.append(_("Sample data: names, numbers and places are invented."))
    return " · ".join(said)


def _record(kept: Kept, it: Person) -> list[Line]:
    birth = it.birth_date
    told = "" if birth is None else day(birth)
    if birth is not None and it.birth_precision is not BirthPrecision.DAY:
        told = str(birth.year)
    said = [
        (_("Name"), "" if kept.nameless else display(it.surname, it.given_names)),
        (_("Sex"), str(SEXES[it.sex])),
        (_("Birth"), told),
        (_("Category"), localised(it.category, "label")),
        (_("Organisation"), localised(it.organisation, "label") if it.organisation else ""),
        (_("Unit or structure"), it.unit or ""),
        (_("Rank"), it.rank or ""),
        (_("Service number"), it.service_number or ""),
        (_("Phone"), spaced_phone(it.phone) if it.phone else ""),
    ]
    return [(label, value) for label, value in said if value]


def _session(kept: Kept, it: Participation) -> list[Line]:
    held = it.training_session
    marks = [f"{day(on)} {labels.states(it.sex)[mark]}" for on, _part, mark in kept.marks(it)]
    scores = [
        percent(Fraction(one.percent, 100))
        for one in kept.attempts
        if one.participation_id == it.id and one.percent is not None
    ]
    papers = [one.number for one in kept.certificates if one.participation_id == it.id]
    said = [
        (_("First day"), day(held.first_day)),
        (_("Role"), str(labels.ROLES[it.role])),
        (_("Category"), localised(it.category, "label")),
        (_("Unit or structure"), it.unit or ""),
        (_("Rank"), it.rank or ""),
        (_("Attendance"), ", ".join(marks)),
        (_("Result"), labels.outcome(it.outcome, it.sex) if it.outcome else ""),
        (_("Quiz"), ", ".join(scores)),
        (_("Certificate"), ", ".join(papers)),
    ]
    return [(held.reference, ""), *((label, value) for label, value in said if value)]


def _retention() -> str:
    return _(
        "Training records are kept for five years after the last session, those of minors and of"
        " armed movements for one year; lists as evidence for a year after the session; answers to"
        " quizzes for a year. Counts that name nobody stay."
    )
