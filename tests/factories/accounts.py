"""Accounts and what the trail of their acts looks like."""

from datetime import timedelta

from factory.alchemy import SQLAlchemyModelFactory
from factory.declarations import LazyAttribute, LazyFunction, Sequence, SubFactory

from lms import clock
from lms.accounts.actors import ActorKind, Role
from lms.accounts.models import AccessLog, AuditEntry, User, WrongGuess
from lms.accounts.tokens.kinds import Scope
from lms.accounts.tokens.models import ApiToken
from lms.accounts.tokens.secret import digest
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


class ApiTokenFactory(SQLAlchemyModelFactory):
    """A token of a unit head that opens everything for a month."""

    class Meta:
        model = ApiToken
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    user = SubFactory(UserFactory, role=Role.UNIT_HEAD)
    name = Sequence(lambda n: f"Workbook {n}")
    prefix = Sequence(lambda n: f"{n:010x}")
    digest = LazyAttribute(lambda it: digest(whole(it)))
    scopes = LazyFunction(lambda: [*Scope])
    created_at = LazyFunction(clock.now)
    expires_at = LazyAttribute(lambda it: it.created_at + timedelta(days=30))


def whole(token: ApiToken) -> str:
    """Return what a token that the factory made is written as."""
    return f"kal_{token.prefix}_{'0' * 48}"
