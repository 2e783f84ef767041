"""What a session's short code and a pass code open together."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import joinedload

from lms.courses.models import CourseVersion
from lms.extensions import db
from lms.sessions import pass_codes
from lms.sessions.models import Participation, Status, TrainingSession
from lms.sessions.rules import short_codes

OPEN_AFTER_CLOSING = timedelta(days=30)
"""How long result and certificate can still be fetched with a pass code."""


def by_codes(short_code: str, pass_code: str, now: datetime) -> Participation | None:
    """Return the participation both codes open, however they were typed; ``None`` if none.

    Codes of a cancelled session open nothing, those of a closed one for thirty days more.
    """
    code = pass_codes.read(pass_code)
    if code is None:
        return None
    return db.session.scalar(
        select(Participation)
        .join(Participation.training_session)
        .options(
            joinedload(Participation.person),
            joinedload(Participation.training_session)
            .joinedload(TrainingSession.course_version)
            .joinedload(CourseVersion.course),
        )
        .where(
            TrainingSession.short_code == short_codes.read(short_code),
            Participation.pass_code == code,
            TrainingSession.status != Status.CANCELLED,
            _not_over_for_long(now),
        )
    )


def may_go_on(participation_id: int, now: datetime) -> bool:
    """Tell whether a visit begun with a pass code may go on: no longer than one may begin.

    It also ends once the participation is no more. That of a session cancelled meanwhile goes
    on, to be told so.
    """
    found = (
        select(Participation.id)
        .join(Participation.training_session)
        .where(Participation.id == participation_id, _not_over_for_long(now))
    )
    return db.session.scalar(found) is not None


def _not_over_for_long(now: datetime) -> ColumnElement[bool]:
    closed_at = TrainingSession.closed_at
    return or_(closed_at.is_(None), closed_at >= now - OPEN_AFTER_CLOSING)
