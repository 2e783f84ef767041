"""What a column holds, told from the shape of its cells where no heading says it."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from lms.lib.sheets.cells import Cell, text_of
from lms.lists.reading import cells
from lms.lists.reading.audiences import names_a_service
from lms.lists.reading.headings import Meaning
from lms.lists.reading.words import known, ranks
from lms.people.kinds import Sex
from lms.people.names import plain
from lms.people.rules import phone_number

ROWS_LOOKED_AT = 200
FEWEST_CELLS = 2
SHARE = 0.8
"""Of the filled cells; the others are errors of whoever typed them."""
YEARS = range(1920, 2020)
AGES = range(6, 100)
NUMBER_OF_SERVICE = re.compile(
    r"[0-9]{2}[/-][0-9]{3,5}|[A-Za-z]{1,3}[ /-]?[0-9]{3,8}|0?[0-9]{5,7}"
)
STRICT_NUMBER_OF_SERVICE = re.compile(r"[0-9]{2}/[0-9]{3,5}")
NO_NAME = re.compile(r"[0-9:;=<>{}\[\]_\\|*#@+?!\"]")
FEWEST_KNOWN = 0.3
"""Share of cells with a frequent name that makes a column of words one of names."""


def guess(column: Sequence[Cell]) -> Meaning | None:
    """Return what the cells of a column are, or None; names are looked for by ``name_columns``."""
    filled = [it for it in column[:ROWS_LOOKED_AT] if it is not None]
    if len(filled) < FEWEST_CELLS:
        return None
    if _counts_up(filled):
        return Meaning.NUMBER
    return next((kind for kind, fits in SHAPES.items() if _share(filled, fits) >= SHARE), None)


def fits(kind: Meaning, cell: Cell) -> bool:
    """Tell whether a cell has the shape of its column."""
    if kind is Meaning.NUMBER:
        return isinstance(cell, int) or text_of(cell).isdecimal()
    return kind in SHAPES and SHAPES[kind](cell)


def can_be_name(cell: Cell) -> bool:
    """Tell whether a cell can be the name of somebody: words, and no sign that no name has."""
    text = text_of(cell)
    return isinstance(cell, str) and bool(plain(text)) and not NO_NAME.search(text)


def name_columns(columns: Mapping[int, Sequence[Cell]], *, sure: bool) -> dict[int, Meaning]:
    """Return which of the columns hold names; none when nothing says so.

    ``sure`` tells that other columns already make the table one of people.
    """
    texts = {index: _names_in(column) for index, column in columns.items()}
    texts = {index: names for index, names in texts.items() if names}
    leaning = {index: _leaning(names) for index, names in texts.items()}
    likely = [it for it in texts if _known(texts[it]) >= FEWEST_KNOWN] or (
        [it for it in texts if len(set(texts[it])) > len(texts[it]) / 2] if sure else []
    )
    if not likely:
        return {}
    words = {it: sum(len(name.split()) for name in texts[it]) / len(texts[it]) for it in likely}
    beside = [it for it in likely[1:] if it == likely[0] + 1]
    if not beside or (words[likely[0]] >= 2 and words[beside[0]] >= 2):  # noqa: PLR2004 - two names
        full = max(likely, key=lambda it: (words[it] > 1, -it))
        return {full: Meaning.SURNAME_FIRST if words[full] > 1 else Meaning.SURNAME}
    first, second = likely[0], beside[0]
    if _capitals(texts[second]) > _capitals(texts[first]) or (
        _capitals(texts[second]) == _capitals(texts[first]) and leaning[second] > leaning[first]
    ):
        first, second = second, first
    return {first: Meaning.SURNAME, second: Meaning.GIVEN_NAMES}


def _counts_up(filled: Sequence[Cell]) -> bool:
    numbers = [int(text) for it in filled if (text := text_of(it)).isdecimal() and len(text) < 6]  # noqa: PLR2004 - no list is longer
    follow = sum(later - one == 1 for one, later in pairwise(numbers))
    return bool(numbers) and numbers[0] <= 1 and follow >= SHARE * (len(filled) - 1)


def _share(filled: Sequence[Cell], test: Callable[[Cell], bool]) -> float:
    return sum(map(test, filled)) / len(filled)


def _is_birth(cell: Cell) -> bool:
    if isinstance(cell, date):
        return True
    text = text_of(cell)
    if text.isdecimal():
        return int(text) in YEARS
    # A phone in pairs holds what could be a day: 76 27 14 68.
    found = cells.DAY_FIRST.fullmatch(text) or cells.ISO_DAY.search(text)
    return bool(found) or bool(re.match(r"(né|née|vers|en) ?(en |vers )?[0-9]{4}", text))


def _is_age(cell: Cell) -> bool:
    found = cells.AGE.fullmatch(text_of(cell))
    return found is not None and int(found[1]) in AGES


SHAPES: dict[Meaning, Callable[[Cell], bool]] = {
    Meaning.SEX: lambda it: cells.sex(it) is not Sex.UNSPECIFIED,
    Meaning.MARK: lambda it: cells.mark(it) is not None,
    Meaning.BIRTH: _is_birth,
    Meaning.AGE: _is_age,
    Meaning.PHONE: lambda it: phone_number(text_of(it)) is not None,
    Meaning.SERVICE_NUMBER: lambda it: NUMBER_OF_SERVICE.fullmatch(text_of(it)) is not None,
    Meaning.RANK: lambda it: ranks.is_rank(text_of(it)),
    Meaning.UNIT: lambda it: names_a_service(text_of(it)),
}


def _names_in(column: Sequence[Cell]) -> list[str]:
    """Return the cells of a column that can be names; none when too few of them can."""
    filled = [it for it in column[:ROWS_LOOKED_AT] if it is not None]
    names = [it for it in filled if isinstance(it, str) and can_be_name(it)]
    return names if len(names) >= FEWEST_CELLS and len(names) >= SHARE * len(filled) else []


def _known(names: Sequence[str]) -> float:
    return sum(any(map(known.leaning, name.split())) for name in names) / len(names)


def _leaning(names: Sequence[str]) -> float:
    return sum(known.leaning(word) for name in names for word in name.split()) / len(names)


def _capitals(names: Sequence[str]) -> bool:
    return sum(name.isupper() for name in names) > len(names) / 2
