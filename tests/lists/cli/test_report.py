from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask

from lms.lists.cli.report import Report
from lms.lists.outcomes import Decision, Outcome
from lms.lists.queries import Preview
from lms.lists.reading.mapping import Mapping
from lms.lists.reading.person import ReadRow, Refusal
from lms.people.kinds import Sex
from lms.sessions.kinds import ParticipationRole

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
    known = replace(NEW, row=replace(ROW, number=7), decision=Decision.KNOWN, person_id=12)
    refused = replace(
        NEW,
        row=replace(ROW, number=8),
        decision=Decision.REFUSED,
        refusal=Refusal.IMPOSSIBLE_BIRTH,
    )
    report.add("a.csv", preview(NEW, known, refused))
    assert lines(report) == [
        "a.csv,6,new-1,new,,service number not in the register",
        "a.csv,7,12,same,,identical service number 044/6386",
        "a.csv,8,,rejected,,the birth date does not exist or has not come yet",
    ]


def test_somebody_new_is_met_again_by_number_in_the_next_file() -> None:
    report = Report(role=ParticipationRole.PARTICIPANT)
    report.add("a.csv", preview(NEW))
    (met,) = report.newcomers["446386"]
    assert (met.surname, met.given_names, met.role) == (
        "MAÏGA",
        "Awa",
        ParticipationRole.PARTICIPANT,
    )
    again = replace(NEW, decision=Decision.KNOWN, person_id=met.person_id)
    report.add("b.csv", preview(again))
    assert lines(report)[1].startswith("b.csv,6,new-1,same,")


def test_who_has_no_number_is_met_by_nobody() -> None:
    report = Report()
    for name in ("a.csv", "b.csv"):
        report.add(name, preview(replace(NEW, row=replace(ROW, service_number=None))))
    assert report.newcomers == {}
    assert [it.split(",")[2] for it in lines(report)] == ["new-1", "new-2"]


def test_no_cell_of_the_report_runs_as_a_formula() -> None:
    report = Report()
    report.add("=1+1.csv", preview(NEW))
    assert lines(report)[0].startswith("'=1+1.csv,")
