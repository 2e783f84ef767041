"""What matching makes of the sample lists, scored against who their people are."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest
from flask import Flask

from lms.extensions import db
from lms.lists.cli import import_list
from lms.people import reference
from tests.lists.given import DATA

Place = tuple[str, int]
"""A file and a row."""
Line = Mapping[str, str]
LISTS = (
    "gao-2014-03-forces.csv",
    "bamako-2013-10-mission-induction.xlsx",
    "mopti-2014-06-partenaires.ods",
    "bamako-2014-11-forces-recyclage.xlsx",
    "bamako-2014-10-mission-refresher.csv",
    "bamako-2014-11-sous-groupe.ods",
    "bamako-2014-11-parlement-enfants.xlsx",
    "nord-2015-sensibilisation.csv",
)
TRUTH = DATA / "attendance-truth.csv"


@dataclass(frozen=True)
class Score:
    """Shares of pairs of rows, and questions in a hundred rows."""

    precision: float
    automatic: float
    proposed: float
    questions: float


def lines(path: Path) -> dict[Place, Line]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {(it["file"], int(it["row"])): it for it in csv.DictReader(file)}


def pairs(person_of: Mapping[Place, str]) -> set[tuple[Place, Place]]:
    """Return each two rows of one person."""
    groups: dict[str, list[Place]] = defaultdict(list)
    for place, person in sorted(person_of.items()):
        groups[person].append(place)
    return {pair for places in groups.values() for pair in combinations(places, 2)}


def together(report: Mapping[Place, Line]) -> dict[Place, str]:
    """Return the person of each row if every proposal were taken."""
    now = {it["person"]: it["person"] for it in report.values()}
    for it in report.values():
        if it["decision"] == "maybe" and it["candidate"]:
            mine, theirs = now[it["person"]], now[it["candidate"]]
            now = {who: theirs if one == mine else one for who, one in now.items()}
    return {place: now[it["person"]] for place, it in report.items()}


def scored(report: Mapping[Place, Line]) -> Score:
    truth = pairs({place: it["person"] for place, it in lines(TRUTH).items()})
    joined = pairs({place: it["person"] for place, it in report.items()})
    questions = sum(it["decision"] == "maybe" for it in report.values())
    return Score(
        precision=len(joined & truth) / len(joined),
        automatic=len(joined & truth) / len(truth),
        proposed=len(pairs(together(report)) & truth) / len(truth),
        questions=100 * questions / len(report),
    )


@pytest.fixture
def report(app: Flask, tmp_path: Path) -> dict[Place, Line]:
    """Return what becomes of each row of all the lists, read into an empty register."""
    with app.app_context():
        reference.load()
        db.session.commit()
    out, files = tmp_path / "report.csv", [str(DATA / it) for it in LISTS]
    answer = app.test_cli_runner().invoke(import_list, [*files, "--report", str(out)])
    assert answer.exit_code == 0, answer.output
    found, true = lines(out), lines(TRUTH)
    assert found.keys() >= true.keys(), "rows missing from the report"
    return {place: found[place] for place in true}


def test_the_sample_lists_are_matched_as_well_as_promised(report: dict[Place, Line]) -> None:
    """Nobody is joined wrongly; nearly all are joined or asked about, in few questions."""
    score = scored(report)
    assert score.precision == 1
    assert score.automatic >= 0.50
    assert score.proposed >= 0.93
    assert score.questions <= 20


def test_taking_every_proposal_unites_whole_persons() -> None:
    report = {
        ("one.csv", 1): {"person": "new-1", "decision": "new", "candidate": ""},
        ("one.csv", 2): {"person": "new-2", "decision": "maybe", "candidate": "new-1"},
        ("two.csv", 1): {"person": "new-2", "decision": "same", "candidate": ""},
    }
    assert set(together(report).values()) == {"new-1"}
