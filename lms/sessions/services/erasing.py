"""What sessions forget of somebody whose data is erased."""

from sqlalchemy import select

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.db import WITH_WITHDRAWN
from lms.extensions import db
from lms.sessions import pass_codes
from lms.sessions.models import Participation


def forget(*, person_id: int, actor: Actor) -> None:
    """Empty rank and unit in every session, and make the slips lead nowhere.

    Category, sex, age group, marks and outcome stay: figures need them.
    """
    require(actor, "person.erase", Role.UNIT_HEAD)
    found = db.session.scalars(
        select(Participation).where(Participation.person_id == person_id),
        execution_options=WITH_WITHDRAWN,
    ).all()
    for it in found:
        taken = set(
            db.session.scalars(
                select(Participation.pass_code).where(
                    Participation.training_session_id == it.training_session_id
                ),
                execution_options=WITH_WITHDRAWN,
            )
        )
        it.rank = it.unit = None
        it.pass_code = pass_codes.draw(taken)
        audit.record("participation:emptied", f"participation:{it.id}", actor=actor)
    db.session.flush()
