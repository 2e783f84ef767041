"""Issuing the certificates of a closed session, and replacing one that no longer holds."""

from datetime import datetime

import structlog
from flask import current_app
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.certificates import queries
from lms.certificates.errors import NotClosed, NothingDue, NotValid
from lms.certificates.freezing import Identifiers, Occasion, content_of
from lms.certificates.kinds import Kind, State
from lms.certificates.models import Certificate, CertificateCounter
from lms.certificates.rules.numbers import new_code, write_number
from lms.certificates.values import to_json
from lms.db import lock
from lms.errors import NotAllowed
from lms.extensions import db
from lms.sessions.kinds import Status
from lms.sessions.models import Participation, TrainingSession
from lms.sessions.queries.access import may_write
from lms.unit import queries as unit

log = structlog.get_logger(__name__)


def issue(*, training_session: TrainingSession, now: datetime, actor: Actor) -> list[Certificate]:
    """Give everybody in a closed session the certificate due to them; the system may too.

    Returns the new ones, by name of the person. Whoever has one already, valid or not, gets no
    other, so that a second call issues only what is missing. Raises ``NotAllowed`` and
    ``NotClosed``.
    """
    require(actor, "certificate:issue", Role.TRAINER, Role.UNIT_HEAD, system=True)
    if not may_write(training_session, actor):
        raise NotAllowed("certificate:issue")
    # Two who issue the same session wait here; the second then finds nothing missing.
    lock(training_session)
    if training_session.status is not Status.CLOSED:
        raise NotClosed(f"training_session:{training_session.id}")
    due = [
        (it.participation, it.due)
        for it in queries.candidates(training_session)
        if isinstance(it.due, Kind) and it.certificate is None
    ]
    issued = _write(training_session, due, now, actor)
    if issued:
        target = f"training_session:{training_session.id}"
        changes: dict[str, object] = {"certificates": [it.id for it in issued]}
        audit.record("certificate:issued", target, changes=changes, actor=actor)
        log.info(
            "certificate.issued",
            training_session_id=training_session.id,
            count=len(issued),
            actor_kind=actor.kind,
            actor_id=actor.id,
        )
    return issued


def replace(*, certificate: Certificate, now: datetime, actor: Actor) -> Certificate:
    """Issue a new certificate with what the register says today; the old one says so.

    Returns the new one, with a number and a code of its own. Raises ``NotAllowed``,
    ``NotValid``, and ``NothingDue`` when no certificate is due any more.
    """
    require(actor, "certificate:replace", Role.UNIT_HEAD, Role.ADMINISTRATOR)
    lock(certificate)
    if certificate.state is not State.ISSUED:
        raise NotValid(f"certificate:{certificate.id}")
    training_session = certificate.participation.training_session
    due = {it.participation.id: it for it in queries.candidates(training_session)}
    candidate = due.get(certificate.participation_id)
    if candidate is None or not isinstance(candidate.due, Kind):
        raise NothingDue(f"certificate:{certificate.id}")
    certificate.state = State.REPLACED
    certificate.state_changed_at = now
    db.session.flush()  # a participation has one valid certificate at any moment
    pairs = [(candidate.participation, candidate.due)]
    (fresh,) = _write(training_session, pairs, now, actor)
    certificate.replaced_by_id = fresh.id
    changes: dict[str, object] = {"replaced_by": fresh.id}
    audit.record(
        "certificate:replaced", f"certificate:{certificate.id}", changes=changes, actor=actor
    )
    log.info(
        "certificate.replaced",
        id=certificate.id,
        by=fresh.id,
        actor_kind=actor.kind,
        actor_id=actor.id,
    )
    return fresh


def _write(
    training_session: TrainingSession,
    due: list[tuple[Participation, Kind]],
    now: datetime,
    actor: Actor,
) -> list[Certificate]:
    """Add a certificate for each of ``due`` with the next numbers, and flush."""
    if not due:
        return []
    profile = unit.profile()
    occasion = Occasion(training_session, profile, now.date(), current_app.config["BASE_URL"])
    last = _take_numbers(profile.certificate_prefix, occasion.year, len(due))
    written = []
    for running, (participation, kind) in enumerate(due, start=last - len(due) + 1):
        number = write_number(profile.certificate_prefix, occasion.year, running)
        identifiers = Identifiers(number, new_code())
        content = content_of(occasion, participation, kind, identifiers)
        written.append(
            Certificate(
                participation_id=participation.id,
                kind=kind,
                number=number,
                code=identifiers.code,
                content=to_json(content),
                issued_at=now,
                issued_by_id=actor.user_id,
            )
        )
    db.session.add_all(written)
    db.session.flush()  # the trail needs the ids
    return written


def _take_numbers(prefix: str, year: int, count: int) -> int:
    """Return the last of ``count`` new numbers; nobody else gets one before this commits.

    The row stays locked until then, so a number given back by a rollback is given again: there
    are no gaps.
    """
    row = select(CertificateCounter).where(
        CertificateCounter.prefix == prefix, CertificateCounter.year == year
    )
    counter: CertificateCounter | None = db.session.scalar(
        row.with_for_update().execution_options(populate_existing=True)
    )
    if counter is None:
        try:
            with db.session.begin_nested():
                db.session.add(CertificateCounter(prefix=prefix, year=year))
        except IntegrityError:
            pass  # another transaction was first, and has committed by now
        counter = db.session.scalars(
            row.with_for_update().execution_options(populate_existing=True)
        ).one()
    counter.last += count
    return counter.last
