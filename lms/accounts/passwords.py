"""Passwords as argon2 hashes."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask import current_app

SHORTEST = 12
LONGEST = 200


def hashed(password: str) -> str:
    """Return what is stored of a password."""
    return _hasher().hash(password)


def matches(stored: str, password: str) -> bool:
    """Tell whether ``password`` is the one ``stored`` was made of; what is no hash is of none."""
    try:
        return _hasher().verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False


def pretend() -> None:
    """Take as long as checking a password: an unknown address must not answer sooner."""
    _hasher().hash("nobody")


def _hasher() -> PasswordHasher:
    cost = current_app.config["ARGON2"]
    return PasswordHasher(
        time_cost=cost.time_cost, memory_cost=cost.memory_cost, parallelism=cost.parallelism
    )
