"""Whether members of armed movements may be named in a session (DOMAIN 7)."""

import structlog
from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.extensions import db
from lms.people.models import Category
from lms.people.rules import NAMELESS
from lms.sessions.errors import MovementsNamed
from lms.sessions.models import Participation, TrainingSession
from lms.sessions.services._access import lock_for_writing

TOP = aliased(Category)
log = structlog.get_logger(__name__)


def name_movements(*, training_session: TrainingSession, named: bool, actor: Actor) -> None:
    """Let members of armed movements be named here, or only counted; unit heads alone.

    Raises ``MovementsNamed`` when counting is asked for and some stand here by name,
    ``SessionOver``.
    """
    act = "training_session.name_movements"
    require(actor, act, Role.UNIT_HEAD)
    lock_for_writing(training_session=training_session, act=act, actor=actor)
    if training_session.names_movements is named:
        return
    if not named and _any_named(training_session.id):
        raise MovementsNamed(training_session.tag)
    training_session.names_movements = named
    audit.record(
        "training_session:movements_named" if named else "training_session:movements_unnamed",
        training_session.tag,
        changes={"names_movements": [not named, named]},
        actor=actor,
    )
    log.info(act, id=training_session.id, actor_kind=actor.kind, actor_id=actor.id)


def _any_named(training_session_id: int) -> bool:
    found = db.session.scalar(
        select(Participation.id)
        .join(Participation.category)
        .outerjoin(TOP, TOP.id == Category.parent_id)
        .where(
            Participation.training_session_id == training_session_id,
            or_(Category.code == NAMELESS, TOP.code == NAMELESS),
        )
        .limit(1)
    )
    return found is not None
