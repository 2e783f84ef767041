"""Which names of the register a row must be compared with: possible spellings of its own."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from lms.people.matching.canonical import BAR
from lms.people.matching.comparison import Comparer, Level

LIKE = frozenset({Level.SAME, Level.CLOSE, Level.PART})
# A name nobody has yet is taken to be as rare as these many persons make it.
UNSEEN_SURNAMES, UNSEEN_GIVEN = 50, 200


class Vocabulary:
    """All names of the register with how many persons bear each, and where words of them stand."""

    def __init__(self, names: Mapping[str, int] | None = None) -> None:
        self.persons = 0
        self._known: set[str] = set()
        self._surnames: Counter[str] = Counter()
        self._given: Counter[str] = Counter()
        self._bearers: Counter[str] = Counter()
        self._kinds: Counter[str] = Counter()
        # Word of a surname → given names it stands with → whole names; and the other way round.
        self._by_surname: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._by_given: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for name, count in (names or {}).items():
            self.add(name, count)

    def add(self, name: str, count: int = 1) -> None:
        """Count persons who bear a name."""
        surname, _, given = name.partition(BAR)
        self.persons += count
        self._surnames[surname] += count
        self._given[given] += count
        self._bearers[name] += count
        if name in self._known:
            return
        self._known.add(name)
        for word in surname.split():
            self._by_surname[word][given].add(name)
        for word in given.split():
            self._by_given[word][surname].add(name)

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
        found = {name} & self._known
        for word in surname.split():
            found |= _like(self._by_surname.get(word, {}), given, comparer.part)
            found |= _like(self._by_given.get(word, {}), given, comparer.part)
        for word in given.split():
            found |= _like(self._by_given.get(word, {}), surname, comparer.part)
            found |= _like(self._by_surname.get(word, {}), surname, comparer.part)
        return found


def _like(
    beside: Mapping[str, Iterable[str]], part: str, compare: Callable[[str, str], Level]
) -> set[str]:
    return {
        name
        for other, names in beside.items()
        if not other or not part or compare(part, other) in LIKE
        for name in names
    }
