"""Rows of jobs."""

from datetime import UTC, datetime

from factory.alchemy import SQLAlchemyModelFactory
from factory.declarations import SubFactory

from lms.accounts.actors import Role
from lms.extensions import db
from lms.jobs.models import Job
from tests.factories.accounts import UserFactory


class JobFactory(SQLAlchemyModelFactory):
    """A job that waits for a worker."""

    class Meta:
        model = Job
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    kind = "figures"
    asked: dict[str, object] = {}  # noqa: RUF012 - declarations of the library stand so
    owner = SubFactory(UserFactory, role=Role.UNIT_HEAD)
    locale = "en"
    asked_at = datetime(2014, 4, 1, 9, tzinfo=UTC)
