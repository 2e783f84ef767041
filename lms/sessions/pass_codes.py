"""Pass codes: seven digits that open one participation in one session.

Six digits are drawn, the seventh checks them (ISO 7064 mod 11,10): it notices every single wrong
digit and nearly every swap of two neighbours.
"""

import secrets
from collections.abc import Callable, Collection

from lms.lib.check_characters import DIGITS as DECIMAL, check_character

DIGITS = 7
DRAWN = 10 ** (DIGITS - 1)

# What people put between the groups, and what a phone's keyboard may turn it into.
SEPARATORS = str.maketrans("", "", " \u00a0\u202f\u2013\t.-/")


def draw(taken: Collection[str], *, below: Callable[[int], int] = secrets.randbelow) -> str:
    """Return a new code that is not among those ``taken`` in the same session.

    ``below`` draws a number from zero to its argument, excluded; tests hand over their own.
    """
    while True:
        drawn = f"{below(DRAWN):0{DIGITS - 1}d}"
        code = drawn + check_character(drawn, DECIMAL)
        if code not in taken:
            return code


def read(typed: str) -> str | None:
    """Return the seven digits of what somebody typed; ``None`` when it cannot be a code."""
    digits = typed.translate(SEPARATORS)
    if len(digits) != DIGITS or not digits.isdecimal():
        return None
    code = "".join(str(int(digit)) for digit in digits)
    return code if check_character(code[:-1], DECIMAL) == code[-1] else None


def show(code: str) -> str:
    """Return a code as it is printed: 418 0362."""
    return f"{code[:3]} {code[3:]}"
