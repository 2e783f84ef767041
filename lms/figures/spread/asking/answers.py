"""Adding up what the servers answer."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from lms.figures.ledger.records import COLUMNS, Array


def _zeros() -> Array:
    return np.zeros(len(COLUMNS), dtype=np.int64)


def _never() -> Array:
    return np.zeros(len(COLUMNS), dtype=bool)


Counted = tuple[int, int, int, int, bool]
"""A row of the second dimension, a set or row of the first, a column, how many, "at least"."""


@dataclass(frozen=True, slots=True)
class Counts:
    """By set or row: how many stand in each column, and which columns are "at least" (R10)."""

    values: defaultdict[int, Array] = field(default_factory=lambda: defaultdict(_zeros))
    opened: defaultdict[int, Array] = field(default_factory=lambda: defaultdict(_never))


Answers = Mapping[int, Counts]
"""By the place of a row of the second dimension; a table of one dimension is at 0."""


def added(rows: Iterable[Iterable[int]], *, always: bool) -> Answers:
    """Return the sum of all answers.

    ``always`` gives a table even where nobody answered with a row.
    """
    found: defaultdict[int, Counts] = defaultdict(Counts)
    if always:
        found[0] = Counts()
    for second, stands, column, count, open_ended in rows:
        found[second].values[stands][column] += count
        found[second].opened[stands][column] |= bool(open_ended)
    return found
