"""Counting people of refused rows in the headcounts of their session."""

from collections.abc import Sequence

from lms.accounts.actors import Actor
from lms.lists import queries
from lms.lists.queries import Unnamed
from lms.people import queries as people
from lms.people.models import Category
from lms.people.rules import age_group
from lms.sessions import services as sessions
from lms.sessions.kinds import ParticipationRole
from lms.sessions.models import TrainingSession
from lms.sessions.outcome import HeldSlot, Outcome, judge
from lms.sessions.queries.closing import demand_of
from lms.sessions.values import Heads
from lms.unit.queries import rules


def count(
    training_session: TrainingSession, rows: Sequence[Unnamed], actor: Actor
) -> dict[int, int]:
    """Add one to the headcount of each row; return the id of that headcount by row number."""
    if not rows:
        return {}
    categories = {it.code: it for it in people.categories(with_inactive=True)}
    cells = sessions.add_heads(
        training_session=training_session,
        heads=[_heads(training_session, it, categories[it.outcome.row.category]) for it in rows],
        actor=actor,
    )
    return {it.number: cell.id for it, cell in zip(rows, cells, strict=True)}


def _heads(training_session: TrainingSession, unnamed: Unnamed, category: Category) -> Heads:
    row = unnamed.outcome.row
    return Heads(
        category_id=category.id,
        sex=row.sex,
        age_group=age_group(
            birth_date=row.birth.day if row.birth else None,
            minors_category=category.minors,
            day=training_session.first_day,
        ),
        outcome=_outcome(training_session, unnamed),
        count=1,
    )


def _outcome(training_session: TrainingSession, unnamed: Unnamed) -> Outcome:
    """Judge the row by the dose of its marks; a signature alone says that somebody came."""
    slots = queries.slots_of(training_session)
    judgement = judge(
        role=ParticipationRole.PARTICIPANT,
        demand=demand_of(training_session.course_version.course, rules()),
        slots=[
            HeldSlot(slot.minutes, state)
            for slot, state in zip(slots, unnamed.outcome.row.marks, strict=True)
        ],
    )
    return Outcome.SENSITIZED if judgement.outcome is Outcome.NONE else judgement.outcome
