import csv
import json
from collections import defaultdict
from io import StringIO
from pathlib import Path

import openpyxl
import pytest
from flask import Flask
from jsonschema import Draft202012Validator

from lms.accounts.actors import Role
from lms.figures.cli import figures
from lms.figures.counting.dimensions import Dimension
from tests.factories.accounts import UserFactory
from tests.figures.cli.test_command import PERIOD, fill, run
from tests.house import ROOT

CROSSED = ["--by", "category,quarter"]
SCHEMA = Path(ROOT, "lms/figures/exports/data/figures.schema.json")


def test_two_dimensions_give_a_line_a_row_and_column(app: Flask) -> None:
    fill(app)
    lines = run(
        app, *CROSSED, "--format", "csv", "--measure", "persons_trained", "--lang", "en"
    ).splitlines()
    assert lines == [
        "category,quarter,label,measure,count,at_least",
        "partners,2014-Q1,Partner organisations · Q1 2014,persons_trained,2,no",
        "partners,total,Partner organisations · Total,persons_trained,2,no",
        "partners-un,2014-Q1,United Nations agencies · Q1 2014,persons_trained,2,no",
        "partners-un,total,United Nations agencies · Total,persons_trained,2,no",
        "cp-subgroup,2014-Q2,Child Protection sub-group · Q2 2014,persons_trained,1,no",
        "cp-subgroup,total,Child Protection sub-group · Total,persons_trained,1,no",
        "overlap,overlap,Overlap between categories · Overlap,persons_trained,-1,no",
        "overlap,total,Overlap between categories · Total,persons_trained,-1,no",
        "total,2014-Q1,Distinct persons · Q1 2014,persons_trained,2,no",
        "total,2014-Q2,Distinct persons · Q2 2014,persons_trained,1,no",
        "total,overlap,Distinct persons · Overlap,persons_trained,-1,no",
        "total,total,Distinct persons · Total,persons_trained,2,no",
    ]


@pytest.mark.parametrize("other", [it for it in Dimension if it is not Dimension.CATEGORY])
def test_each_row_adds_up_to_its_total_whatever_the_columns(app: Flask, other: Dimension) -> None:
    fill(app)
    sums: dict[tuple[str, str], int] = defaultdict(int)
    totals = {}
    lines = run(app, "--by", f"category,{other}", "--format", "csv")
    for line in csv.DictReader(StringIO(lines)):
        key, count = (line["measure"], line["category"]), int(line["count"])
        if line[other] == "total":
            totals[key] = count
        else:
            sums[key] += count
    assert totals
    assert {key: sums[key] for key in totals} == totals


def test_the_json_of_two_dimensions_names_both_and_fits_its_schema(app: Flask) -> None:
    fill(app)
    answer = json.loads(run(app, *CROSSED, "--format", "json"))
    Draft202012Validator(json.loads(SCHEMA.read_text())).validate(answer)
    assert answer["figures"][0] == {
        "category": "partners",
        "quarter": "2014-Q1",
        "label": "Organisations partenaires · T1 2014",
        "measure": "persons_trained",
        "count": 2,
        "at_least": False,
    }


def test_any_one_dimension_fits_the_schema_too(app: Flask) -> None:
    fill(app)
    schema = Draft202012Validator(json.loads(SCHEMA.read_text()))
    for it in Dimension:
        schema.validate(json.loads(run(app, "--by", it, "--format", "json")))


def test_the_table_has_a_column_a_period_and_says_what_is_open(app: Flask) -> None:
    fill(app)
    table = run(app, *CROSSED, "--lang", "en")
    first, head, *_rows = table.splitlines()
    assert first == "Persons trained: category and quarter"
    assert head.split() == ["Category", "Q1", "2014", "Q2", "2014", "Overlap", "Total", "Remark"]
    distinct = next(it for it in table.splitlines() if "Distinct persons" in it)
    assert distinct.split()[2:] == ["2", "1", "−1", "2"]
    assert "3,000  at least" in table


def test_a_workbook_of_two_dimensions_has_a_sheet_a_measure(app: Flask, tmp_path: Path) -> None:
    fill(app)
    output = tmp_path / "crossed.xlsx"
    assert run(app, *CROSSED, "--format", "xlsx", "-o", str(output), "--lang", "en") == ""
    book = openpyxl.load_workbook(output)
    assert book.sheetnames[0] == "Persons trained"
    assert book.sheetnames[-1] == "Notes"
    header, *_rows, last = book["Persons trained"].iter_rows(values_only=True)
    assert header[:3] == ("Category", "Q1 2014", "Q2 2014")
    assert last[1:5] == (2, 1, -1, 2)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--release"], "stays in the unit"),
        (["--format", "pdf", "-o", "x.pdf"], "no room for two dimensions"),
        (["--format", "dhis2", "--mapping", __file__], "no room for two dimensions"),
        (["--format", "csv", "--hxl"], "without --by"),
        (["--measure", "indicator"], "no dimensions"),
    ],
)
def test_what_cannot_have_two_dimensions_says_so(
    app: Flask, arguments: list[str], said: str
) -> None:
    asked = [*PERIOD, *CROSSED, *arguments, "--lang", "en"]
    answer = app.test_cli_runner().invoke(figures, asked)
    assert answer.exit_code == 2
    assert said in " ".join(answer.output.split())


def test_a_trainer_is_given_no_table_of_two_dimensions(app: Flask) -> None:
    with app.app_context():
        email = UserFactory.create(role=Role.TRAINER, regions=["ML07"]).email
    answer = app.test_cli_runner().invoke(figures, [*PERIOD, *CROSSED, "--as", email])
    assert answer.exit_code == 1
    assert not answer.stdout


def test_a_data_value_set_minds_no_rows_asked_for(app: Flask, tmp_path: Path) -> None:
    fill(app)
    tagged = run(app, "--format", "csv", "--hxl").splitlines()
    assert tagged[1].startswith("#beneficiary+type+code,#beneficiary+type,#x_measure,")
    uid, mapping = "a1234567890", tmp_path / "mapping.csv"
    mapping.write_text(
        "dataSet,orgUnit,measure,row,dataElement\n"
        f"{uid},{uid},headcount_sensitized,civil-society,{uid}\n"
        f"{uid},{uid},persons_trained,partners,b1234567890\n"
    )
    year = ["--from", "2013-07-01", "--to", "2014-06-30", "--by", "cercle"]
    asked = [*year, "--format", "dhis2", "--mapping", str(mapping)]
    answer = json.loads(app.test_cli_runner().invoke(figures, asked).stdout)
    assert answer["period"] == "2013July"
    assert [it["value"] for it in answer["dataValues"]] == ["3000"]
    wrong = app.test_cli_runner().invoke(figures, [*PERIOD, *asked[6:], "--lang", "en"])
    assert "DHIS2 takes a month, a quarter" in wrong.output
