"""Sets of the numbers of persons, and the arrays they come from."""

import array
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from operator import or_

import numpy as np
from pyroaring import BitMap

from lms.figures.ledger.records import Array

FEW = 4
"""So many sets are quicker united one after the other than all at once."""
HIGH = np.uint64(32)
"""The bits of the number of a person."""


def by_value(values: Array, persons: Array) -> Iterator[tuple[int, BitMap]]:
    """Return each value, and the persons beside whom it stands; however often, each once."""
    if not values.size:
        return
    both = (values.astype(np.uint64) << HIGH) | persons.astype(np.uint64)
    both.sort()
    sorted_values, sorted_persons = both >> HIGH, both.astype(np.uint32)
    starts = np.flatnonzero(np.diff(sorted_values, prepend=sorted_values[0] + np.uint64(1)))
    for start, end in zip(starts, [*starts[1:], values.size], strict=True):
        yield int(sorted_values[start]), of(sorted_persons[start:end])


def of(persons: Array) -> BitMap:
    """Return the set of an array of numbers."""
    found = array.array("I")
    found.frombytes(np.ascontiguousarray(persons, dtype=np.uint32).tobytes())
    return BitMap(found)


def listed(persons: BitMap) -> Array:
    """Return a set as an array, the lowest number first."""
    return np.frombuffer(persons.to_array(), dtype=np.uint32)


def union(sets: Iterable[BitMap]) -> BitMap:
    """Return whoever is in one of the sets; a set that is alone is not copied."""
    filled = [it for it in sets if it]
    if len(filled) > FEW:
        return BitMap.union(*filled)
    return reduce(or_, filled) if filled else BitMap()


def several(sets: Iterable[BitMap]) -> BitMap:
    """Return whoever is in more than one of the sets."""
    once, twice = BitMap(), BitMap()
    for it in sets:
        twice |= once & it
        once |= it
    return twice


def marked(persons: BitMap, size: int) -> Array:
    """Return for each number below ``size`` whether it is in the set."""
    found = np.zeros(size, dtype=bool)
    numbers = listed(persons)
    found[numbers[: np.searchsorted(numbers, size)]] = True
    return found


def replaced(persons: BitMap, same: Mapping[int, int]) -> BitMap:
    """Return the set with those put in place of whom ``same`` says that they stand for."""
    moved = persons & BitMap(list(same))
    return (persons - moved) | BitMap([same[it] for it in moved]) if moved else persons
