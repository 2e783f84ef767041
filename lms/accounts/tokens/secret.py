"""How a token is written, and what is kept of it: nothing that gives it back.

``kal_`` is followed by what names the token and is shown in lists, and by what only its owner has.
"""

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass

MARK = "kal"
PREFIX_BYTES = 5
SECRET_BYTES = 24
"""192 bits: nobody guesses it, so a plain digest keeps it well enough."""
PREFIX_LETTERS = 2 * PREFIX_BYTES
DIGEST_LETTERS = 64
WRITTEN = re.compile(rf"{MARK}_([0-9a-f]{{{PREFIX_LETTERS}}})_[0-9a-f]{{{2 * SECRET_BYTES}}}")
NOBODYS = "0" * DIGEST_LETTERS
"""Compared with when no token has the prefix: an unknown one must not answer sooner."""


@dataclass(frozen=True, slots=True)
class Minted:
    """A new token: the whole is handed over once, prefix and digest are kept."""

    whole: str
    prefix: str
    digest: str


def mint() -> Minted:
    """Return a token that nobody has seen."""
    prefix = secrets.token_hex(PREFIX_BYTES)
    whole = f"{MARK}_{prefix}_{secrets.token_hex(SECRET_BYTES)}"
    return Minted(whole, prefix, digest(whole))


def digest(whole: str) -> str:
    """Return what is kept of a token."""
    return hashlib.sha256(whole.encode()).hexdigest()


def prefix_of(whole: str) -> str | None:
    """Return what names the token; nothing when it is not written as one."""
    found = WRITTEN.fullmatch(whole)
    return found[1] if found else None


def matches(kept: str | None, whole: str) -> bool:
    """Tell whether a token is the one ``kept`` was made of, in the same time either way."""
    return hmac.compare_digest(kept or NOBODYS, digest(whole))
