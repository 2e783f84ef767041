"""The number and the verification code that a certificate carries.

The number is public, gapless and says nothing secret: CP-2014-000123-X. Its check character
follows ISO 7064 mod 37,36, which notices any wrong letter and nearly any two neighbours swapped.
The code opens the verification page: twelve letters of thirty-two, 60 bits of chance.
"""

import re
import secrets

from lms.lib.check_characters import ALPHANUMERIC, check_character

CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Neither I, L nor O, which are read as 1, 1 and 0, nor U, which looks like V."""

CODE_LENGTH = 12
BETWEEN = re.compile(r"[\s.\-\u2010-\u2013]")
"""What people write between groups: spaces, points, hyphens and dashes."""
READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
NUMBER = re.compile(r"([A-Z0-9]{1,8})-(\d{4})-(\d{6,})-([A-Z0-9])")


def write_number(prefix: str, year: int, running: int) -> str:
    """Return the whole number; ``running`` counts from 1 within prefix and year."""
    body = f"{prefix}-{year:04d}-{running:06d}"
    return f"{body}-{check_character(body, ALPHANUMERIC)}"


def is_number(text: str) -> bool:
    """Tell whether ``text`` has the shape of a number and the right check character."""
    match = NUMBER.fullmatch(text)
    return match is not None and check_character(text[: match.start(4)], ALPHANUMERIC) == match[4]


def new_code() -> str:
    """Return a code nobody can guess."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def spell_code(code: str) -> str:
    """Return the code in groups of four, as it is printed."""
    return " ".join(code[i : i + 4] for i in range(0, len(code), 4))


def read_code(typed: str) -> str | None:
    """Return the code that somebody typed, whatever its case, spaces and look-alikes.

    Nothing if it cannot be a code.
    """
    letters = re.sub(BETWEEN, "", typed).upper().translate(READ_AS)
    if len(letters) == CODE_LENGTH and set(letters) <= set(CODE_LETTERS):
        return letters
    return None
