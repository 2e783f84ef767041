"""Reading the versions of the rules."""

from collections.abc import Sequence

from sqlalchemy import func, select, text
from sqlalchemy.orm import joinedload

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.errors import NotFound
from lms.extensions import db
from lms.figures.counting.periods import Window
from lms.sessions.models import Status, TrainingSession
from lms.unit.models import RuleVersion
from lms.unit.rules import FIRST

KEEPERS = (Role.UNIT_HEAD, Role.ADMINISTRATOR)
"""Who proposes, tries and adopts rules."""


def get(version_id: int, actor: Actor) -> RuleVersion:
    """Return a version by its number in the table. Raises ``NotFound``."""
    require(actor, "rules.read", *KEEPERS, system=True)
    found = db.session.get(RuleVersion, version_id)
    if found is None:
        raise NotFound(f"rule_version:{version_id}")
    return found


def listed(actor: Actor) -> Sequence[RuleVersion]:
    """Return every version that somebody proposed, newest first."""
    require(actor, "rules.read", *KEEPERS, system=True)
    return db.session.scalars(
        select(RuleVersion)
        .options(joinedload(RuleVersion.proposed_by), joinedload(RuleVersion.adopted_by))
        .order_by(RuleVersion.id.desc())
    ).all()


def next_number() -> int:
    """Return the number of the version adopted next."""
    return (db.session.scalar(select(func.max(RuleVersion.number))) or FIRST) + 1


def hold_sessions() -> None:
    """Let nobody close or change a session until we commit, and wait for who does.

    SQLite lets in one writer at a time anyhow.
    """
    if db.engine.dialect.name == "postgresql":
        db.session.execute(text("LOCK TABLE training_session IN EXCLUSIVE MODE"))


def closed_in(window: Window) -> int:
    """Return how many closed sessions ended in a window."""
    found = db.session.scalar(
        select(func.count())
        .select_from(TrainingSession)
        .where(
            TrainingSession.status == Status.CLOSED,
            TrainingSession.last_day.between(window.first, window.last),
        )
    )
    return found or 0
