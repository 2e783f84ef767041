"""What stands below the rows of a list: totals, signatures, stamps."""

import re
from collections.abc import Sequence

from lms.lib.sheets.cells import Cell, text_of
from lms.people.names import plain

TOTAL = re.compile(
    r"(sous |sub ?|grand )?(total|totaux)\b|nombre (de|total)\b|effectif\b|number of\b"
)
FOOT = re.compile(
    rf"{TOTAL.pattern}|(le |la |the )?(formateur|formatrice|trainer|facilitateur|facilitatrice"
    r"|facilitator|superviseur|supervisor)s?\b|cachet\b|stamp\b|signatures?\b|visa\b|fait a\b"
    r"|done at\b|arretee? (la|le)\b|certifiee?\b|le chef\b"
)
# Of these a list may count some of its people apart, and all of them in another row.
PARTIAL = re.compile(
    r"\b(sous|hommes?|femmes?|garcons?|filles?|men|women|males?|females?|boys?|girls?"
    r"|presents?|absents?|formateurs?|trainers?|jours?|days?|seances?|slots?)\b"
)
SUBTOTAL = re.compile(r"(sous|sub) ?total\b|total (du|de la|de l|des|par|for|of)\b")
SECTION = re.compile(
    r"(groupe|group|section|unite|service|structure|jour|day|equipe|compagnie|poste|liste|site"
    r"|gendarmerie|garde nationale|police|armee|fama|protection civile|militaires?|civils?"
    r"|femmes|hommes|women|men|participants|suite|page)\b"
)
FEWEST_OF_A_PERSON = 3
"""Filled cells; below a foot row, one with fewer belongs to it."""


def is_foot(row: Sequence[Cell], *, below_another: bool) -> bool:
    """Tell whether a filled row stands at the foot of the list."""
    filled = [cell for cell in row if cell is not None]
    if below_another and len(filled) < FEWEST_OF_A_PERSON:
        return True
    if not filled or not isinstance(filled[0], str):
        return False
    return not filled[0].isdecimal() and FOOT.match(plain(filled[0])) is not None


def declared_total(row: Sequence[Cell]) -> int | None:
    """Return the one number of people a row of totals gives.

    None when it gives none or several, or counts only some of the people.
    """
    filled = [text_of(cell) for cell in row if cell is not None]
    if not filled or not TOTAL.match(plain(filled[0])):
        return None
    if any(PARTIAL.search(plain(text)) for text in filled):
        return None
    # A cell merged over others stands in each of them.
    texts = filled[:1] + [text for text in filled[1:] if text != filled[0]]
    numbers = [
        int(it) for text in texts for it in re.findall(r"(?<![0-9])[0-9]{1,6}(?![0-9])", text)
    ]
    return numbers[0] if len(numbers) == 1 else None


def is_partial(row: Sequence[Cell]) -> bool:
    """Tell whether a foot row counts some of the people only, so that more may follow."""
    filled = [cell for cell in row if cell is not None]
    return bool(filled) and SUBTOTAL.match(plain(text_of(filled[0]))) is not None


def is_section(row: Sequence[Cell], numbers: int | None) -> bool:
    """Tell whether a row is a title between the people: « GENDARMERIE », « Groupe 2 ».

    ``numbers`` is the column of row numbers, if there is one: whoever has none is nobody.
    """
    filled = [index for index, cell in enumerate(row) if cell is not None]
    if len(filled) != 1:
        return False
    text = text_of(row[filled[0]])
    numberless = filled[0] == numbers and not text.isdecimal()
    return numberless or SECTION.match(plain(text)) is not None
