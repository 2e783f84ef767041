"""Pass codes: seven digits that open one participation in one session.

Six digits are drawn, the seventh checks them: it notices every single wrong digit and every
swap of two neighbours (H. M. Damm, *Total anti-symmetrische Quasigruppen*, Marburg 2004).
"""

import secrets
from collections.abc import Callable, Collection

DIGITS = 7
DRAWN = 10 ** (DIGITS - 1)

# The quasigroup of order ten given by Damm; its diagonal is zero.
TABLE = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)

# What people put between the groups, and what a phone's keyboard may turn it into.
SEPARATORS = str.maketrans("", "", " \u00a0\u202f\u2013\t.-/")


def check_digit(digits: str) -> str:
    """Return the digit that ``digits`` is to be followed by."""
    interim = 0
    for digit in digits:
        interim = int(TABLE[interim][int(digit)])
    return str(interim)


def draw(taken: Collection[str], *, below: Callable[[int], int] = secrets.randbelow) -> str:
    """Return a new code that is not among those ``taken`` in the same session.

    ``below`` draws a number from zero to its argument, excluded; tests hand over their own.
    """
    while True:
        drawn = f"{below(DRAWN):0{DIGITS - 1}d}"
        code = drawn + check_digit(drawn)
        if code not in taken:
            return code


def read(typed: str) -> str | None:
    """Return the seven digits of what somebody typed; ``None`` when it cannot be a code."""
    digits = typed.translate(SEPARATORS)
    if len(digits) != DIGITS or not digits.isdecimal():
        return None
    code = "".join(str(int(digit)) for digit in digits)
    return code if check_digit(code[:-1]) == code[-1] else None


def show(code: str) -> str:
    """Return a code as it is printed: 418 0361."""
    return f"{code[:3]} {code[3:]}"
