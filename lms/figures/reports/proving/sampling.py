"""Persons drawn at random from those a report counted, so that an auditor can go to the paper."""

import random
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from lms.extensions import db
from lms.figures.models import Fact
from lms.figures.reports import queries
from lms.figures.reports.models import Report
from lms.lists.models import ImportedRow
from lms.sessions.kinds import MarkState
from lms.sessions.models import AttendanceMark, Slot

SIZE = 25
HEX_OF_SEED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One person drawn, by one fact: where it is written, and what the sheet says.

    There is no name and no number of the person: the row of the sheet leads to them.
    """

    fact: Fact
    sheet: tuple[int, int] | None
    """The list and the row in its file; None where nobody brought a list."""
    marks: tuple[tuple[Slot, MarkState], ...]


def usual_seed(report: Report) -> int:
    """Return the seed that whoever repeats the draw comes to by themselves."""
    return int((report.digest or "0")[:HEX_OF_SEED], 16)


def draw(report: Report, seed: int, size: int = SIZE) -> list[Drawn]:
    """Return persons drawn from those counted, each by one of their facts; the same each time."""
    theirs: dict[int, list[Fact]] = {}
    for it in queries.facts_in(report.fact_runs or []):
        if it.person_id is not None:
            theirs.setdefault(it.person_id, []).append(it)
    chance = random.Random(seed)  # noqa: S311 - a draw to be repeated, no secret
    chosen = chance.sample(sorted(theirs), min(size, len(theirs)))
    return [_drawn(chance.choice(theirs[it])) for it in chosen]


def _drawn(fact: Fact) -> Drawn:
    row = db.session.execute(
        select(ImportedRow.imported_list_id, ImportedRow.number)
        .where(ImportedRow.participation_id == fact.participation_id)
        .order_by(ImportedRow.id)
        .limit(1)
    ).first()
    latest: dict[int, AttendanceMark] = {}
    for mark in db.session.scalars(
        select(AttendanceMark)
        .where(AttendanceMark.participation_id == fact.participation_id)
        .order_by(AttendanceMark.id)
    ):
        latest[mark.slot_id] = mark
    slots = db.session.scalars(
        select(Slot)
        .options(joinedload(Slot.training_session))
        .where(Slot.training_session_id == fact.training_session_id)
        .order_by(Slot.position)
    )
    return Drawn(
        fact=fact,
        sheet=(row[0], row[1]) if row else None,
        marks=tuple(
            (it, latest[it.id].state if it.id in latest else MarkState.BLANK)
            for it in slots
            if it.held
        ),
    )
