"""Surname and given names out of one cell, as lists write them (DOMAIN 2.3, 4.1, 4.5)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lms.lists.reading.words import known, ranks
from lms.people.names import plain

TITLES = frozenset(
    {"m", "mr", "mme", "mlle", "mrs", "ms", "miss", "dr", "pr", "prof", "me", "mm"}
    | {"monsieur", "madame", "mademoiselle", "docteur", "professeur"}
)
FATHERS = frozenset(
    {"ag", "agh", "ould", "oul", "wuld", "mint", "bint"}
    | {"walet", "wallet", "walett", "oualet", "oualett", "welet"}
)
"""Particles before a father's name, which is the surname wherever it stands."""
PARTICLES = FATHERS | {"el", "al"}
"""They belong to the word after them and are never cut off."""
ALSO = frozenset({"dit", "dite", "alias", "epouse", "epse", "ep", "nee", "veuve", "vve"})
"""Between two names of one person: « Diarra dit Solo », « Koné épouse Samaké »."""
BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]")
FEWEST_CAPITALS = 2
"""Letters; a lone capital is an initial."""


@dataclass(frozen=True, slots=True)
class Split:
    """A full name in its parts; ``rank`` is one found beside the name."""

    surname: str
    given_names: str
    rank: str = ""


def split(name: str, *, surname_first: bool, rank: str = "") -> tuple[str, str]:
    """Return surname and given names of a full name, as ``parts`` does."""
    found = parts(name, surname_first=surname_first, rank=rank)
    return found.surname, found.given_names


def parts(name: str, *, surname_first: bool, rank: str = "") -> Split:
    """Return the parts of a full name.

    A comma decides, then capitals against small letters, then a father's particle, then words
    that are frequent as one or the other, then the order the column says. Titles and ranks go,
    before the name, behind it or in brackets.
    """
    aside = [it for it in BRACKETS.findall(name) if ranks.is_rank(it)]
    bare = BRACKETS.sub(" ", name)
    before, comma, after = bare.partition(",")
    if comma and ranks.is_rank(after):
        aside, bare, comma = [*aside, after.strip()], before, ""
    if comma:
        found, surnames = _without_titles(before.split(), rank)
        _, given = _without_titles(after.split(), rank)
        return Split(" ".join(surnames), " ".join(given), found or "".join(aside[:1]))
    found, words = _without_titles(bare.split(), rank)
    if not found:
        found, words = ranks.take_last(words)
    surname, given_names = _two_parts(words, surname_first=surname_first)
    return Split(surname, given_names, found or "".join(aside[:1]))


def without_rank(name: str, rank: str) -> tuple[str, str]:
    """Return a name without titles and rank in front of it, and that rank."""
    found, words = _without_titles(name.split(), rank)
    return " ".join(words), found


def vote(name: str) -> int:
    """Tell the order of a full name's words: 1 surname first, -1 surname last, 0 unsure."""
    if "," in name:
        return 0
    _, words = _without_titles(BRACKETS.sub(" ", name).split(), "")
    units = _units(words)
    if len(units) < 2:  # noqa: PLR2004 - one name has no order
        return 0
    capitals = [_in_capitals(it) for it in units]
    if capitals[0] != capitals[-1]:
        return 1 if capitals[0] else -1
    difference = _leaning(units[0]) - _leaning(units[-1])
    return (difference > 0) - (difference < 0)


def _two_parts(words: Sequence[str], *, surname_first: bool) -> tuple[str, str]:
    units = _units(words)
    if len(units) < 2:  # noqa: PLR2004 - a name alone is a surname
        return " ".join(units), ""
    chosen = [_in_capitals(it) for it in units]
    if all(chosen) or not any(chosen):
        chosen = _fathers(units) or _one_end(units, surname_first=surname_first)
    surname = [it for it, picked in zip(units, chosen, strict=True) if picked]
    given_names = [it for it, picked in zip(units, chosen, strict=True) if not picked]
    return " ".join(surname), " ".join(given_names)


def _units(words: Sequence[str]) -> list[str]:
    """Return what belongs together as one: a particle and its name, a name and what it is also."""
    units: list[str] = []
    glue = False
    for position, word in enumerate(words):
        last = position == len(words) - 1
        also = plain(word) in ALSO and units and not last
        if units and (glue or also):
            units[-1] += f" {word}"
        else:
            units.append(word)
        glue = bool(also) or (plain(word) in PARTICLES and not last)
    return units


def _in_capitals(unit: str) -> bool:
    """Tell whether a unit is written in capitals, whatever its particle or « dit » is."""
    main = [it for it in unit.split() if plain(it) not in PARTICLES | ALSO] or [unit]
    letters = "".join(filter(str.isalpha, main[0]))
    return len(letters) >= FEWEST_CAPITALS and letters.isupper()


def _fathers(units: Sequence[str]) -> list[bool]:
    """Choose the units with a father's particle, unless all or none have one."""
    chosen = [plain(it).partition(" ")[0] in FATHERS and " " in it for it in units]
    return chosen if any(chosen) and not all(chosen) else []


def _one_end(units: Sequence[str], *, surname_first: bool) -> list[bool]:
    """Choose the first or the last unit: as its words are known, else as the column says."""
    first, last = _leaning(units[0]), _leaning(units[-1])
    if first != last and 1 in {first, last}:
        surname_first = first > last
    at = 0 if surname_first else len(units) - 1
    return [position == at for position in range(len(units))]


def _leaning(unit: str) -> int:
    words = unit.split()
    if plain(words[0]) in FATHERS and len(words) > 1:
        return 1
    return known.leaning(words[0])


def _without_titles(words: Sequence[str], rank: str) -> tuple[str, list[str]]:
    """Return the rank in front of a name, and its words without it and any title."""
    left, found = list(words), ""
    own = plain(rank).split()
    while len(left) > 1:
        taken, rest = ranks.take_first(left)
        if plain(left[0]) in TITLES:
            left = left[1:]
        elif own and len(left) > len(own) and plain(" ".join(left[: len(own)])).split() == own:
            found, left = found or " ".join(left[: len(own)]), left[len(own) :]
        elif taken:
            found, left = found or taken, rest
        else:
            break
    return found, left
