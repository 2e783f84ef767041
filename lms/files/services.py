"""Keeping files: each function flushes and leaves the commit to its caller."""

from datetime import date

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.extensions import db
from lms.files import contents, queries
from lms.files.models import StoredFile
from lms.files.rules import media_type

STAFF = (Role.TRAINER, Role.UNIT_HEAD, Role.ADMINISTRATOR)


def store(*, content: bytes, keep_until: date, actor: Actor) -> StoredFile:
    """Keep a table that somebody handed in; the same bytes are kept once, for the longer time.

    The system may too. Raises ``EmptyFile``.
    """
    require(actor, "file.store", *STAFF, system=True)
    kind = media_type(content)
    digest = contents.keep(content)
    stored = queries.locked(digest)
    if stored is not None:
        stored.keep_until = max(stored.keep_until or keep_until, keep_until)
        return stored
    stored = StoredFile(
        digest=digest, size=len(content), media_type=kind.value, keep_until=keep_until
    )
    db.session.add(stored)
    db.session.flush()  # the trail needs the id
    audit.record("file:stored", f"stored_file:{stored.id}", actor=actor)
    return stored


def forget(*, stored_file: StoredFile, actor: Actor) -> None:
    """Delete a file that nothing refers to any more; its content goes with the commit."""
    require(actor, "file.forget", *STAFF, system=True)
    audit.record("file:forgotten", f"stored_file:{stored_file.id}", actor=actor)
    db.session.delete(stored_file)
    db.session.flush()  # whoever still refers to it refuses here
    contents.remove_after_commit(stored_file.digest)
