"""Reading stored files; nothing here changes a row."""

from sqlalchemy import select

from lms.extensions import db
from lms.files.models import StoredFile


def locked(digest: str) -> StoredFile | None:
    """Return the file of that digest, if there is one, and hold off whoever else wants it.

    Who keeps a file again and who forgets it meet here: the second sees what the first has done.
    """
    return db.session.scalar(
        select(StoredFile).where(StoredFile.digest == digest).with_for_update()
    )
