"""How far a row and somebody in the register agree, field by field (DOMAIN 4, R14)."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from lms.people.kinds import Sex
from lms.people.matching.canonical import BAR, Spellings
from lms.people.matching.levels import Agreement, Level
from lms.people.matching.records import Birth, Known, Row, Traits

SHORTEST_TOLERANT = 5
"""Letters from which one letter, or two swapped, are forgiven (DOMAIN 4.3)."""
SHORTEST_NUMBER = 5


NameLevels = tuple[Level, Level, str, bool]
"""Levels of surname and given names, the name compared, and whether it changed places."""


class Comparer:
    """Compares with one table of spellings, and remembers parts of names compared before."""

    def __init__(self, spellings: Spellings) -> None:
        self._spellings = spellings
        self.part = lru_cache(maxsize=500_000)(self._part)
        self.name = lru_cache(maxsize=500_000)(self._name)

    def compare(self, row: Row, known: Known) -> Agreement | None:
        """Return how far a row agrees with somebody’s nearest name and with all their traits.

        None where they cannot be one person: names that are never one, and no number that agrees.
        """
        surname, given, name, swapped = self._best_name(row.name, known.names)
        traits, seen = row.traits, known.seen
        number = _number(traits.number, [it.number for it in seen])
        if not _possible(surname, given, number):
            return None
        levels = (
            surname,
            given,
            number,
            _equal(traits.phone, [it.phone for it in seen]),
            _birth(traits.birth, [it.birth for it in seen]),
            _equal(_known(traits.sex), [_known(it.sex) for it in seen]),
            _rank(traits.rank, seen),
            _equal(traits.kind, [it.kind for it in seen]),
        )
        return Agreement(levels, name, swapped, traits.kind)

    def like_words(self, word: str, words: Collection[str]) -> set[str]:
        """Return those of the words of a register that may be spellings of one."""
        found = {word} & set(words) if len(word) < SHORTEST_TOLERANT - 1 else set()
        if not found:
            near = process.extract_iter(word, words, scorer=OSA.distance, score_cutoff=1)
            found = {it for it, _distance, _at in near if it == word or self._close(word, it)}
        weak = {it for pair in self._spellings.weak if word in pair for it in pair}
        return found | (weak & set(words))

    def _best_name(self, name: str, names: Sequence[str]) -> NameLevels:
        if len(names) == 1:
            return self.name(name, names[0])
        return max(
            (self.name(name, other) for other in names),
            key=_nearness,
            default=(Level.UNKNOWN, Level.UNKNOWN, "", False),
        )

    def _name(self, name: str, other: str) -> NameLevels:
        return max(self._both_ways(name, other), key=_nearness)

    def _both_ways(self, name: str, other: str) -> Iterable[NameLevels]:
        surname, _, given = name.partition(BAR)
        its_surname, _, its_given = other.partition(BAR)
        yield self.part(surname, its_surname), self.part(given, its_given), other, False
        if surname != given:
            yield self.part(surname, its_given), self.part(given, its_surname), other, True

    def _part(self, one: str, other: str) -> Level:
        """Compare surnames or given names, each a key of ``Spellings.part``."""
        if one == other:
            return Level.SAME if one else Level.UNKNOWN
        if not one or not other:
            return Level.UNKNOWN
        mine, theirs = one.split(), other.split()
        if self._apart(mine, theirs):
            return Level.FORBIDDEN
        few, many = sorted((mine, theirs), key=len)
        left = list(many)
        exact = close = 0
        for word in few:
            if word in left:
                left.remove(word)
                exact += 1
            elif like := next((it for it in left if self._close(word, it)), None):
                left.remove(like)
                close += 1
        if exact + close < len(few):
            return Level.DIFFERENT
        if left:
            return Level.PART if exact else Level.DIFFERENT
        return Level.CLOSE

    def _apart(self, mine: Sequence[str], theirs: Sequence[str]) -> bool:
        only_mine, only_theirs = set(mine) - set(theirs), set(theirs) - set(mine)
        return any(
            frozenset((one, other)) in self._spellings.apart
            for one in only_mine
            for other in only_theirs
        )

    def _close(self, one: str, other: str) -> bool:
        if frozenset((one, other)) in self._spellings.weak:
            return True
        if min(len(one), len(other)) < SHORTEST_TOLERANT - 1:
            return False
        return OSA.distance(one, other, score_cutoff=1) <= 1


LIKE = frozenset({Level.SAME, Level.CLOSE, Level.PART})
"""Levels of names that can be spellings of one."""
NAMED = LIKE | {Level.UNKNOWN}
ORDER = {
    Level.SAME: 8,
    Level.CLOSE: 5,
    Level.PART: 4,
    Level.UNKNOWN: 1,
    Level.DIFFERENT: 0,
    Level.FORBIDDEN: -1,
}


def _possible(surname: Level, given: Level, number: Level) -> bool:
    """Tell whether the two may be one at all: names that can be one, or a number that agrees."""
    if number is Level.SAME:
        return surname in LIKE or given in LIKE
    return surname in NAMED and given in NAMED and (surname in LIKE or given in LIKE)


def _nearness(it: NameLevels) -> tuple[int, bool]:
    return ORDER[it[0]] + ORDER[it[1]], not it[3]


def _number(one: str, others: Sequence[str]) -> Level:
    equal = _equal(one, others)
    if equal is not Level.DIFFERENT:
        return equal
    known = [it for it in others if it]
    near = min(len(one), *map(len, known)) >= SHORTEST_NUMBER and any(
        OSA.distance(one, it, score_cutoff=1) <= 1 for it in known
    )
    return Level.CLOSE if near else Level.DIFFERENT


def _birth(one: Birth | None, others: Sequence[Birth | None]) -> Level:
    if one is None:
        return Level.UNKNOWN
    known = [it for it in others if it is not None]
    if not known:
        return Level.UNKNOWN
    if one.day and any(it.day == one.day for it in known):
        return Level.DAY
    if one.day and any(it.day for it in known if it.year == one.year):
        return Level.CLOSE  # two real days of one year: a slip of the pen, or two people
    distance = min(abs(it.year - one.year) for it in known)
    if distance == 0:
        return Level.SAME
    return Level.CLOSE if distance == 1 else Level.DIFFERENT


def _rank(one: int | None, seen: Sequence[Traits]) -> Level:
    """Compare with the latest rank known: it stays, or rises by a step."""
    before = next((it.rank for it in reversed(seen) if it.rank is not None), None)
    if one is None or before is None:
        return Level.UNKNOWN
    risen = one - before
    if risen == 0:
        return Level.SAME
    if risen == 1:
        return Level.RISE
    return Level.CLOSE if risen == 2 else Level.DIFFERENT  # noqa: PLR2004 - two steps


def _equal(one: str, others: Sequence[str]) -> Level:
    """Compare what is the same or is not; empty where nobody wrote it."""
    known = {it for it in others if it} if one else set()
    if not known:
        return Level.UNKNOWN
    return Level.SAME if one in known else Level.DIFFERENT


def _known(sex: Sex) -> str:
    return "" if sex is Sex.UNSPECIFIED else sex
