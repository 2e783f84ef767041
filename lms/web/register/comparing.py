"""Two records field by field: what is the same, what differs, and at which letters.

A difference of accents, case or apostrophes alone is none (DOMAIN 4.3).
"""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from lms.people.names import plain

LIKENESS = 0.5
"""Below it two texts share nothing worth showing letter by letter."""


class Agreement(StrEnum):
    """How one field of two records compares."""

    SAME = "same"
    ACCENTS = "accents"
    """The same but for accents, capitals or apostrophes."""
    DIFFERS = "differs"
    UNKNOWN = "unknown"
    """At least one of them says nothing."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some letters in a row, and whether they are what differs."""

    text: str
    differs: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One field of two records, in pieces to be shown side by side."""

    agreement: Agreement
    one: tuple[Piece, ...]
    other: tuple[Piece, ...]


def texts(one: str, other: str) -> Compared:
    """Compare two names or other texts as written."""
    mine, theirs = plain(one), plain(other)
    if not one or not other:
        return _whole(Agreement.UNKNOWN, one, other)
    if mine == theirs:
        return _whole(Agreement.SAME if one == other else Agreement.ACCENTS, one, other)
    keys, others = _keys(one), _keys(other)
    matcher = SequenceMatcher(None, keys, others, autojunk=False)
    if matcher.ratio() < LIKENESS:
        return values(one, other, same=False)
    blocks = [it for it in matcher.get_matching_blocks() if it.size]
    return Compared(
        agreement=Agreement.DIFFERS,
        one=_pieces(one, [(it.a, it.size) for it in blocks]),
        other=_pieces(other, [(it.b, it.size) for it in blocks]),
    )


def values(one: str, other: str, *, same: bool) -> Compared:
    """Compare two values that are one or two as a whole, such as phone numbers."""
    if not one or not other:
        return _whole(Agreement.UNKNOWN, one, other)
    if same:
        return _whole(Agreement.SAME, one, other)
    return Compared(
        agreement=Agreement.DIFFERS,
        one=(Piece(one, differs=True),),
        other=(Piece(other, differs=True),),
    )


def _whole(agreement: Agreement, one: str, other: str) -> Compared:
    return Compared(
        agreement=agreement,
        one=(Piece(one),) if one else (),
        other=(Piece(other),) if other else (),
    )


def _keys(text: str) -> list[str]:
    """Return what each letter is compared by."""
    return [plain(letter) for letter in text]


def _pieces(text: str, matching: list[tuple[int, int]]) -> tuple[Piece, ...]:
    pieces, here = [], 0
    for start, size in [*matching, (len(text), 0)]:
        if start > here:
            gap = text[here:start]
            pieces.append(Piece(gap, bool(plain(gap))))
        if size:
            pieces.append(Piece(text[start : start + size]))
        here = start + size
    return tuple(pieces)
