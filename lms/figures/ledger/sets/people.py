"""Everybody of a scope, by the column of a table in which they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from pyroaring import BitMap

from lms.figures.ledger.records import Array
from lms.figures.ledger.sets import bitmaps


@dataclass(frozen=True, slots=True)
class People:
    """``columns`` has a set for each column; everybody is in one of them and in no other."""

    columns: Sequence[BitMap]

    def by_column(self, persons: BitMap) -> list[int]:
        """Return how many of a set stand in each column; the last that is filled has the rest."""
        filled = [number for number, it in enumerate(self.columns) if it]
        found, rest = [0] * len(self.columns), len(persons)
        for number in filled[:-1]:
            found[number] = persons.intersection_cardinality(self.columns[number])
            rest -= found[number]
        for number in filled[-1:]:
            found[number] = rest
        return found

    def numbers(self, size: int) -> Array:
        """Return the number of the column of each person whose number is below ``size``."""
        found = np.zeros(size, dtype=np.uint8)
        for number, persons in enumerate(self.columns):
            found[bitmaps.listed(persons)] = number
        return found

    def column_of(self, person: int) -> int:
        """Return the number of the column of a person; zero for whoever is not among them."""
        return next((number for number, it in enumerate(self.columns) if person in it), 0)
