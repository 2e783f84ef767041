"""Writing the ledger and the figures published before it; nothing here updates a fact."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from importlib.resources import files
from importlib.resources.abc import Traversable

import structlog
from sqlalchemy import insert

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.errors import RuleBroken
from lms.extensions import db
from lms.figures import queries
from lms.figures.models import DeclaredFigure, Fact, Indicator
from lms.people.models import Category
from lms.sessions.models import Headcount, Participation, Status, TrainingSession
from lms.sessions.outcome import RULE_VERSION, Outcome

PUBLISHED: Traversable = files("lms.figures") / "data" / "published-figures-2013-2015.csv"
INDICATOR = "indicator"

log = structlog.get_logger(__name__)


class NotClosed(RuleBroken):
    """Only a closed session is counted."""


class UnknownCategory(RuleBroken):
    """A published figure names a category that is not in the reference data."""


def record_facts(*, training_session: TrainingSession, now: datetime, actor: Actor) -> int:
    """Write the facts of a closed session and return how many; the system may.

    What already has a live fact is passed over, so that recording twice equals once.
    Raises ``NotClosed`` for a session in any other state.
    """
    require(
        actor,
        "training_session.close",
        Role.TRAINER,
        Role.UNIT_HEAD,
        Role.ADMINISTRATOR,
        system=True,
    )
    if training_session.status is not Status.CLOSED:
        raise NotClosed(f"training_session:{training_session.id}")
    common = _common(training_session, now)
    participations = queries.uncounted_participations(training_session.id)
    headcounts = queries.uncounted_headcounts(training_session.id)
    rows = [common | _of_person(it) for it in participations]
    rows += [common | _of_headcount(it) for it in headcounts]
    if rows:
        db.session.execute(insert(Fact), rows)
    target = f"training_session:{training_session.id}"
    audit.record("facts:record", target, changes={"facts": len(rows)}, actor=actor)
    log.info("facts.recorded", training_session=training_session.id, facts=len(rows))
    return len(rows)


def _common(training_session: TrainingSession, now: datetime) -> dict[str, object]:
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
        "recorded_at": now,
        "retracted_at": None,
    }


def _of_person(participation: Participation) -> dict[str, object]:
    return {
        "participation_id": participation.id,
        "person_id": participation.person_id,
        "headcount_id": None,
        "count": None,
        "at_least": False,
        "outcome": participation.outcome,
        "category_id": participation.category_id,
        "sex": participation.sex,
        "age_group": participation.age_group,
        "minutes": participation.minutes,
        "rule_version": participation.rule_version or RULE_VERSION,
    }


def _of_headcount(headcount: Headcount) -> dict[str, object]:
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
        "rule_version": RULE_VERSION,
    }


def declare_from(*, source: Traversable = PUBLISHED, actor: Actor) -> int:
    """Load figures published earlier, and return how many lines were new; the system may.

    ``source`` is a CSV with the columns category, kind, count, at_least, period_start,
    period_end, places, label_fr and label_en; lines of kind ``indicator`` stand apart.
    Raises ``UnknownCategory``.
    """
    require(actor, "figure.declare", Role.UNIT_HEAD, Role.ADMINISTRATOR, system=True)
    lines = csv.DictReader(source.read_text(encoding="utf-8").splitlines())
    categories = queries.categories_by_code()
    known = queries.declared_keys()
    rows = [row for row in _declared(lines, categories) if _key(row) not in known]
    db.session.add_all(rows)
    db.session.flush()  # a line given twice fails here, inside the act
    audit.record("figures:declare", "declared_figure", changes={"lines": len(rows)}, actor=actor)
    return len(rows)


def _declared(
    lines: Iterable[Mapping[str, str]], categories: Mapping[str, Category]
) -> Iterator[DeclaredFigure | Indicator]:
    for line in lines:
        common = {
            "count": int(line["count"]),
            "at_least": line["at_least"] == "yes",
            "period_start": date.fromisoformat(line["period_start"]),
            "period_end": date.fromisoformat(line["period_end"]),
            "label_fr": line["label_fr"],
            "label_en": line["label_en"],
        }
        if line["kind"] == INDICATOR:
            yield Indicator(code=line["category"], **common)
        elif category := categories.get(line["category"]):
            yield DeclaredFigure(
                category_id=category.id,
                outcome=Outcome(line["kind"]),
                places=line["places"],
                **common,
            )
        else:
            raise UnknownCategory(line["category"])


def _key(row: DeclaredFigure | Indicator) -> tuple[object, ...]:
    if isinstance(row, Indicator):
        return (row.code, row.period_start, row.period_end)
    return (row.category_id, row.outcome, row.period_start, row.period_end)
