import json
from io import BytesIO

import openpyxl
import pytest
from flask import Flask

from lms.accounts.actors import Role
from tests.conftest import Browse
from tests.factories.figures import (
    FactFactory,
)
from tests.figures.given import DAY, MARCH, record


def total_of(text: str) -> str:
    [line] = [it for it in text.splitlines() if it.startswith("total,Distinct persons,persons_tr")]
    return line.split(",")[9]


def test_a_trainer_sees_totals_of_their_regions_without_links(app: Flask, browse: Browse) -> None:
    with app.app_context():
        here = FactFactory.create(last_day=DAY)
        FactFactory.create(last_day=DAY)
        code = here.place.code
    client = browse(role=Role.TRAINER, regions=(code,))
    page = client.get(f"/figures/?{MARCH}")
    assert page.status_code == 200
    assert "1 person was trained." in page.text
    assert "/figures/facts" not in page.text
    assert "totals.xlsx" not in page.text


@pytest.mark.parametrize(
    "path", ["facts", "totals.csv", "totals.xlsx", "totals.json", "totals.pdf"]
)
def test_a_trainer_reads_no_names_and_takes_no_files(browse: Browse, path: str) -> None:
    assert browse(role=Role.TRAINER, regions=("ML07",)).get(f"/figures/{path}").status_code == 403


def test_the_workbook_says_how_it_was_made(app: Flask, browse: Browse) -> None:
    record(app, 2)
    answer = browse(role=Role.UNIT_HEAD).get(f"/figures/totals.xlsx?{MARCH}&audience=inside")
    workbook = openpyxl.load_workbook(BytesIO(answer.data))
    sheet = workbook["Persons trained"]
    total = [row for row in sheet.iter_rows(values_only=True) if row[0] == "Distinct persons"]
    assert total[0][7] == 2
    notes = " ".join(str(row[0]) for row in workbook["Notes"].iter_rows(values_only=True))
    assert "From 1 March 2014 to 31 March 2014" in notes
    assert "Counting rules no. 1" in notes


def test_for_outside_is_the_default_and_masks(app: Flask, browse: Browse) -> None:
    record(app, 2)
    client = browse(role=Role.UNIT_HEAD)
    for asked in ("", "&audience=", "&audience=everyone"):
        answer = client.get(f"/figures/totals.csv?{MARCH}{asked}")
        assert total_of(answer.text) in {"<5", "s"}
        assert "# For outside the unit" in answer.text
        assert "inside" not in answer.headers["Content-Disposition"]
    inside = client.get(f"/figures/totals.csv?{MARCH}&audience=inside")
    assert total_of(inside.text) == "2"
    assert "-inside.csv" in inside.headers["Content-Disposition"]


def test_the_page_and_the_document_are_there_to_take_along(app: Flask, browse: Browse) -> None:
    record(app, 2)
    client = browse(role=Role.UNIT_HEAD)
    assert client.get(f"/figures/totals.pdf?{MARCH}").data.startswith(b"%PDF")
    document = json.loads(client.get(f"/figures/totals.json?{MARCH}").data)
    assert document["audience"] == "outside"
    tagged = client.get(f"/figures/totals.csv?{MARCH}&for=hxl")
    assert tagged.text.splitlines()[1].startswith("#beneficiary+type+code,")


def test_the_csv_adds_up_line_by_line(app: Flask, browse: Browse) -> None:
    record(app, 2)
    answer = browse(role=Role.UNIT_HEAD).get(f"/figures/totals.csv?{MARCH}")
    assert answer.mimetype == "text/csv"
    lines = answer.text.splitlines()
    assert lines[0].startswith("category,label,measure,men,women,")
    assert any(it.startswith("total,Distinct persons,persons_trained,") for it in lines)
    assert "# Counting rules no. 1." in lines


BACKWARDS = "from=2014-03-31&to=2014-03-01"
ONCE = "This is asked more than once. Choose one."


@pytest.mark.parametrize(
    "path", ["totals.csv", "totals.json", "totals.xlsx", "totals.pdf", "facts", "", "pivot"]
)
@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (BACKWARDS, "The period ends before it begins."),
        (f"{BACKWARDS}&audience=inside", "The period ends before it begins."),
        ("from=2014-03-32&to=2014-03-31", "Not a valid date value."),
        (f"{MARCH}&as-of=yesterday", "Not a valid date value."),
        (f"{MARCH}&region=ZZZ&audience=inside", "Not a valid choice."),
        (f"{MARCH}&measure=shoes", "Not a valid choice."),
        (f"{MARCH}{'&region=ML01' * 10_000}", ONCE),
        (f"{MARCH}&from=", ONCE),
    ],
    ids=lambda it: str(it)[:40],
)
def test_what_cannot_be_read_is_answered_with_the_sentence_and_no_file(
    app: Flask, browse: Browse, path: str, asked: str, sentence: str
) -> None:
    (surname,) = record(app)
    answer = browse(role=Role.UNIT_HEAD).get(f"/figures/{path}?{asked}")
    assert (answer.status_code, answer.mimetype) == (422, "text/html")
    assert sentence in answer.text
    assert "Content-Disposition" not in answer.headers
    assert surname not in answer.text


def test_what_is_put_right_is_asked_of_the_totals(browse: Browse) -> None:
    answer = browse(role=Role.UNIT_HEAD).get(f"/figures/totals.xlsx?{BACKWARDS}")
    assert 'action="/figures/"' in answer.text
    assert 'value="2014-03-31"' in answer.text


@pytest.mark.parametrize("form", ["csv", "json", "xlsx", "pdf"])
def test_as_known_on_a_past_day_files_are_for_inside_alone(
    app: Flask, browse: Browse, form: str
) -> None:
    record(app)
    client, path = browse(role=Role.UNIT_HEAD), f"/figures/totals.{form}?{MARCH}&as-of=2014-05-01"
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (422, "text/html")
    assert "For outside, figures as known on a day stand in published reports." in answer.text
    assert 'value="2014-05-01"' in answer.text
    inside = client.get(f"{path}&audience=inside")
    assert "-inside" in inside.headers["Content-Disposition"]


def test_no_file_for_outside_is_offered_that_could_not_be_had(browse: Browse) -> None:
    client = browse(role=Role.UNIT_HEAD)
    assert "For outside: small numbers masked" in client.get(f"/figures/?{MARCH}").text
    past = client.get(f"/figures/?{MARCH}&as-of=2014-05-01").text
    assert "For outside: small numbers masked" not in past
    assert "full numbers" in past
