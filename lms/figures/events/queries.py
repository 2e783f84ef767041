"""Sessions that may be one event (DOMAIN R9), and those with nobody in them (R15).

Only sessions that end on one day in one place are compared, the latest first, and hardly more
than are asked for. Where very few are alike, all may have to be compared before one is found.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import aliased, joinedload

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.errors import NotFound
from lms.extensions import db
from lms.figures.counting.periods import Window
from lms.figures.events import candidates
from lms.figures.events.candidates import Candidates
from lms.figures.events.models import Answer, EventAnswer
from lms.figures.events.rules import Likeness, likeness
from lms.lib.portions import portions
from lms.people.models import Category
from lms.people.queries import identity
from lms.people.rules import NAMELESS
from lms.sessions.models import Participation, ParticipationRole, TrainingSession
from lms.sessions.queries import access, listing

READERS = (Role.UNIT_HEAD, Role.ADMINISTRATOR)
MOST_PAIRS = 200
"""Shown at once, the latest first; once they are answered, others follow."""
FIRST, GROWS = 200, 2
"""Pairs of sessions looked at first, and how many times more when these were not enough."""
AT_ONCE = 500
"""Pairs compared at once."""
MOST_EMPTY = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two sessions that may be one event, the older record first."""

    one_id: int
    other_id: int
    likeness: Likeness
    answer: Answer | None = None
    """What somebody said already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty:
    """Sessions of a window held with nobody in them: how many, and which if one.

    Beyond ``MOST_EMPTY`` they are not counted any further.
    """

    count: int
    only: int | None

    @property
    def at_least(self) -> bool:
        """Whether there may be more of them."""
        return self.count >= MOST_EMPTY


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspects:
    """Pairs to be settled, and whether there may be more of them."""

    pairs: list[Pair]
    at_least: bool


def suspects(window: Window | None = None, *, enough: int = MOST_PAIRS) -> Suspects:
    """Return pairs still to be settled, the latest first, of all days unless a window is given.

    It ends once it has ``enough`` of them, or none are left. What was said to be one event
    stays here until one of the two has nobody in it any more.
    """
    most, query = FIRST, candidates.unsettled(window, most=FIRST)
    rows = db.session.execute(query).all()
    found, all_compared = _alike(rows, enough)
    while len(rows) == most and len(found) < enough:
        # The first are compared as they come, being all nearly always. Among more, a database
        # passes over those with nothing in common, and begins again: that is how it walks.
        most *= GROWS
        query = candidates.unsettled(window, most=most).where(candidates.with_something_common())
        rows = db.session.execute(query).all()
        found, all_compared = _alike(rows, enough)
    more = not all_compared or len(rows) == most or len(found) > MOST_PAIRS
    return Suspects(pairs=found[:MOST_PAIRS], at_least=more)


def pair(one_id: int, other_id: int, actor: Actor) -> Pair:
    """Return two sessions that took place on one last day in one place, whatever was said.

    Raises ``NotAllowed``, and ``NotFound`` for any other two.
    """
    require(actor, "event.compare", *READERS)
    query = candidates.pairs().where(
        candidates.ONE.id == min(one_id, other_id), candidates.OTHER.id == max(one_id, other_id)
    )
    row = db.session.execute(query).one_or_none()
    if row is None:
        raise NotFound(f"training_session:{one_id} training_session:{other_id}")
    return _compared([row])[0]


def given(one_id: int, other_id: int) -> EventAnswer | None:
    """Return what was said of two sessions."""
    return db.session.scalar(
        select(EventAnswer).where(
            EventAnswer.one_id == min(one_id, other_id),
            EventAnswer.other_id == max(one_id, other_id),
        )
    )


def empty_in(window: Window, actor: Actor) -> Empty:
    """Return the sessions of a window that ``actor`` may read, held with nobody in them."""
    found = db.session.scalars(
        select(TrainingSession.id)
        .where(
            listing.nobody(),
            TrainingSession.last_day.between(window.first, window.last),
            access.scope(actor),
        )
        .limit(MOST_EMPTY)
    ).all()
    return Empty(count=len(found), only=found[0] if len(found) == 1 else None)


def persons_in(training_session_ids: Collection[int]) -> dict[int, set[int]]:
    """Return the records that stand for the participants of each session.

    Members of armed movements are in no comparison (DOMAIN 7).
    """
    top = aliased(Category)
    rows = db.session.execute(
        select(Participation.training_session_id, Participation.person_id)
        .join(Participation.category)
        .outerjoin(top, Category.parent_id == top.id)
        .where(
            Participation.training_session_id.in_(training_session_ids),
            Participation.role == ParticipationRole.PARTICIPANT,
            func.coalesce(top.code, Category.code) != NAMELESS,
        )
    ).all()
    roots = identity.roots({it.person_id for it in rows})
    found: dict[int, set[int]] = defaultdict(set)
    for it in rows:
        found[it.training_session_id].add(roots[it.person_id])
    return found


def sessions(pairs: Collection[Pair], actor: Actor) -> dict[int, TrainingSession]:
    """Return the sessions of pairs, by their numbers and in their order. Raises ``NotAllowed``."""
    require(actor, "event.compare", *READERS)
    wanted = {it for pair in pairs for it in (pair.one_id, pair.other_id)}
    found = db.session.scalars(
        select(TrainingSession)
        .options(
            joinedload(TrainingSession.course_version),
            joinedload(TrainingSession.place),
            joinedload(TrainingSession.lead_organisation),
        )
        .where(TrainingSession.id.in_(wanted))
        .order_by(TrainingSession.id)
    )
    return {it.id: it for it in found}


def _alike(rows: Candidates, enough: int) -> tuple[list[Pair], bool]:
    """Return the suspect pairs up to ``enough`` or some more, and whether those were all."""
    found: list[Pair] = []
    compared = 0
    for some in portions(rows, AT_ONCE):
        found += [it for it in _compared(some) if it.likeness.is_suspect]
        compared += len(some)
        if len(found) >= enough:
            break
    return found, compared == len(rows)


def _compared(rows: Candidates) -> list[Pair]:
    people = persons_in({it for row in rows for it in (row.one_id, row.other_id)})
    return [
        Pair(
            one_id=row.one_id,
            other_id=row.other_id,
            likeness=likeness(
                people.get(row.one_id, ()),
                people.get(row.other_id, ()),
                same_course=row.same_course,
            ),
            answer=row.answer,
        )
        for row in rows
    ]
