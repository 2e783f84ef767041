"""Coming in with address and password."""

from datetime import datetime

import structlog

from lms.accounts import audit, passwords, queries
from lms.accounts.errors import WrongPassword
from lms.accounts.models import User
from lms.accounts.services import guesses

log = structlog.get_logger(__name__)


def sign_in(*, email: str, password: str, now: datetime) -> User:
    """Return the account that address and password open together.

    Nobody has signed in yet, so there is no actor. A wrong pair is counted against the address:
    commit that too. Raises ``WrongPassword``, and ``TooManyGuesses`` whatever the password.
    """
    what = f"password {email.strip().lower()}"
    guesses.check(what=what, now=now)
    user = queries.by_email(email)
    if user is None:
        passwords.pretend()
    if user is None or not passwords.matches(user.password_hash, password) or not user.active:
        guesses.record(what=what, now=now)
        raise WrongPassword
    guesses.forget(what=what)
    audit.record("user:sign_in", f"user:{user.id}", actor=user.actor)
    log.info("user.signed_in", id=user.id)
    return user
