"""What stands below the rows of a list: totals, signatures, stamps."""

import re
from collections.abc import Sequence

from lms.lib.sheets.cells import Cell, text_of
from lms.people.names import plain

TOTAL = re.compile(r"(sous )?(total|totaux)\b|nombre (de|total)\b|effectif\b|number of\b")
FOOT = re.compile(
    rf"{TOTAL.pattern}|(le |la |the )?(formateur|formatrice|trainer|facilitateur|facilitatrice"
    r"|facilitator|superviseur|supervisor)s?\b|cachet\b|stamp\b|signatures?\b|visa\b|fait a\b"
    r"|done at\b|arretee? (la|le)\b|certifiee?\b|le chef\b"
)
FEWEST_OF_A_PERSON = 3
"""Filled cells; below a foot row, one with fewer belongs to it."""


def is_foot(row: Sequence[Cell], *, below_another: bool) -> bool:
    """Tell whether a filled row stands at the foot of the list."""
    filled = [cell for cell in row if cell is not None]
    if below_another and len(filled) < FEWEST_OF_A_PERSON:
        return True
    return bool(filled) and FOOT.match(plain(text_of(filled[0]))) is not None


def declared_total(row: Sequence[Cell]) -> int | None:
    """Return the one number a row of totals gives; None when it gives none or several."""
    filled = [text_of(cell) for cell in row if cell is not None]
    if not filled or not TOTAL.match(plain(filled[0])):
        return None
    numbers = [
        int(it) for text in filled for it in re.findall(r"(?<![0-9])[0-9]{1,6}(?![0-9])", text)
    ]
    return numbers[0] if len(numbers) == 1 else None
