"""The published figures of the sample mission, equal in every file that leaves it."""

import csv
import json
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

import pytest
from flask import Flask
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from lms.figures.cli import figures
from lms.figures.services.declaring import PUBLISHED

PERIOD = ["--from", "2013-07-01", "--to", "2015-07-31", "--lang", "en"]
MEASURES = {
    "trained": "persons_trained",
    "sensitized": "headcount_sensitized",
    "indicator": "indicator",
}
LABELS = {
    "mission": "Mission personnel",
    "partners": "Partner organisations",
    "childrens-parliament": "Children’s Parliament",
    "cp-subgroup": "Child Protection sub-group",
    "malian-forces": "Malian armed and security forces",
    "civil-society": "Civil society",
}
Figures = Mapping[tuple[str, str], int]


def published() -> Figures:
    """Return category, measure and count of the seed page, as its file has them."""
    rows = csv.DictReader(StringIO(PUBLISHED.read_text("utf-8")))
    return {(it["category"], MEASURES[it["kind"]]): int(it["count"]) for it in rows}


@pytest.fixture(params=["--release", ""])
def options(request: pytest.FixtureRequest) -> list[str]:
    """For outside and for inside."""
    return [*PERIOD, *([request.param] if request.param else [])]


def made(app: Flask, arguments: list[str], output: Path) -> Path:
    answer = app.test_cli_runner().invoke(figures, [*arguments, "-o", str(output)])
    assert answer.exit_code == 0, answer.output
    return output


def test_csv_has_them(sample_mission: Flask, options: list[str], tmp_path: Path) -> None:
    file = made(sample_mission, [*options, "--format", "csv"], tmp_path / "it.csv")
    rows = csv.DictReader(StringIO(file.read_text("utf-8")))
    found = {(it["category"], it["measure"]): it["count"] for it in rows}
    assert {it: int(found[it]) for it in published()} == published()


def test_hxl_has_them(sample_mission: Flask, options: list[str], tmp_path: Path) -> None:
    file = made(sample_mission, [*options, "--format", "csv", "--hxl"], tmp_path / "it.csv")
    _header, *lines = file.read_text("utf-8").splitlines()
    found = {
        (it["#beneficiary+type+code"], it["#x_measure"]): it["#reached"]
        for it in csv.DictReader(lines)
    }
    assert {it: int(found[it]) for it in published()} == published()


def test_json_has_them(sample_mission: Flask, options: list[str], tmp_path: Path) -> None:
    file = made(sample_mission, [*options, "--format", "json"], tmp_path / "it.json")
    document = json.loads(file.read_text("utf-8"))
    found = {(it["category"], it["measure"]): it["count"] for it in document["figures"]}
    assert {it: found[it] for it in published()} == published()
    assert sum(it["count"] for it in document["published"]) == 8249


def test_the_workbook_has_them(sample_mission: Flask, options: list[str], tmp_path: Path) -> None:
    file = made(sample_mission, [*options, "--format", "xlsx"], tmp_path / "it.xlsx")
    book = CalamineWorkbook.from_path(file)
    trained = {it[0]: it[7] for it in book.get_sheet_by_name("Persons trained").to_python()}
    heads = {it[0]: it[7:9] for it in book.get_sheet_by_name("Headcount sensitized").to_python()}
    for (category, measure), count in published().items():
        if measure == "persons_trained":
            assert trained[LABELS[category]] == count
    assert heads["Civil society"] == [3000, "at least"]
    assert book.get_sheet_by_name("Indicators").to_python()[1][1] == 28


def test_the_page_has_them(sample_mission: Flask, options: list[str], tmp_path: Path) -> None:
    file = made(sample_mission, [*options, "--format", "pdf"], tmp_path / "it.pdf")
    english, french = (it.extract_text().replace("\u00a0", " ") for it in PdfReader(file).pages)
    for number in ("3,191", "358", "1,637", "28", "35", "≥ 3,000"):
        assert number in english
    assert "3\u202f191" in french
    assert "Children detained for association with the conflict released" in english
