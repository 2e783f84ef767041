"""How well a report of lists found who is who, measured on pairs of rows of one person."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

Key = tuple[str, int]
"""A file and a row of it."""
Line = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Shares from 0 to 1; ``questions`` are rows asked about, a hundred rows."""

    precision: float
    automatic: float
    suggested: float
    questions: float


def score(report: Iterable[Line], truth: Iterable[Line]) -> Score:
    """Return how many pairs were joined, rightly and at all, and how many proposed."""
    people = {_key(it): it["person"] for it in truth}
    lines = {_key(it): it for it in report if _key(it) in people}
    joined = {key: it["person"] for key, it in lines.items() if it["person"]}
    leader: dict[str, str] = {}

    def end(person: str) -> str:
        while leader.get(person, person) != person:
            person = leader[person]
        return person

    asked = [it for it in lines.values() if it["decision"] == "maybe"]
    for it in asked:
        leader[end(it["person"])] = end(it["candidate"])
    right, own = _pairs(people), _pairs(joined)
    offered = _pairs({key: end(person) for key, person in joined.items()})
    return Score(
        precision=len(own & right) / max(len(own), 1),
        automatic=len(own & right) / len(right),
        suggested=len(offered & right) / len(right),
        questions=100 * len(asked) / len(people),
    )


def _key(line: Line) -> Key:
    return line["file"], int(line["row"])


def _pairs(people: Mapping[Key, str]) -> set[tuple[Key, Key]]:
    groups: dict[str, list[Key]] = defaultdict(list)
    for key, person in people.items():
        groups[person].append(key)
    return {pair for rows in groups.values() for pair in combinations(sorted(rows), 2)}
