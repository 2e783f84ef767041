"""Sessions that may be one event (DOMAIN R9), and those with nobody in them (R15).

Only sessions that end on one day in one place are compared, and of those the latest: the time
it takes does not grow with the register.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased, joinedload

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.courses.models import CourseVersion
from lms.errors import NotFound
from lms.extensions import db
from lms.figures.counting.periods import Window
from lms.figures.events.models import Answer, EventAnswer
from lms.figures.events.rules import Likeness, likeness
from lms.people.models import Category
from lms.people.queries import identity
from lms.people.rules import NAMELESS
from lms.sessions.models import (
    Headcount,
    Participation,
    ParticipationRole,
    Status,
    TrainingSession,
)
from lms.sessions.queries import access, listing

READERS = (Role.UNIT_HEAD, Role.ADMINISTRATOR)
NEVER_TOOK_PLACE = (Status.PLANNED, Status.OPEN, Status.CANCELLED)
"""Asked so, as nearly all sessions took place: their days find them, and their status does not."""
MOST_PAIRS = 200
"""Of sessions compared at once, the latest first; once they are answered, others follow."""
MOST_EMPTY = 100
Found = Select[int, int, bool, Answer]
ONE, OTHER = aliased(TrainingSession), aliased(TrainingSession)
ONE_VERSION, OTHER_VERSION = aliased(CourseVersion), aliased(CourseVersion)


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


def suspects(window: Window | None = None) -> list[Pair]:
    """Return the pairs still to be settled, of all days unless a window is given.

    What was said to be one event stays here until one of the two has nobody in it any more.
    """
    rows = db.session.execute(_candidates(window)).all()
    people = persons_in({it for row in rows for it in (row.one_id, row.other_id)})
    found = [
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
    return [it for it in found if it.likeness.is_suspect]


def pair(one_id: int, other_id: int, actor: Actor) -> Pair:
    """Return two sessions that took place on one last day in one place, whatever was said.

    Raises ``NotAllowed``, and ``NotFound`` for any other two.
    """
    require(actor, "event.compare", *READERS)
    query = _pairs().where(ONE.id == min(one_id, other_id), OTHER.id == max(one_id, other_id))
    row = db.session.execute(query).one_or_none()
    if row is None:
        raise NotFound(f"training_session:{one_id} training_session:{other_id}")
    people = persons_in({one_id, other_id})
    return Pair(
        one_id=row.one_id,
        other_id=row.other_id,
        likeness=likeness(
            people.get(row.one_id, ()), people.get(row.other_id, ()), same_course=row.same_course
        ),
        answer=row.answer,
    )


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
    """Return the sessions of pairs, by their numbers. Raises ``NotAllowed``."""
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
    )
    return {it.id: it for it in found}


def _candidates(window: Window | None) -> Found:
    """Return the pairs not settled, the latest first; those of two courses may prove nothing.

    What is settled is asked apart: PostgreSQL sees how few that are, walks the days backwards,
    and stops at the last pair.
    """
    said = aliased(EventAnswer)
    settled = select(said.id).where(
        said.one_id == ONE.id,
        said.other_id == OTHER.id,
        or_(
            said.answer != Answer.ONE,
            ~_with_somebody(said.one_id),
            ~_with_somebody(said.other_id),
        ),
    )
    query = _pairs().where(~settled.exists())
    if window is not None:
        # Both end on one day; saying so of either spares a database the rest of the register.
        for it in (ONE, OTHER):
            query = query.where(it.last_day.between(window.first, window.last))
    return query.order_by(ONE.last_day.desc(), ONE.id, OTHER.id).limit(MOST_PAIRS)


def _pairs() -> Found:
    same_course = ONE_VERSION.course_id == OTHER_VERSION.course_id
    return (
        select(
            ONE.id.label("one_id"),
            OTHER.id.label("other_id"),
            same_course.label("same_course"),
            EventAnswer.answer,
        )
        .select_from(ONE)
        .join(
            OTHER,
            and_(
                OTHER.last_day == ONE.last_day, OTHER.place_id == ONE.place_id, OTHER.id > ONE.id
            ),
        )
        .join(ONE_VERSION, ONE.course_version_id == ONE_VERSION.id)
        .join(OTHER_VERSION, OTHER.course_version_id == OTHER_VERSION.id)
        .outerjoin(
            EventAnswer,
            and_(EventAnswer.one_id == ONE.id, EventAnswer.other_id == OTHER.id),
        )
        .where(ONE.status.not_in(NEVER_TOOK_PLACE), OTHER.status.not_in(NEVER_TOOK_PLACE))
    )


def _with_somebody(training_session_id: InstrumentedAttribute[int]) -> ColumnElement[bool]:
    here = select(Participation.id).where(
        Participation.training_session_id == training_session_id,
        Participation.role == ParticipationRole.PARTICIPANT,
    )
    counted = select(Headcount.id).where(Headcount.training_session_id == training_session_id)
    return or_(here.exists(), counted.exists())
