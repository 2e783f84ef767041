"""Names as matching compares them: spellings of one name meet, different names stay apart.

Spellings and names that are never one come from tables (DOMAIN 4.3, 4.4) that a unit can extend.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Self

from lms.people.names import fold, plain

DATA = files("lms.people") / "data"
BAR = "|"
"""Between surname and given names in a key; folded words never hold it."""
DOUBLED = re.compile(r"(.)\1")
WEAK = "yes"
Line = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Spellings:
    """Which spellings are one name, which only nearly, and which names are never one."""

    names: Mapping[str, str]
    """The name a folded spelling stands for; any other stands for itself."""
    weak: frozenset[frozenset[str]]
    """Pairs of names that lower the score, never enough alone."""
    apart: frozenset[frozenset[str]]
    """Pairs of names that no likeness joins."""
    _words: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, spellings: Iterable[Line], apart: Iterable[Line]) -> Self:
        """Make the tables of lines ``spelling,name,weak`` and ``group,name``."""
        names: dict[str, str] = {}
        weak: set[frozenset[str]] = set()
        for line in spellings:
            one, name = _skeleton(line["spelling"]), _skeleton(line["name"])
            name = names.get(name, name)
            if line["weak"] == WEAK:
                weak.add(frozenset((one, name)))
            elif one != name:
                names[one] = name
        groups: dict[str, list[str]] = defaultdict(list)
        for line in apart:
            name = _skeleton(line["name"])
            groups[line["group"]].append(names.get(name, name))
        pairs = {
            frozenset((one, other))
            for group in groups.values()
            for one in group
            for other in group
        }
        return cls(
            names=names,
            weak=frozenset(weak),
            apart=frozenset(it for it in pairs if len(it) > 1),
        )

    def canonical(self, word: str) -> str:
        """Return what one word of a name is compared by."""
        if word not in self._words:
            skeleton = _skeleton(word)
            self._words[word] = self.names.get(skeleton, skeleton)
        return self._words[word]

    def part(self, text: str) -> str:
        """Return the words of a surname or of given names, compared in whatever order."""
        return " ".join(sorted(filter(None, map(self.canonical, plain(text).split()))))

    def name_key(self, surname: str, given_names: str) -> str:
        """Return what ``PersonName.name_key`` holds."""
        return f"{self.part(surname)}{BAR}{self.part(given_names)}"


@cache
def shipped() -> Spellings:
    """Return the tables that come with the package."""
    return Spellings.of(lines("name-spellings.csv"), lines("names-apart.csv"))


def lines(name: str) -> list[Line]:
    """Return the lines of a shipped table."""
    return list(csv.DictReader((DATA / name).read_text("utf-8").splitlines()))


def _skeleton(word: str) -> str:
    """Return a word folded, without doubled letters and the h that lists leave out inside it.

    In this order: the h of Mahamadou keeps it from Mamadou, who is somebody else (DOMAIN 4.4).
    At the beginning it stays: Awa and Hawa are two names.
    """
    folded = DOUBLED.sub(r"\1", fold(word))
    return folded[:1] + folded[1:].replace("h", "")
