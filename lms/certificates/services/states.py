"""What may happen to a certificate after its issue; its content never changes."""

from datetime import datetime

import structlog

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.certificates import queries
from lms.certificates.errors import NotRevoked, NotValid
from lms.certificates.kinds import Reason, State
from lms.certificates.models import Certificate
from lms.db import lock
from lms.extensions import db

log = structlog.get_logger(__name__)


def revoke(
    *, certificate: Certificate, reason: Reason, now: datetime, actor: Actor
) -> Certificate:
    """Make a valid certificate worthless from now on; its number is never given again.

    Raises ``NotAllowed`` and ``NotValid``.
    """
    require(actor, "certificate:revoke", Role.UNIT_HEAD, Role.ADMINISTRATOR)
    lock(certificate)
    if certificate.state is not State.ISSUED:
        raise NotValid(f"certificate:{certificate.id}")
    certificate.state = State.REVOKED
    certificate.reason = reason
    certificate.state_changed_at = now
    _trace("certificate:revoked", certificate, {"reason": reason}, actor)
    return certificate


def restore(*, certificate: Certificate, now: datetime, actor: Actor) -> Certificate:
    """Take a revocation back; both acts stay in the trail.

    Raises ``NotAllowed``, ``NotRevoked``, and ``NotValid`` when another certificate has been
    issued for the same participation meanwhile, or the participation was withdrawn.
    """
    require(actor, "certificate:restore", Role.UNIT_HEAD, Role.ADMINISTRATOR)
    lock(certificate)
    if certificate.state is not State.REVOKED:
        raise NotRevoked(f"certificate:{certificate.id}")
    withdrawn = certificate.participation.withdrawn_at is not None
    if withdrawn or queries.of_participation(certificate.participation_id) is not None:
        raise NotValid(f"certificate:{certificate.id}")
    certificate.state = State.ISSUED
    certificate.reason = None
    certificate.state_changed_at = now
    _trace("certificate:restored", certificate, {}, actor)
    return certificate


def _trace(
    action: str, certificate: Certificate, changes: dict[str, object], actor: Actor
) -> None:
    db.session.flush()
    audit.record(action, f"certificate:{certificate.id}", changes=changes or None, actor=actor)
    log.info(
        action.replace(":", "."),
        id=certificate.id,
        actor_kind=actor.kind,
        actor_id=actor.id,
    )
