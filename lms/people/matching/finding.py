"""Whom each row must be compared with, out of those that were fetched for all rows at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from lms.people.matching.blocking import Vocabulary
from lms.people.matching.comparison import Comparer
from lms.people.matching.records import Known, Row


def near_names(
    rows: Sequence[Row], vocabulary: Vocabulary, comparer: Comparer
) -> dict[int, set[str]]:
    """Return the names of the register that may be each row's, by the number of the row."""
    found = {name: vocabulary.near(name, comparer) for name in {row.name for row in rows}}
    return {row.number: found[row.name] for row in rows}


def candidates(
    rows: Sequence[Row], near: Mapping[int, Iterable[str]], people: Iterable[Known]
) -> dict[int, list[Known]]:
    """Return who shares a near name, a number or a phone with each row, by its number."""
    by_key: dict[tuple[str, str], dict[int, Known]] = defaultdict(dict)
    for known in people:
        for name in known.names:
            by_key["name", name][known.person] = known
        for traits in known.seen:
            by_key["number", traits.number][known.person] = known
            by_key["phone", traits.phone][known.person] = known
    return {row.number: _of(row, near[row.number], by_key) for row in rows}


def _of(
    row: Row, near: Iterable[str], by_key: Mapping[tuple[str, str], dict[int, Known]]
) -> list[Known]:
    keys = [("name", name) for name in near]
    keys += [("number", row.traits.number)] if row.traits.number else []
    keys += [("phone", row.traits.phone)] if row.traits.phone else []
    found: dict[int, Known] = {}
    for key in keys:
        found |= by_key.get(key, {})
    return [found[person] for person in sorted(found)]
