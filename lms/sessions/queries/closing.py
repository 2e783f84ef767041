"""What closing a session would come to."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from sqlalchemy import select

from lms.courses.models import Course, CourseKind
from lms.extensions import db
from lms.sessions.closing import Hanging, Hint, Report
from lms.sessions.models import (
    Headcount,
    MarkState,
    Participation,
    ParticipationRole,
    Slot,
    TrainingSession,
)
from lms.sessions.outcome import Demand, HeldSlot, at_best, hangs_on_a_blank, judge
from lms.sessions.queries.attendance import Cell, latest_marks
from lms.signals import training_session_closing_asked
from lms.unit.queries import rules
from lms.unit.rules import Rules


def report(training_session: TrainingSession, today: date) -> Report:
    """Return the outcomes closing would write today, and what is missing before it may."""
    roles = _roles(training_session.id)
    marks = latest_marks(training_session.id)
    held = [slot for slot in training_session.slots if slot.held]
    demand = demand_of(training_session.course_version.course, rules())
    sheets = {it: _sheet(it, held, marks) for it in roles}
    heads, at_least = _heads(training_session.id)
    return Report(
        ended=training_session.last_day <= today,
        any_slot_held=bool(held),
        unmarked=tuple(_unmarked(roles, held, marks)),
        hanging=tuple(
            Hanging(
                it,
                judge(role=role, demand=demand, slots=sheets[it]).outcome,
                at_best(role=role, demand=demand, slots=sheets[it]),
            )
            for it, role in roles.items()
            if hangs_on_a_blank(role=role, demand=demand, slots=sheets[it])
        ),
        judgements={
            it: judge(role=role, demand=demand, slots=sheets[it]) for it, role in roles.items()
        },
        counted=sum(role is ParticipationRole.PARTICIPANT for role in roles.values()),
        headcount=heads,
        headcount_at_least=at_least,
        hints=tuple(_hints(training_session)),
    )


def demand_of(course: Course, by: Rules) -> Demand:
    """Return what the course asks of its participants, by the rules where it says nothing."""
    share, minutes = course.minimum_share, course.minimum_minutes
    counted = {
        MarkState.PRESENT: True,
        MarkState.LATE: by.late_counts,
        MarkState.EXCUSED: by.excused_counts,
    }
    return Demand(
        sensitization=course.kind is CourseKind.SENSITIZATION,
        minimum_share=Fraction(by.minimum_share if share is None else share, 100),
        minimum_minutes=by.minimum_minutes if minutes is None else minutes,
        present=frozenset(it for it, counts in counted.items() if counts),
    )


def _roles(training_session_id: int) -> dict[int, ParticipationRole]:
    rows = db.session.execute(
        select(Participation.id, Participation.role)
        .where(Participation.training_session_id == training_session_id)
        .order_by(Participation.id)
    )
    return {row.id: row.role for row in rows}


def _sheet(
    participation_id: int, held: Iterable[Slot], marks: Mapping[Cell, MarkState]
) -> list[HeldSlot]:
    blank = MarkState.BLANK
    return [HeldSlot(it.minutes, marks.get((participation_id, it.id), blank)) for it in held]


def _unmarked(
    roles: Mapping[int, ParticipationRole], held: Iterable[Slot], marks: Mapping[Cell, MarkState]
) -> list[int]:
    """Return the slots no participant was marked in; none where there is nobody to mark."""
    counted = {it for it, role in roles.items() if role is ParticipationRole.PARTICIPANT}
    if not counted:
        return []
    marked = {
        slot
        for (participation, slot), state in marks.items()
        if participation in counted and state is not MarkState.BLANK
    }
    return [it.id for it in held if it.id not in marked]


def _heads(training_session_id: int) -> tuple[int, bool]:
    counted = db.session.scalars(
        select(Headcount).where(Headcount.training_session_id == training_session_id)
    ).all()
    return sum(it.count for it in counted), any(it.at_least for it in counted)


def _hints(training_session: TrainingSession) -> list[Hint]:
    told = training_session_closing_asked.send(training_session)
    return [hint for _receiver, hints in told for hint in hints or ()]
