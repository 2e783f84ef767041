"""How long a list of 20,000 rows takes to be read, and how much memory it needs at most."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter
from zipfile import ZIP_DEFLATED, ZipFile

from lms.lib.sheets.reading import read_sheet
from lms.lib.sheets.sheet import UnreadableSheet
from lms.lib.sheets.writing import Table, write_xlsx
from lms.lists.reading.header import find_header
from lms.lists.reading.mapping import Mapping
from lms.lists.reading.person import Terms
from lms.lists.reading.rows import read_rows

ROWS = 20_000
HEADER = ["N°", "Nom et prénom", "Grade", "Matricule", "Sexe", "Téléphone", "Né(e) le", "J1", "J2"]
SURNAMES, GIVEN_NAMES = ("Traoré", "Diarra", "Exemple"), ("Awa", "Moussa", "Fictif", "Oumar")
RANKS, PHONES = ("Sgt", "Adj", "Cne"), ("76 27 14 {:02}", "00223762714{:02}", "762714{:02}")
TERMS = Terms(
    first_day=date(2014, 3, 12), default="malian-forces", tops={"malian-forces": "malian-forces"}
)
MEGABYTE = 2**20


def figures() -> Iterator[str]:
    """Yield one line a figure; each file is read by a program of its own."""
    with TemporaryDirectory() as folder:
        for name, content in (("csv", _csv()), ("xlsx", _xlsx()), ("zipped zeros", _zeros())):
            path = Path(folder) / "list"
            path.write_bytes(content)
            words = [sys.executable, "-m", "bench.reading", str(path)]
            told = subprocess.run(words, check=True, capture_output=True, text=True).stdout
            yield f"{name} of {len(content) / MEGABYTE:.1f} MB: {told.strip()}"


def _row(number: int) -> list[str]:
    surname, given = SURNAMES[number % 3], GIVEN_NAMES[number % 4]
    return [
        *(str(number + 1), f"{RANKS[number % 3]} {surname} {given}", RANKS[number % 3]),
        *(f"{number % 90 + 10}/{number:05}", "FM"[number % 2]),
        PHONES[number % 3].format(number % 100),
        f"{number % 28 + 1:02}/03/{1960 + number % 30}",
        *("P", "présent" if number % 7 else "A"),
    ]


def _csv() -> bytes:
    return "\n".join(";".join(it) for it in (HEADER, *map(_row, range(ROWS)))).encode("cp1252")


def _xlsx() -> bytes:
    return write_xlsx([Table(title="1", header=HEADER, rows=list(map(_row, range(ROWS))))])


def _zeros() -> bytes:
    """Return a workbook whose sheet would unpack to 1 GB of zeros."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as member:
            for _ in range(1024):
                member.write(bytes(MEGABYTE))
    return content.getvalue()


def _read(path: Path) -> str:
    """Return what came of reading a file, how long it took and how much memory at most."""
    content = path.read_bytes()
    start = perf_counter()
    try:
        sheet = read_sheet(content)
        found = read_rows(sheet, Mapping.proposed(find_header(sheet), slots=2), TERMS)
        result = f"{len(found.rows):,} rows read"
    except UnreadableSheet as error:
        result = f"refused as {error.reason.value}"
    took = perf_counter() - start
    return f"{result} in {took:.2f} s, {getrusage(RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most"


if __name__ == "__main__":
    print(_read(Path(sys.argv[1])))
