"""Writing the audit trail, and the log of who read names."""

from collections.abc import Mapping
from http import HTTPStatus

from flask import Response, after_this_request, has_request_context
from sqlalchemy.orm import Session

from lms.accounts.actors import Actor
from lms.accounts.models import AccessLog, AuditEntry
from lms.extensions import db


def record(
    action: str, target: str, *, changes: Mapping[str, object] | None = None, actor: Actor
) -> None:
    """Add an entry to the current transaction, so act and trace land together.

    ``target`` is ``table:id``, and ``changes`` holds ids, codes and settings, never a name: the
    trail outlives the person's data.
    """
    db.session.add(
        AuditEntry(
            actor_kind=actor.kind,
            actor_id=actor.id,
            action=action,
            target=target,
            changes=None if changes is None else dict(changes),
        )
    )


def record_read(target: str, *, actor: Actor) -> None:
    """Note that a list of names was read, once the page is made.

    Written through a connection of its own: reading a page must hold no lock of a writer.
    """
    line = AccessLog(actor_kind=actor.kind, actor_id=actor.id, target=target)
    if has_request_context():
        after_this_request(lambda response: _written(line, response))
    else:
        _write(line)


def _written(line: AccessLog, response: Response) -> Response:
    # The page's own transaction ends first: SQLite lets in one writer at a time.
    db.session.rollback()
    if response.status_code < HTTPStatus.BAD_REQUEST:  # nothing was shown otherwise
        _write(line)
    return response


def _write(line: AccessLog) -> None:
    with Session(db.engine) as writing, writing.begin():
        writing.add(line)
