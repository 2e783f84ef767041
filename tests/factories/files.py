"""Stored files; what stands in them lies nowhere."""

import hashlib

from factory.alchemy import SQLAlchemyModelFactory
from factory.declarations import Sequence

from lms.extensions import db
from lms.files.models import StoredFile
from lms.files.rules import MediaType


class StoredFileFactory(SQLAlchemyModelFactory):
    class Meta:
        model = StoredFile
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    digest = Sequence(lambda n: hashlib.sha256(f"{n}".encode()).hexdigest())
    size = 1
    media_type = MediaType.CSV.value
