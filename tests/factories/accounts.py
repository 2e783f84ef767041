"""Accounts and what the trail of their acts looks like."""

from factory.alchemy import SQLAlchemyModelFactory
from factory.declarations import Sequence

from lms.accounts.actors import ActorKind, Role
from lms.accounts.models import AccessLog, AuditEntry, User, WrongGuess
from lms.extensions import db


class UserFactory(SQLAlchemyModelFactory):
    """A trainer, unless told otherwise; no password opens the account."""

    class Meta:
        model = User
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    email = Sequence(lambda n: f"user{n}@example.org")
    name = Sequence(lambda n: f"Awa Exemple {n}")
    password_hash = "!"
    role = Role.TRAINER
    regions: list[str] = []  # noqa: RUF012 - factory_boy reads it once
    locale = "en"


class AuditEntryFactory(SQLAlchemyModelFactory):
    class Meta:
        model = AuditEntry
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    actor_kind = ActorKind.SYSTEM
    action = "user:created"
    target = "user:1"


class AccessLogFactory(SQLAlchemyModelFactory):
    class Meta:
        model = AccessLog
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    actor_kind = ActorKind.SYSTEM
    target = "training_session:1"


class WrongGuessFactory(SQLAlchemyModelFactory):
    class Meta:
        model = WrongGuess
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    scope = Sequence(lambda n: f"scope{n}")
