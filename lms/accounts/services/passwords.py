"""Changing one's own password."""

from lms.accounts import audit, passwords
from lms.accounts.actors import Actor
from lms.accounts.errors import WrongPassword
from lms.accounts.models import User
from lms.errors import NotAllowed
from lms.extensions import db


def change_password(*, current: str, new: str, actor: Actor) -> User:
    """Give the actor's own account a new password. Raises ``WrongPassword``."""
    user = db.session.get(User, actor.user_id) if actor.user_id else None
    if user is None:
        raise NotAllowed("user:change_password")
    if not passwords.matches(user.password_hash, current):
        raise WrongPassword(f"user:{user.id}")
    user.password_hash = passwords.hashed(new)
    audit.record("user:change_password", f"user:{user.id}", actor=actor)
    return user
