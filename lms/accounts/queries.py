"""Reading accounts; nothing here changes a row."""

from collections.abc import Sequence

from sqlalchemy import select

from lms.accounts.actors import Actor, Role
from lms.accounts.models import User
from lms.accounts.permissions import require
from lms.errors import NotFound
from lms.extensions import db


def by_email(email: str) -> User | None:
    """Return the account of an address, however its letters were typed."""
    found: User | None = db.session.scalar(select(User).where(User.email == email.strip().lower()))
    return found


def user(user_id: int, actor: Actor) -> User:
    """Return an account. Raises ``NotFound``, and ``NotAllowed`` unless administrator."""
    require(actor, "user:read", Role.ADMINISTRATOR)
    found = db.session.get(User, user_id)
    if found is None:
        raise NotFound(f"user:{user_id}")
    return found


def users(actor: Actor) -> Sequence[User]:
    """Return every account by name, disabled ones last."""
    require(actor, "user:list", Role.ADMINISTRATOR)
    return db.session.scalars(select(User).order_by(User.active.desc(), User.name, User.id)).all()


def trainers() -> Sequence[User]:
    """Return the active accounts that may give a session, by name."""
    return db.session.scalars(
        select(User)
        .where(User.active, User.role.in_((Role.TRAINER, Role.UNIT_HEAD)))
        .order_by(User.name, User.id)
    ).all()


def active_administrators() -> Sequence[User]:
    """Return the accounts that can mend the others; no one else can close one until the end.

    Two of them could otherwise disable each other at one moment.
    """
    return db.session.scalars(
        select(User)
        .where(User.active, User.role == Role.ADMINISTRATOR)
        .order_by(User.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()
