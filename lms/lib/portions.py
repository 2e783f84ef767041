"""Some values at a time, for databases limit the parameters of one statement."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

Value = TypeVar("Value")


def portions(values: Iterable[Value], most: int) -> Iterator[list[Value]]:
    """Yield the values in their order, at most so many at once; nothing where there are none."""
    listed = list(values)
    for start in range(0, len(listed), most):
        yield listed[start : start + most]
