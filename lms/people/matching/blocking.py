"""Which names of the register a row must be compared with: possible spellings of its own."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from lms.people.matching.canonical import BAR
from lms.people.matching.comparison import LIKE, Comparer

# A name nobody has yet is taken to be as rare as these many persons make it.
UNSEEN_SURNAMES, UNSEEN_GIVEN = 50, 200


class Vocabulary:
    """All names of the register with how many persons bear each, and where words of them stand."""

    def __init__(self, names: Mapping[str, int] | None = None) -> None:
        self.persons = 0
        self._surnames: Counter[str] = Counter()
        self._given: Counter[str] = Counter()
        self._bearers: Counter[str] = Counter()
        self._kinds: Counter[str] = Counter()
        self._names: dict[str, set[str]] = defaultdict(set)
        """The given names that stand with each surname."""
        self._parts: dict[str, set[str]] = defaultdict(set)
        """The parts of names in which a word stands, surnames and given names alike."""
        self._like: dict[str, set[str]] = {}
        for name, count in (names or {}).items():
            self.add(name, count)

    def add(self, name: str, count: int = 1) -> None:
        """Count persons who bear a name."""
        surname, _, given = name.partition(BAR)
        self.persons += count
        self._surnames[surname] += count
        self._given[given] += count
        known = name in self._bearers
        self._bearers[name] += count
        if known:
            return
        self._names[surname].add(given)
        for part in (surname, given):
            for word in part.split():
                self._parts[word].add(part)
        self._like.clear()

    def add_kind(self, kind: str, count: int = 1) -> None:
        """Count persons of a top category."""
        self._kinds[kind] += count

    def kind_share(self, kind: str) -> float:
        """Return the share of persons of a top category, never 0."""
        return (self._kinds[kind] + 1) / (self._kinds.total() + 1)

    def bearers(self, name: str) -> int:
        """Return how many persons bear exactly this name."""
        return self._bearers[name]

    def surname_share(self, surname: str) -> float:
        """Return the share of persons with a surname, never 0."""
        return (self._surnames[surname] + 1) / (self.persons + UNSEEN_SURNAMES)

    def given_share(self, given: str) -> float:
        """Return the share of persons with given names, never 0."""
        return (self._given[given] + 1) / (self.persons + UNSEEN_GIVEN)

    def near(self, name: str, comparer: Comparer) -> set[str]:
        """Return the names whose parts may both be spellings of this one’s, either way round."""
        surname, _, given = name.partition(BAR)
        surnames, givens = self._likes(surname, comparer), self._likes(given, comparer)
        return self._pairs(surnames, givens) | self._pairs(givens, surnames)

    def _pairs(self, surnames: Iterable[str], givens: set[str]) -> set[str]:
        return {
            f"{surname}{BAR}{given}"
            for surname in surnames
            if surname in self._names
            for given in self._names[surname] & givens
        }

    def _likes(self, part: str, comparer: Comparer) -> set[str]:
        """Return the parts of names that may be spellings of one; nothing is like everything."""
        if part not in self._like:
            beside = {
                other
                for word in part.split()
                for like in comparer.like_words(word, self._parts.keys())
                for other in self._parts[like]
            }
            found = {other for other in beside if comparer.part(part, other) in LIKE}
            self._like[part] = found | {""} if part else set(self._given) | set(self._surnames)
        return self._like[part]
