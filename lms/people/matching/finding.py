"""Whom each row must be compared with, out of those that were fetched for all rows at once."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from lms.people.kinds import Sex
from lms.people.matching.blocking import Vocabulary
from lms.people.matching.comparison import Comparer
from lms.people.matching.decision import MAYBE_FROM
from lms.people.matching.levels import Field
from lms.people.matching.records import Known, Row, Traits
from lms.people.matching.weights import RATIOS


def near_names(
    rows: Sequence[Row], vocabulary: Vocabulary, comparer: Comparer
) -> dict[int, set[str]]:
    """Return the names of the register that may be each row's, by the number of the row.

    A name that very many bear is left out where nothing else in the row could tell one of them
    from the others; whoever shares a number or a phone is found by those.
    """
    found = {name: vocabulary.near(name, comparer) for name in {row.name for row in rows}}
    return {
        row.number: {
            it
            for it in found[row.name]
            if vocabulary.bearers(it) <= most_bearers(row.traits, vocabulary)
        }
        for row in rows
    }


def most_bearers(traits: Traits, vocabulary: Vocabulary) -> float:
    """Return how many may bear a name before none of them can be asked about.

    Among others of a name the ratios are 1 on the average, so the likeliest of ``n`` has no more
    than the share ``best / (best + n)``.
    """
    best = math.prod(max(RATIOS[field].values()) for field, told in _told(traits).items() if told)
    if traits.kind:
        best /= vocabulary.kind_share(traits.kind)
    return best * (1 - MAYBE_FROM) / MAYBE_FROM + 1


def _told(traits: Traits) -> dict[Field, bool]:
    return {
        Field.BIRTH: traits.birth is not None,
        Field.SEX: traits.sex is not Sex.UNSPECIFIED,
        Field.RANK: traits.rank is not None,
    }


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
