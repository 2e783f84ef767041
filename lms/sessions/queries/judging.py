"""What other rules would make of closed sessions, from the marks that are there."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import select

from lms.extensions import db
from lms.sessions.models import MarkState, Participation, TrainingSession
from lms.sessions.outcome import HeldSlot, Judgement, judge
from lms.sessions.queries.attendance import marks_in
from lms.sessions.queries.closing import demand_of
from lms.unit.rules import Rules


def otherwise(
    training_sessions: Collection[TrainingSession], before: Rules, after: Rules
) -> dict[int, Judgement]:
    """Return by number of the participation what comes out otherwise by the rules ``after``.

    Only what the rules themselves change: whatever else has changed since a session closed
    (what its course asks, marks erased after their time) stays as it was judged.
    """
    ids = [it.id for it in training_sessions]
    marks, theirs = marks_in(ids), _participations(ids)
    found = {}
    for held in training_sessions:
        course = held.course_version.course
        one, other = demand_of(course, before), demand_of(course, after)
        slots = [it for it in held.slots if it.held]
        for it in theirs[held.id]:
            sheet = [
                HeldSlot(slot.minutes, marks.get((it.id, slot.id), MarkState.BLANK))
                for slot in slots
            ]
            judgement = judge(role=it.role, demand=other, slots=sheet)
            if judgement != judge(role=it.role, demand=one, slots=sheet):
                found[it.id] = judgement
    return found


def _participations(training_session_ids: Collection[int]) -> dict[int, list[Participation]]:
    found: dict[int, list[Participation]] = defaultdict(list)
    for it in db.session.scalars(
        select(Participation)
        .where(Participation.training_session_id.in_(training_session_ids))
        .order_by(Participation.id)
    ):
        found[it.training_session_id].append(it)
    return found
