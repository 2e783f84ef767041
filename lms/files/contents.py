"""What stands in stored files; the disk follows the database when the commit has said so."""

from pathlib import Path

from flask import current_app
from sqlalchemy import event
from sqlalchemy.orm import Session

from lms.extensions import db
from lms.files import storage
from lms.files.models import StoredFile

NEW = "new_files"
"""Where a unit of work keeps the contents to write as it is committed, by digest."""
FORGOTTEN = "forgotten_files"
"""Where it notes which paths to remove once it is committed."""


def read(stored_file: StoredFile) -> bytes:
    """Return the content of a stored file, also of one that is not committed yet."""
    content: bytes | None = db.session().info.get(NEW, {}).get(stored_file.digest)
    if content is None:
        content = storage.path_of(folder(), stored_file.digest).read_bytes()
    return content


def folder() -> Path:
    """Return the folder of all files, in ``LMS_HOME``."""
    home: Path = current_app.config["HOME"]
    return home / "files"


def keep(content: bytes) -> str:
    """Note that the content is to stand on the disk and return its digest.

    A rollback leaves nothing behind.
    """
    digest = storage.digest_of(content)
    info = db.session().info
    info.setdefault(NEW, {})[digest] = content
    info.get(FORGOTTEN, set()).discard(storage.path_of(folder(), digest))
    return digest


def remove_after_commit(digest: str) -> None:
    """Note that the content goes; a rollback keeps it."""
    info = db.session().info
    info.get(NEW, {}).pop(digest, None)
    info.setdefault(FORGOTTEN, set()).add(storage.path_of(folder(), digest))


@event.listens_for(db.session, "before_commit")
def _write(unit_of_work: Session) -> None:
    if unit_of_work.in_nested_transaction():
        return
    for content in unit_of_work.info.pop(NEW, {}).values():
        storage.put(folder(), content)


@event.listens_for(db.session, "after_commit")
def _remove(unit_of_work: Session) -> None:
    if unit_of_work.in_nested_transaction():
        return
    for path in unit_of_work.info.pop(FORGOTTEN, ()):
        path.unlink(missing_ok=True)


@event.listens_for(db.session, "after_rollback")
def _forget(unit_of_work: Session) -> None:
    if unit_of_work.in_nested_transaction():
        return
    unit_of_work.info.pop(NEW, None)
    unit_of_work.info.pop(FORGOTTEN, None)
