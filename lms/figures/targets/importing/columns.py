"""The columns of a file of targets or strengths, whatever language names them."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from lms.figures.targets.errors import NoTable
from lms.figures.targets.values import Kind
from lms.lib.sheets.cells import Cell, text_of
from lms.people.names import plain

LAST_HEADER = 10  # a title and a line of explanation may stand above


class Column(StrEnum):
    """What a column holds."""

    MEASURE = "measure"
    CATEGORY = "category"
    UNIT = "unit"
    ROTATION = "rotation"
    REGION = "region"
    FIRST = "from"
    LAST = "to"
    COUNT = "count"
    SOURCE = "source"


COLUMNS: Mapping[Kind, tuple[Column, ...]] = {
    Kind.TARGETS: (
        Column.MEASURE,
        Column.CATEGORY,
        Column.REGION,
        Column.FIRST,
        Column.LAST,
        Column.COUNT,
        Column.SOURCE,
    ),
    Kind.STRENGTHS: (
        Column.CATEGORY,
        Column.UNIT,
        Column.ROTATION,
        Column.REGION,
        Column.FIRST,
        Column.LAST,
        Column.COUNT,
        Column.SOURCE,
    ),
}
OPTIONAL = frozenset({Column.REGION, Column.ROTATION})
"""What a file may leave out as a whole: the whole country, a rotation without a name."""
HEADINGS: Mapping[Column, str] = {
    Column.MEASURE: "measure|mesure",
    Column.CATEGORY: "category|categorie",
    Column.UNIT: "unit|unite|contingent",
    Column.ROTATION: "rotation",
    Column.REGION: "region",
    Column.FIRST: "from|du|first day|premier jour|debut|start",
    Column.LAST: "to|au|last day|dernier jour|fin|end",
    Column.COUNT: "count|nombre|target|cible|objectif|strength|effectif|declared strength"
    "|effectif declare",
    Column.SOURCE: "source",
}
MEANING_OF = {word: it for it, words in HEADINGS.items() for word in words.split("|")}

Places = Mapping[Column, int]
"""Where each column stands in a row."""


def find_header(rows: Sequence[Sequence[Cell]], kind: Kind) -> tuple[int, Places]:
    """Return the index of the header and where its columns stand. Raises ``NoTable``."""
    best: Places = {}
    for index, row in enumerate(rows[:LAST_HEADER]):
        places = _places(row, kind)
        if not missing(places, kind):
            return index, places
        best = max(best, places, key=len)
    raise NoTable(tuple(missing(best, kind)))


def missing(places: Places, kind: Kind) -> list[Column]:
    """Return the columns that a file must have and this one has not."""
    return [it for it in COLUMNS[kind] if it not in places and it not in OPTIONAL]


def _places(row: Sequence[Cell], kind: Kind) -> Places:
    found: dict[Column, int] = {}
    for index, cell in enumerate(row):
        meaning = MEANING_OF.get(plain(text_of(cell)))
        if meaning in COLUMNS[kind]:
            found.setdefault(meaning, index)
    return found
