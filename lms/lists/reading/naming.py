"""Surname and given names out of one cell, as lists write them (DOMAIN 2.3, 4.1, 4.5)."""

import re

from lms.people.names import plain

TITLES = frozenset({"m", "mr", "mme", "mlle", "mrs", "ms", "miss", "dr"})
# They belong to the word after them and are never cut off.
PARTICLES = frozenset(
    {"ag", "agh", "ould", "oul", "wuld", "mint", "bint", "el", "al"}
    | {"walet", "wallet", "walett", "oualet", "oualett", "welet"}
)
BRACKETS = re.compile(r"\([^)]*\)")


def split(name: str, *, surname_first: bool, rank: str = "") -> tuple[str, str]:
    """Return surname and given names of a full name.

    A comma decides, then capitals against small letters, then the order the column says. Titles
    go, and so does a rank in front that the row's own column repeats.
    """
    if "," in name:
        surname, _, given_names = name.partition(",")
        return _words(surname), _words(given_names)
    words = _without_titles(BRACKETS.sub(" ", name).split(), rank)
    capitals = [word for word in words if word.isupper() and len(word) > 1]
    if 0 < len(capitals) < len(words):
        return " ".join(capitals), " ".join(word for word in words if word not in capitals)
    if len(words) < 2:  # noqa: PLR2004 - a name alone is a surname
        return " ".join(words), ""
    cut = _surname_length(words) if surname_first else len(words) - _last_length(words)
    head, tail = " ".join(words[:cut]), " ".join(words[cut:])
    return (head, tail) if surname_first else (tail, head)


def without_rank(name: str, rank: str) -> str:
    """Return a name without the rank in front of it that the row's own column repeats."""
    return " ".join(_without_titles(name.split(), rank))


def _words(text: str) -> str:
    return " ".join(text.split())


def _without_titles(words: list[str], rank: str) -> list[str]:
    ranks = plain(rank).split()
    while len(words) > 1 and plain(words[0]) in TITLES:
        words = words[1:]
    if ranks and len(words) > len(ranks):
        head = plain(" ".join(words[: len(ranks)])).split()
        if head == ranks:
            words = words[len(ranks) :]
    return words


def _surname_length(words: list[str]) -> int:
    """Count the words of a surname in front: « Ag Mohamed », « Ould Sidi », « Traoré »."""
    length = 2 if plain(words[0]) in PARTICLES else 1
    return min(length, len(words) - 1) or 1


def _last_length(words: list[str]) -> int:
    """Count the words of a surname at the end, with the particles before its last word."""
    length = 1
    while length < len(words) - 1 and plain(words[-length - 1]) in PARTICLES:
        length += 1
    return length
