"""Sets of persons as arrays of their numbers: each once, whatever their order."""

from collections.abc import Sequence

import numpy as np

from lms.figures.ledger.records import COLUMNS, Array

FULL = 8
"""From one person in so many on, marking all of them is quicker than comparing places."""


class People:
    """Room to tell the persons of a scope apart; ``columns`` gives the column of each."""

    def __init__(self, size: int, columns: Array | None = None) -> None:
        self.size = size
        self.columns = columns
        self._seen = np.zeros(size, dtype=bool)
        self._place = np.empty(size, dtype=np.uint32)

    def unique(self, persons: Array) -> Array:
        """Return each person once."""
        if persons.size * FULL > self.size:
            self._seen[persons] = True
            marked: Array = np.flatnonzero(self._seen)
            self._seen[marked] = False
            return marked
        # Whoever stands several times keeps one place: that of the last write.
        places = np.arange(persons.size, dtype=np.uint32)
        self._place[persons] = places
        found: Array = persons[self._place[persons] == places]
        return found

    def union(self, sets: Sequence[Array]) -> Array:
        """Return whoever is in one of the sets."""
        filled = [it for it in sets if it.size]
        if not filled:
            return np.empty(0, dtype=np.uint32)
        return filled[0] if len(filled) == 1 else self.unique(np.concatenate(filled))

    def without(self, persons: Array, others: Array) -> Array:
        """Return whoever is in the first set and not in the second."""
        if not persons.size or not others.size:
            return persons
        self._seen[others] = True
        found = persons[~self._seen[persons]]
        self._seen[others] = False
        return found

    def several(self, sets: Sequence[Array]) -> Array:
        """Return whoever is in more than one of the sets."""
        everyone = np.concatenate(sets) if sets else np.empty(0, dtype=np.uint32)
        places = np.arange(everyone.size, dtype=np.uint32)
        self._place[everyone] = places
        return self.unique(everyone[self._place[everyone] != places])

    def by_column(self, persons: Array) -> Array:
        """Return how many of a set stand in each column of a table."""
        if self.columns is None:
            raise ValueError("nobody was put into columns")
        return np.bincount(self.columns[persons], minlength=len(COLUMNS))
