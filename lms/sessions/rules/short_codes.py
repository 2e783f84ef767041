"""Short codes of sessions: three letters of the place and a figure or more, GAO7.

The figures 0 and 1 are never drawn, so that whoever reads them for O and I is understood.
"""

import secrets
import unicodedata
from collections.abc import Callable, Collection, Sequence
from itertools import product

LETTERS = 3
FIGURES = "23456789"
LONGEST = 8
MISREAD = str.maketrans({"0": "O", "1": "I"})


def prefix(place_name: str) -> str:
    """Return the first three letters of a place, without accents, in capitals."""
    return (_letters(place_name) + "XXX")[:LETTERS]


def draw(
    place_name: str,
    taken: Collection[str],
    *,
    choose: Callable[[Sequence[str]], str] = secrets.choice,
) -> str:
    """Return a code that is not ``taken``, as short as there still is one.

    ``choose`` picks one of the free codes; tests hand over their own.
    """
    start = prefix(place_name)
    for length in range(1, LONGEST - LETTERS + 1):
        codes = (start + "".join(figures) for figures in product(FIGURES, repeat=length))
        free = [code for code in codes if code not in taken]
        if free:
            return choose(free)
    raise ValueError(f"no code is left for {start}")


def read(typed: str) -> str:
    """Return the code meant by what somebody typed: capitals, no spaces, O for 0, I for 1."""
    compact = "".join(it for it in _folded(typed) if it.isalnum())
    return compact.upper().translate(MISREAD)


def _letters(name: str) -> str:
    return "".join(it for it in _folded(name).upper() if "A" <= it <= "Z")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
