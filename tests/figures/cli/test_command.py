import csv
import json
from datetime import date
from io import StringIO
from pathlib import Path

import openpyxl
import pytest
from flask import Flask
from pypdf import PdfReader

from lms.accounts.actors import SYSTEM, Role
from lms.extensions import db
from lms.figures import services
from lms.figures.cli import figures
from lms.people import queries, reference
from lms.sessions.outcome import Outcome
from tests.factories.accounts import UserFactory
from tests.factories.figures import RECORDED, FactFactory, HeadcountFactFactory
from tests.factories.sessions import ParticipationFactory

PERIOD = ["--from", "2013-07-01", "--to", "2015-07-31"]
DAY = date(2014, 3, 14)
RELEASED = "Children detained for association with the conflict released"


def fill(app: Flask) -> None:
    """Two partners, one of them in the sub-group too, one sensitized, and heads."""
    with app.app_context():
        reference.load()
        services.declare_from(actor=SYSTEM)
        db.session.commit()
        partners, group = queries.category("partners-un"), queries.category("cp-subgroup")
        fact = FactFactory.create(category=partners, last_day=DAY)
        FactFactory.create(category=partners, last_day=DAY)
        again = ParticipationFactory.create(person=fact.person)
        FactFactory.create(participation=again, category=group, last_day=date(2014, 6, 4))
        FactFactory.create(category=group, last_day=DAY, outcome=Outcome.SENSITIZED)
        HeadcountFactFactory.create(
            category=queries.category("civil-society"), last_day=DAY, count=3000, at_least=True
        )


def run(app: Flask, *arguments: str) -> str:
    answer = app.test_cli_runner().invoke(figures, [*PERIOD, *arguments])
    assert answer.exit_code == 0, answer.output
    return answer.stdout


def test_the_csv_has_a_line_a_top_level_category_and_measure(app: Flask) -> None:
    fill(app)
    assert run(app, "--format", "csv", "--lang", "en").splitlines() == [
        "category,label,measure,count,at_least",
        "partners,Partner organisations,persons_trained,2,no",
        "cp-subgroup,Child Protection sub-group,persons_trained,1,no",
        "overlap,Overlap between categories,persons_trained,-1,no",
        "total,Distinct persons,persons_trained,2,no",
        "cp-subgroup,Child Protection sub-group,persons_sensitized,1,no",
        "total,Distinct persons,persons_sensitized,1,no",
        "partners,Partner organisations,participations,2,no",
        "cp-subgroup,Child Protection sub-group,participations,1,no",
        "total,Total,participations,3,no",
        "partners,Partner organisations,participations_all,2,no",
        "cp-subgroup,Child Protection sub-group,participations_all,2,no",
        "total,Total,participations_all,4,no",
        "civil-society,Civil society,headcount_sensitized,3000,yes",
        "total,Total,headcount_sensitized,3000,yes",
        "total,Total,headcount_trained,0,no",
        f"children-released,{RELEASED},indicator,28,no",
    ]


def test_each_measure_adds_up_to_its_total(app: Flask) -> None:
    fill(app)
    sums: dict[str, int] = {}
    totals: dict[str, int] = {}
    for line in csv.DictReader(StringIO(run(app, "--format", "csv"))):
        kept = totals if line["category"] == "total" else sums
        kept[line["measure"]] = kept.get(line["measure"], 0) + int(line["count"])
    assert sums.pop("indicator") == 28
    assert {measure: sums.get(measure, 0) for measure in totals} == totals


@pytest.mark.parametrize(("locale", "total"), [("fr", "Personnes"), ("en", "Distinct persons")])
def test_the_language_is_that_of_the_terminal(app: Flask, locale: str, total: str) -> None:
    fill(app)
    app.config["COMMAND_LOCALE"] = locale
    assert f"total,{total}" in run(app, "--format", "csv")


def test_a_refusal_is_a_sentence_in_the_language_asked_for(app: Flask) -> None:
    asked = [*PERIOD, "--as", "nobody@example.org", "--lang"]
    french, english = (
        app.test_cli_runner().invoke(figures, [*asked, it]).output for it in ("fr", "en")
    )
    assert "No account that can sign in has this address" in english
    assert "Aucun compte" in french
    assert "NotFound" not in french + english


def test_by_category_goes_to_any_depth(app: Flask) -> None:
    fill(app)
    lines = run(app, "--format", "csv", "--by", "category", "--measure", "persons_trained")
    assert [it.split(",")[0] for it in lines.splitlines()] == [
        "category",
        "partners",
        "partners-un",
        "cp-subgroup",
        "overlap",
        "total",
    ]


def test_by_quarter_whoever_comes_twice_is_an_overlap(app: Flask) -> None:
    fill(app)
    lines = run(
        app, "--format", "csv", "--by", "quarter", "--measure", "persons_trained", "--lang", "en"
    )
    assert lines.splitlines() == [
        "quarter,label,measure,count,at_least",
        "2014-Q1,Q1 2014,persons_trained,2,no",
        "2014-Q2,Q2 2014,persons_trained,1,no",
        "overlap,Overlap between periods,persons_trained,-1,no",
        "total,Distinct persons,persons_trained,2,no",
    ]


