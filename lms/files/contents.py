"""What stands in stored files; content goes off the disk when the commit has said so."""

from pathlib import Path

from flask import current_app
from sqlalchemy import event
from sqlalchemy.orm import Session

from lms.extensions import db
from lms.files import storage
from lms.files.models import StoredFile

FORGOTTEN = "forgotten_files"
"""Where a unit of work notes which paths to remove once it is committed."""


def read(stored_file: StoredFile) -> bytes:
    """Return the content of a stored file."""
    return storage.path_of(folder(), stored_file.digest).read_bytes()


def folder() -> Path:
    """Return the folder of all files, in ``LMS_HOME``."""
    home: Path = current_app.config["HOME"]
    return home / "files"


def remove_after_commit(digest: str) -> None:
    """Note that the content goes; a rollback keeps it."""
    db.session().info.setdefault(FORGOTTEN, set()).add(storage.path_of(folder(), digest))


def keep(digest: str) -> None:
    """Take back what ``remove_after_commit`` noted."""
    db.session().info.get(FORGOTTEN, set()).discard(storage.path_of(folder(), digest))


@event.listens_for(db.session, "after_commit")
def _remove(unit_of_work: Session) -> None:
    for path in unit_of_work.info.pop(FORGOTTEN, ()):
        path.unlink(missing_ok=True)


@event.listens_for(db.session, "after_rollback")
def _keep_all(unit_of_work: Session) -> None:
    unit_of_work.info.pop(FORGOTTEN, None)
