"""What the dashboard asks besides the ledger."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from lms.accounts.actors import Actor
from lms.extensions import db
from lms.figures.counting.periods import Window
from lms.sessions.models import TrainingSession
from lms.sessions.queries import access
from lms.sessions.queries.listing import late


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """Sessions of a window over and not closed: how many, the oldest, and which if one."""

    count: int
    oldest: date | None
    only: int | None


def late_sessions(window: Window, today: date, actor: Actor) -> Late:
    """Return the sessions ``actor`` may read that the figures of the window wait for."""
    count, oldest, first = db.session.execute(
        select(
            func.count(TrainingSession.id),
            func.min(TrainingSession.last_day),
            func.min(TrainingSession.id),
        ).where(
            late(today),
            TrainingSession.last_day.between(window.first, window.last),
            access.scope(actor),
        )
    ).one()
    return Late(count=count, oldest=oldest, only=first if count == 1 else None)
