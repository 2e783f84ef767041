"""The facts that the rules give from the lists and headcounts of closed sessions."""

from collections.abc import Collection, Mapping

from lms.figures.models import Fact
from lms.figures.source.stored import Key, headcounts_in
from lms.sessions.models import Headcount, Status, TrainingSession
from lms.sessions.outcome import Outcome
from lms.sessions.queries import uniting
from lms.sessions.queries.uniting import Standing
from lms.unit.queries import rules
from lms.unit.rules import Rules

Values = Mapping[str, object]
FIELDS = (
    "person_id",
    "count",
    "at_least",
    "outcome",
    "category_id",
    "sex",
    "age_group",
    "minutes",
    "place_id",
    "programme_id",
    "course_id",
    "organisation_id",
    "phase",
    "last_day",
)
"""What a fact says. Which version of the rules said it is kept, and makes no difference."""


def wanted_in(
    training_sessions: Collection[TrainingSession], proposed: Rules | None = None
) -> dict[int, dict[Key, Values]]:
    """Return the facts that the rules give for each session; none of one that is not closed.

    With ``proposed``, those that they would give if these were adopted.
    """
    closed = [it for it in training_sessions if it.status is Status.CLOSED]
    found: dict[int, dict[Key, Values]] = {it.id: {} for it in training_sessions}
    standings = uniting.standings_in(closed, proposed)
    headcounts, version = headcounts_in([it.id for it in closed]), rules().version
    for held in closed:
        shared = _shared(held)
        for standing in standings[held.id]:
            if standing.outcome is not Outcome.NONE:
                key: Key = (standing.participation.id, None)
                found[held.id][key] = shared | _of_person(standing)
        for headcount in headcounts.get(held.id, []):
            found[held.id][None, headcount.id] = shared | _of_headcount(headcount, version)
    return found


def differing(fact: Fact, wanted: Values) -> list[str]:
    """Return the fields in which a fact is not what the rules give."""
    return [it for it in FIELDS if getattr(fact, it) != wanted[it]]


def _shared(training_session: TrainingSession) -> dict[str, object]:
    """Return what all facts of a session share; the last day held decides the period (R5)."""
    course = training_session.course_version.course
    held = [slot.day for slot in training_session.slots if slot.held]
    return {
        "training_session_id": training_session.id,
        "place_id": training_session.place_id,
        "programme_id": course.programme_id,
        "course_id": course.id,
        "organisation_id": training_session.lead_organisation_id,
        "phase": training_session.phase,
        "last_day": max(held, default=training_session.last_day),
    }


def _of_person(standing: Standing) -> dict[str, object]:
    participation = standing.participation
    return {
        "participation_id": participation.id,
        "person_id": standing.person_id,
        "headcount_id": None,
        "count": None,
        "at_least": False,
        "outcome": standing.outcome,
        "category_id": participation.category_id,
        "sex": participation.sex,
        "age_group": participation.age_group,
        "minutes": standing.minutes,
        "rule_version": standing.rule_version,
    }


def _of_headcount(headcount: Headcount, version: int) -> dict[str, object]:
    return {
        "participation_id": None,
        "person_id": None,
        "headcount_id": headcount.id,
        "count": headcount.count,
        "at_least": headcount.at_least,
        "outcome": headcount.outcome,
        "category_id": headcount.category_id,
        "sex": headcount.sex,
        "age_group": headcount.age_group,
        "minutes": None,
        "rule_version": version,
    }