def test_as_of_a_day_before_the_first_record_knows_nothing(app: Flask) -> None:
    fill(app)
    before = run(app, "--format", "csv", "--as-of", "2014-03-31", "--measure", "persons_trained")
    assert before.splitlines()[1:] == ["total,Personnes distinctes,persons_trained,0,no"]
    same_day = f"{RECORDED:%Y-%m-%d}"
    after = run(app, "--format", "csv", "--as-of", same_day, "--measure", "persons_trained")
    assert after.splitlines()[-1].endswith(",2,no")


def test_the_table_and_the_json_say_the_same(app: Flask) -> None:
    fill(app)
    table = run(app, "--lang", "fr")
    assert "Personnes formées" in table
    assert "au moins 3\u202f000" in table
    answer = json.loads(run(app, "--format", "json"))
    assert (answer["from"], answer["to"], answer["as_of"]) == ("2013-07-01", "2015-07-31", None)
    heads = [it for it in answer["figures"] if it["measure"] == "headcount_sensitized"]
    assert heads[0] == {
        "category": "civil-society",
        "label": "Société civile",
        "measure": "headcount_sensitized",
        "count": 3000,
        "at_least": True,
    }


def test_a_workbook_goes_into_the_file_named(app: Flask, tmp_path: Path) -> None:
    fill(app)
    output = tmp_path / "totals.xlsx"
    assert run(app, "--format", "xlsx", "-o", str(output)) == ""
    assert "Personnes formées" in openpyxl.load_workbook(output).sheetnames


def test_what_is_released_is_masked_in_every_form(app: Flask, tmp_path: Path) -> None:
    fill(app)
    table = run(app, "--release", "--lang", "en")
    assert "<5" in table
    assert "at least 3,000" in table
    lines = run(app, "--release", "--format", "csv", "--measure", "persons_trained")
    assert lines.splitlines()[-1] == "total,Personnes distinctes,persons_trained,<5,no"
    page = tmp_path / "page.pdf"
    assert run(app, "--release", "--format", "pdf", "-o", str(page)) == ""
    assert "<5" in PdfReader(page).pages[0].extract_text()
    answer = json.loads(run(app, "--release", "--format", "json"))
    assert {it.get("masked") for it in answer["figures"] if it["measure"] == "participations"} == {
        "<5"
    }


def test_odd_days_are_widened_to_whole_months_and_said(app: Flask) -> None:
    fill(app)
    asked = [
        "--from",
        "2014-03-14",
        "--to",
        "2014-03-14",
        "--format",
        "json",
        "--release",
        "--lang",
        "en",
    ]
    answer = app.test_cli_runner().invoke(figures, asked)
    assert json.loads(answer.stdout)["to"] == "2014-03-31"
    assert "Widened to whole months: 1 March 2014 to 31 March 2014." in answer.stderr


def test_a_trainer_prints_what_is_released_and_no_full_numbers(app: Flask) -> None:
    with app.app_context():
        email = UserFactory.create(role=Role.TRAINER, regions=["ML07"]).email
    answer = app.test_cli_runner().invoke(figures, [*PERIOD, "--as", email])
    assert answer.exit_code != 0
    assert not answer.stdout
    run(app, "--as", email, "--release")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--from", "2015-01-01", "--to", "2014-01-01"], "cannot be before --from"),
        ([*PERIOD, "--format", "xlsx"], "needs a file"),
        ([*PERIOD, "--format", "pdf"], "needs a file"),
        (
            [*PERIOD, "--format", "pdf", "-o", "x.pdf"],
            "Nothing was counted from 1 July 2013",
        ),
        ([*PERIOD, "--format", "dhis2"], "--mapping"),
        ([*PERIOD, "--format", "dhis2", "--mapping", "nowhere"], "does not exist"),
        ([*PERIOD, "--hxl"], "--format csv"),
        ([*PERIOD, "--as-of", "yesterday"], "2015-08-03"),
        ([*PERIOD, "--release", "--as-of", "2014-05-01"], "stand in published reports"),
        ([*PERIOD, "--as", "nobody@example.org"], "No account that can sign in has this address"),
        (["--from", "2014-01-01"], "--to"),
    ],
)
def test_a_mistake_is_said_and_shown_in_the_exit_code(
    app: Flask, arguments: list[str], said: str
) -> None:
    answer = app.test_cli_runner().invoke(figures, [*arguments, "--lang", "en"])
    assert answer.exit_code != 0
    assert said in " ".join(answer.output.split())


def test_a_dimension_that_stays_inside_is_refused_for_outside(app: Flask) -> None:
    asked = ["--from", "2014-01-01", "--to", "2014-12-31", "--by", "cercle", "--release"]
    asked += ["--lang", "en"]
    answer = app.test_cli_runner().invoke(figures, asked)
    assert answer.exit_code == 2
    assert "not set out for outside" in answer.output
