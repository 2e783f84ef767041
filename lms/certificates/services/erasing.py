"""What certificates forget of somebody whose data is erased (ADR 9)."""

from sqlalchemy import select

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.certificates.models import Certificate
from lms.db import WITH_WITHDRAWN
from lms.extensions import db
from lms.people.names import pseudonym
from lms.sessions.models import Participation

NAMELESS: dict[str, object] = {"given_names": "", "rank_fr": "", "rank_en": "", "grade": ""}


def forget(*, person_id: int, actor: Actor) -> None:
    """Take name and rank out of every certificate of a person; their state stays."""
    require(actor, "person.erase", Role.UNIT_HEAD)
    found = db.session.scalars(
        select(Certificate)
        .join(Certificate.participation)
        .where(Participation.person_id == person_id),
        execution_options=WITH_WITHDRAWN,
    ).all()
    for it in found:
        it.content = {**it.content, **NAMELESS, "surname": pseudonym(person_id)}
        audit.record("certificate:name_erased", f"certificate:{it.id}", actor=actor)
    db.session.flush()
