"""Every export of the sample mission as a program that is not ours opens it."""

import csv
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from flask_babel import force_locale
from jsonschema import Draft202012Validator

from lms.accounts.actors import SYSTEM
from lms.figures import exports
from lms.figures.cli import figures
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Scope
from lms.figures.release import gate
from lms.figures.release.cells import Audience
from lms.i18n import LOCALES
from lms.lib.sheets.cells import Cell
from lms.lib.sheets.writing import Table
from tests.house import ROOT
from tests.paper import printed_text, run_program

WINDOW = Window(date(2013, 7, 1), date(2015, 7, 31))
PERIOD = ["--from", "2013-07-01", "--to", "2015-07-31"]
FOR = {Audience.OUTSIDE: ["--release"], Audience.INSIDE: []}
# Commas, quotes, UTF-8, numbers as they are and not as they are shown, a file a sheet.
EACH_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
SCHEMA = ROOT / "lms" / "figures" / "exports" / "data" / "figures.schema.json"
every_audience = pytest.mark.parametrize("audience", Audience)


def made(app: Flask, audience: Audience, form: str, output: Path, *more: str) -> Path:
    words = [*PERIOD, *FOR[audience], "--format", form, "-o", str(output), *more]
    answer = app.test_cli_runner().invoke(figures, words)
    assert answer.exit_code == 0, answer.output
    return output


def opened(book: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield each sheet of a workbook, by its name, as LibreOffice reads it."""
    folder = book.parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words: list[str | Path] = ["--headless", "--convert-to", EACH_SHEET, "--outdir", folder, book]
    run_program("soffice", profile, *words)
    for file in folder.glob(f"{book.stem}-*.csv"):
        with file.open(encoding="utf-8", newline="") as lines:
            yield file.stem.removeprefix(f"{book.stem}-"), [*csv.reader(lines)]


def written(cell: Cell) -> str:
    """Return a cell as plain text; a day is left to whoever reads it."""
    return "" if cell is None else str(cell)


def same_numbers(book: Path, tables: Sequence[Table]) -> int:
    """Return how many numbers of the sheets LibreOffice reads as they were, once all are."""
    found = dict(opened(book))
    assert len(found) == len(tables) + 1, "each sheet, and the notes"
    numbers = 0
    for table in tables:
        sheet = found[table.name or table.title]
        for row, line in zip([table.header, *table.rows], sheet, strict=False):
            for expected, read in zip(row, line, strict=False):
                if not isinstance(expected, date):
                    assert read == written(expected), (table.name, row)
                numbers += isinstance(expected, int)
        assert len(sheet) >= len(table.rows) + 1
    return numbers


@pytest.mark.parametrize("locale", LOCALES)
@every_audience
def test_libreoffice_loses_no_number_of_the_workbook(
    sample_mission: Flask, audience: Audience, locale: str, tmp_path: Path
) -> None:
    book = made(sample_mission, audience, "xlsx", tmp_path / "it.xlsx", "--lang", locale)
    with sample_mission.app_context(), force_locale(locale):
        release = gate.release(scope=Scope(window=WINDOW), audience=audience, actor=SYSTEM)
        tables = exports.tables(release)
    assert same_numbers(book, tables) > 500


@every_audience
def test_hxlvalidate_finds_no_fault(
    sample_mission: Flask, audience: Audience, tmp_path: Path
) -> None:
    file = made(sample_mission, audience, "csv", tmp_path / "it.csv", "--hxl")
    program = str(Path(sys.executable).with_name("hxlvalidate"))
    with file.open() as lines:
        done = subprocess.run([program], stdin=lines, capture_output=True, check=False, text=True)  # noqa: S603 - our own words
    assert "0 error(s), 0 warnings, 0 suggestions" in done.stdout


@every_audience
def test_the_document_fits_the_published_schema(
    sample_mission: Flask, audience: Audience, tmp_path: Path
) -> None:
    document = json.loads(made(sample_mission, audience, "json", tmp_path / "it.json").read_text())
    Draft202012Validator(json.loads(SCHEMA.read_text())).validate(document)
    assert document["audience"] == audience


@every_audience
def test_the_page_reads_the_same_in_both_languages(
    sample_mission: Flask, audience: Audience, tmp_path: Path
) -> None:
    pages = printed_text(made(sample_mission, audience, "pdf", tmp_path / "it.pdf"))
    french, english, _end = pages.split("\f")
    for number in ("358", "1,637", "3,191", "3,000"):
        assert number in english
        assert number.replace(",", " ") in " ".join(french.split())
    assert "Persons trained" in english
    assert "Personnes formées" in french
