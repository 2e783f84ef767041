from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from flask import Flask

from lms.lists.cli.report import Report
from lms.lists.outcomes import Decision, Likely, Outcome
from lms.lists.queries import Preview
from lms.lists.reading.mapping import Mapping
from lms.lists.reading.person import ReadRow, Refusal, Terms
from lms.people.kinds import Sex

ROW = ReadRow(
    number=6,
    surname="MAÏGA",
    given_names="Awa",
    sex=Sex.FEMALE,
    category="civil-society",
    marks=(),
    service_number="044/6386",
)
NEW = Outcome(row=ROW, decision=Decision.NEW)
TERMS = Terms(first_day=date(2014, 3, 12), default="civil-society", tops={})


@pytest.fixture(autouse=True)
def english(app: Flask) -> Iterator[None]:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        yield


def preview(*outcomes: Outcome) -> Preview:
    return Preview(
        mapping=Mapping(1, (), ()),
        outcomes=outcomes,
        declared_total=None,
        samples={},
        withheld=[],
        presumed_adults=0,
    )


def lines(report: Report) -> list[str]:
    return report.content().decode().splitlines()[1:]


def test_each_decision_has_its_line() -> None:
    report = Report()
    likely = Likely(person_id=12, likelihood=990, evidence={"surname": "same", "given": "same"})
    known = replace(NEW, row=replace(ROW, number=7), decision=Decision.KNOWN, candidates=(likely,))
    maybe = replace(known, row=replace(ROW, number=8), decision=Decision.MAYBE)
    refused = replace(
        NEW,
        row=replace(ROW, number=9),
        decision=Decision.REFUSED,
        refusal=Refusal.IMPOSSIBLE_BIRTH,
    )
    report.add("a.csv", preview(NEW, known, maybe, refused), TERMS)
    assert lines(report) == [
        "a.csv,6,new-1,new,,nobody like this in the register",
        "a.csv,7,12,same,,somebody known: same name",
        "a.csv,8,new-2,maybe,12,perhaps somebody known: same name",
        "a.csv,9,,rejected,,the birth date does not exist or has not come yet",
    ]


def test_somebody_new_keeps_the_key_in_the_next_file() -> None:
    report = Report()
    report.add("a.csv", preview(NEW), TERMS)
    (met,) = report.met.people.values()
    assert (met.person, met.names, met.seen[0].number) == (-1, ["maiga|aua"], "446386")
    likely = Likely(person_id=-1, likelihood=990, evidence={})
    again = replace(NEW, decision=Decision.KNOWN, candidates=(likely,))
    report.add("b.csv", preview(again), TERMS)
    assert lines(report)[1].startswith("b.csv,6,new-1,same,")
    assert len(met.seen) == 2


def test_no_cell_of_the_report_runs_as_a_formula() -> None:
    report = Report()
    report.add("=1+1.csv", preview(NEW), TERMS)
    assert lines(report)[0].startswith("'=1+1.csv,")
