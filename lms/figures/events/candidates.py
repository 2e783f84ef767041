"""Which pairs of sessions are compared (DOMAIN R9), as asked of a database."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Row, Select, and_, or_, select
from sqlalchemy.orm import aliased

from lms.courses.models import CourseVersion
from lms.figures.counting.periods import Window
from lms.figures.events.models import Answer, EventAnswer
from lms.people.models import Person
from lms.sessions.models import Participation, TrainingSession
from lms.sessions.queries import listing

Found = Select[int, int, date, bool, Answer]
Candidates = Sequence[Row[int, int, date, bool, Answer]]
ONE, OTHER = aliased(TrainingSession), aliased(TrainingSession)
ONE_VERSION, OTHER_VERSION = aliased(CourseVersion), aliased(CourseVersion)


def unsettled(window: Window | None, *, most: int) -> Found:
    """Return the latest pairs not settled; those of two courses may prove nothing.

    What is settled is asked apart: PostgreSQL sees how few that are, walks the days backwards,
    and stops at the last pair. It would not if it were told after which pair to begin.
    """
    said = aliased(EventAnswer)
    settled = select(said.id).where(
        said.one_id == ONE.id,
        said.other_id == OTHER.id,
        or_(
            said.answer != Answer.ONE,
            ~or_(*listing.held(said.one_id)),
            ~or_(*listing.held(said.other_id)),
        ),
    )
    query = pairs().where(~settled.exists())
    if window is not None:
        # Both end on one day; saying so of either spares a database the rest of the register.
        for it in (ONE, OTHER):
            query = query.where(it.last_day.between(window.first, window.last))
    return query.order_by(ONE.last_day.desc(), ONE.id, OTHER.id).limit(most)


def with_something_common() -> ColumnElement[bool]:
    """Ask for one course, a record in both, or a merged one, which may stand for somebody in both.

    ``Likeness`` has the last word; whatever it suspects is among these.
    """
    here, there, merged = aliased(Participation), aliased(Participation), aliased(Participation)
    common = select(here.id).where(
        here.training_session_id == ONE.id,
        there.training_session_id == OTHER.id,
        here.person_id == there.person_id,
    )
    joined = (
        select(merged.id)
        .join(Person, merged.person_id == Person.id)
        .where(
            or_(merged.training_session_id == ONE.id, merged.training_session_id == OTHER.id),
            Person.merged_into_id.is_not(None),
        )
    )
    return or_(_same_course(), common.exists(), joined.exists())


def pairs() -> Found:
    """Return every two sessions that took place on one last day in one place."""
    return (
        select(
            ONE.id.label("one_id"),
            OTHER.id.label("other_id"),
            ONE.last_day.label("last_day"),
            _same_course().label("same_course"),
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
        .where(
            ONE.status.not_in(listing.NEVER_TOOK_PLACE),
            OTHER.status.not_in(listing.NEVER_TOOK_PLACE),
        )
    )


def _same_course() -> ColumnElement[bool]:
    return ONE_VERSION.course_id == OTHER_VERSION.course_id
