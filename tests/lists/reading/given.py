"""Rows as lists have them, and what they are read for."""

from datetime import date

from lms.lib.sheets.cells import Cell
from lms.lib.sheets.sheet import make_sheet
from lms.lists.reading.header import find_header
from lms.lists.reading.mapping import Mapping
from lms.lists.reading.person import Terms

HEADING: list[Cell] = ["N°", "Nom", "Prénom", "Sexe", "Matricule", "Né(e) en", "Téléphone", "J1"]
AWA: list[Cell] = [1, "MAÏGA", "Awa", "F", "44/6386", 1984, "76271468", "P"]
FORCES = Terms(
    first_day=date(2014, 3, 12),
    default="malian-forces",
    tops={"malian-forces": "malian-forces", "malian-army": "malian-forces"},
)
CIVIL = Terms(
    first_day=FORCES.first_day, default="civil-society", tops={"civil-society": "civil-society"}
)


def awa(**changes: Cell) -> list[Cell]:
    """Return the row of somebody, some cells otherwise."""
    columns = ("number", "surname", "given", "sex", "service", "birth", "phone", "mark")
    return [changes.get(name, cell) for name, cell in zip(columns, AWA, strict=True)]


def mapping(slots: tuple[int, ...] = (7,), heading: list[Cell] = HEADING) -> Mapping:
    """Return how rows under the heading are read."""
    header = find_header(make_sheet("", [heading]))
    return Mapping.proposed(header, slots=1).changed({}, slots)
