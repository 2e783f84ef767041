"""How many cells the XML of a sheet would fill once laid out, told without laying them out."""

import re
from functools import lru_cache
from string import ascii_uppercase
from xml.parsers.expat import ParserCreate

REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
REPEATS_OF = {"table-row": "number-rows-repeated", "table-cell": "number-columns-repeated"}
MOST_REPEATS = 2**20
MEASURED = frozenset({"c", "row", "table", "covered-table-cell", *REPEATS_OF})


class _Extent:
    """Follows the elements of one document; only the outermost corner is kept."""

    def __init__(self) -> None:
        self.largest = 0
        self._rows = self._columns = self._width = 0
        self._blank_rows = self._blank_columns = 0
        self._row_repeats = self._cell_repeats = 1
        self._filled_row = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local not in MEASURED:
            return
        plain = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if local in {"c", "row"}:
            self._reach(local, plain.get("r", ""))
        elif local == "table":
            self._rows = self._width = self._blank_rows = 0
        elif local == "table-row":
            self._row_repeats = _repeats(plain.get(REPEATS_OF[local]))
            self._columns = self._blank_columns = 0
            self._filled_row = False
        elif local in {"table-cell", "covered-table-cell"}:
            self._cell_repeats = _repeats(plain.get(REPEATS_OF["table-cell"]))
            if "value-type" in plain or "formula" in plain:
                self._fill()
            else:
                self._blank_columns += self._cell_repeats

    def end(self, name: str) -> None:
        if name.rpartition(":")[2] != "table-row":
            return
        if not self._filled_row:
            self._blank_rows += self._row_repeats
            return
        self._rows += self._blank_rows + self._row_repeats
        self._blank_rows = 0
        self._width = max(self._width, self._columns)
        self.largest = max(self.largest, self._rows * self._width)

    def _fill(self) -> None:
        self._columns += self._blank_columns + self._cell_repeats
        self._blank_columns = 0
        self._filled_row = True

    def _reach(self, local: str, reference: str) -> None:
        """Stretch an XLSX sheet to a cell such as ``C12``; a row alone is one column wide."""
        found = REFERENCE.fullmatch(reference if local == "c" else f"A{reference}")
        if found:
            column = _column(found[1])
            self._rows = max(self._rows, int(found[2]))
            self._width = max(self._width, column)
            self.largest = max(self.largest, self._rows * self._width)


@lru_cache(maxsize=20_000)
def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ascii_uppercase.index(letter) + 1
    return column


def measure(document: bytes) -> int:
    """Return the cells of the largest sheet in an XML document; 0 when it holds none.

    Raises ``ExpatError`` for what is no XML, and ``ValueError`` for XML with entities of its own.
    """
    extent = _Extent()
    parser = ParserCreate()
    parser.StartElementHandler = extent.start
    parser.EndElementHandler = extent.end
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.Parse(document, True)  # noqa: FBT003 - the library's own signature
    return extent.largest


def _refuse_doctype(*_declared: object) -> None:
    raise ValueError("a sheet declares no document type")


def _repeats(value: str | None) -> int:
    return min(int(value), MOST_REPEATS) if value and value.isdecimal() else 1
