"""Counting wrong guesses at anything guessable, in the database and so across all servers.

Counted per thing guessed at, not per address: forty phones of one room share one address.
"""

import hashlib
import hmac
from datetime import datetime, timedelta
from math import ceil

from flask import current_app
from sqlalchemy import delete, select

from lms.accounts.models import WrongGuess
from lms.errors import TooManyGuesses
from lms.extensions import db

ALLOWED = 10
WINDOW = timedelta(minutes=15)


def check(*, what: str, now: datetime, allowed: int = ALLOWED) -> None:
    """Raise ``TooManyGuesses``, with the minutes to wait, when ``what`` may not be tried now.

    That is once ``allowed`` wrong guesses at it lie in the last quarter of an hour.
    """
    since = now - WINDOW
    wrong = db.session.scalars(
        select(WrongGuess.at)
        .where(WrongGuess.scope == _scope(what), WrongGuess.at > since)
        .order_by(WrongGuess.at.desc())
        .limit(allowed)
    ).all()
    if len(wrong) == allowed:
        raise TooManyGuesses(ceil((wrong[-1] - since).total_seconds() / 60))


def record(*, what: str, now: datetime) -> None:
    """Count one wrong guess at ``what``; those that no longer matter are forgotten."""
    db.session.execute(delete(WrongGuess).where(WrongGuess.at <= now - WINDOW))
    db.session.add(WrongGuess(scope=_scope(what), at=now))


def forget(*, what: str) -> None:
    """Begin anew: who knows it has come."""
    db.session.execute(delete(WrongGuess).where(WrongGuess.scope == _scope(what)))


def _scope(what: str) -> str:
    key = current_app.config["SECRET_KEY"].encode()
    return hmac.new(key, what.encode(), hashlib.sha256).hexdigest()
