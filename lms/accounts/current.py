"""Who acts: behind the current request, or behind a command."""

from flask import session as visit
from flask_login import current_user
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from lms.accounts import queries
from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.accounts.models import User
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from lms.http import PARTICIPATION_KEY, has_failed


def load_user(cookie: str) -> User | None:
    """Return the account a browser's cookie names, if it may still come in.

    Not when it was disabled, nor when its password has changed since it signed in. The page that
    says the database is out of reach is made without it.
    """
    try:
        user = _read(int(cookie.partition(".")[0]))
    except SQLAlchemyError:
        if has_failed():
            return None
        raise
    still_in = user is not None and user.is_active and user.get_id() == cookie
    return user if still_in else None


def get_actor() -> Actor:
    """Return who acts as a value: the account signed in, or the holder of a pass code.

    Raises ``NotAllowed`` for a stranger.
    """
    if current_user.is_authenticated:
        actor: Actor = current_user.actor
        return actor
    participation_id = visit.get(PARTICIPATION_KEY)
    if participation_id is None:
        raise NotAllowed("stranger")
    return Actor(kind=ActorKind.PARTICIPANT, id=participation_id, role=Role.PARTICIPANT)


def command_actor(email: str | None) -> Actor:
    """Return the account that ``--as`` names, or the system without it.

    Raises ``NotFound`` when no active account has that address.
    """
    if email is None:
        return SYSTEM
    user = queries.by_email(email)
    if user is None or not user.is_active:
        raise NotFound("user")
    return user.actor


def _read(user_id: int) -> User | None:
    # A connection of its own: a slow upload must not hold the lock of a writer.
    with Session(db.engine.execution_options(reads_only=True)) as reading:
        return reading.get(User, user_id)
