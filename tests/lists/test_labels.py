from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings, strategies as st

from lms.errors import LmsError, NotFound
from lms.lib.sheets.sheet import Reason, UnreadableSheet
from lms.lists import labels
from lms.lists.errors import AlreadyRecorded, NothingToRecord, TotalsDiffer
from lms.lists.models import ListState
from lms.lists.outcomes import Decision, Likely, Outcome, Remark
from lms.lists.queries import Preview
from lms.lists.reading.header import Missing, NotAList
from lms.lists.reading.headings import Meaning
from lms.lists.reading.mapping import Mapping
from lms.lists.reading.person import Doubt, ReadRow, Refusal
from lms.people.kinds import DoubtKind, Sex
from lms.sessions.errors import SessionOver
from lms.sessions.kinds import Status

DAY = datetime(2014, 4, 1, tzinfo=UTC)
ROW = ReadRow(
    number=6,
    surname="MAÏGA",
    given_names="Awa",
    sex=Sex.FEMALE,
    category="civil-society",
    marks=(),
    service_number="44/6386",
)
NEW = Outcome(row=ROW, decision=Decision.NEW)
EVIDENCE = {"surname": "same", "given": "same", "phone": "same", "sex": "same"}
LIKELY = Likely(person_id=7, likelihood=990, evidence=EVIDENCE)
ERRORS: list[LmsError] = [
    *(UnreadableSheet(it) for it in Reason),
    *(NotAList(it) for it in Missing),
    AlreadyRecorded(7, DAY),
    TotalsDiffer(46, 45),
    NothingToRecord("imported_list:7"),
    SessionOver(Status.CLOSED),
]


@pytest.fixture(params=["fr", "en"])
def locale(request: pytest.FixtureRequest, app: Flask) -> Iterator[str]:
    code = str(request.param)
    with app.test_request_context(headers={"Accept-Language": code}):
        yield code


def preview(**changes: object) -> Preview:
    usual = Preview(
        mapping=Mapping(1, (), ()),
        outcomes=[NEW],
        declared_total=None,
        samples={},
        withheld=[],
        presumed_adults=0,
    )
    return replace(usual, **changes)  # type: ignore[arg-type]  # as each test says


def test_everything_that_is_shown_has_a_word() -> None:
    assert labels.UNREADABLE.keys() == set(Reason)
    assert labels.MISSING.keys() == set(Missing)
    assert labels.DECISIONS.keys() == set(Decision)
    assert labels.REFUSALS.keys() == set(Refusal)
    assert labels.DOUBTS.keys() == set(Doubt)
    assert labels.REMARKS.keys() == set(Remark)
    assert labels.STATES.keys() == set(ListState)
    assert labels.MEANINGS.keys() == set(Meaning)


@pytest.mark.parametrize("error", ERRORS, ids=lambda it: f"{type(it).__name__} {it}")
def test_each_refusal_is_a_sentence(locale: str, error: LmsError) -> None:
    del locale
    assert labels.error(error).endswith(".")


def test_a_list_that_is_none_is_told_in_the_reader_s_language(locale: str) -> None:
    said = labels.error(UnreadableSheet(Reason.IMAGE))
    assert said.startswith("C’est une image" if locale == "fr" else "This is a picture")


def test_the_day_of_the_first_recording_is_told(locale: str) -> None:
    said = labels.error(AlreadyRecorded(7, DAY))
    assert ("1er avril 2014" if locale == "fr" else "1 April 2014") in said


@pytest.mark.usefixtures("database")
def test_what_is_no_refusal_of_a_list_is_raised_on() -> None:
    with pytest.raises(NotFound):
        labels.error(NotFound("imported_list:7"))


def test_a_total_that_agrees_needs_no_word(locale: str) -> None:
    del locale
    assert labels.difference(preview()) == ""
    assert labels.difference(preview(declared_total=1)) == ""
    said = labels.difference(preview(declared_total=46))
    assert "46" in said
    assert "1" in said


@pytest.fixture
def english(app: Flask) -> Iterator[None]:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        yield


@pytest.mark.usefixtures("english")
def test_what_holds_of_the_whole_list_is_said_once() -> None:
    assert labels.notes(preview()) == []
    assert labels.notes(preview(withheld=[3], presumed_adults=2)) == [
        "Row 3 not recorded: check the age outside this system.",
        "2 people of no known age will be counted as adults.",
    ]


@pytest.mark.usefixtures("english")
def test_rows_that_follow_each_other_are_named_by_the_first_and_the_last() -> None:
    said = labels.withheld([3, 4, 5, 9, 11, 12])
    assert said == "Rows 3–5, 9, 11–12 not recorded: check the age outside this system."


@pytest.mark.usefixtures("english")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.integers(2, 60), min_size=1))
def test_no_row_is_lost_in_naming_them_briefly(numbers: set[int]) -> None:
    spans = labels.withheld(sorted(numbers)).removeprefix("Rows ").removeprefix("Row ")
    named: set[int] = set()
    for span in spans.split(" not ")[0].split(", "):
        first, _, last = span.partition("–")
        named |= set(range(int(first), int(last or first) + 1))
    assert named == numbers


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (NEW, "nobody like this in the register"),
        (
            replace(NEW, decision=Decision.KNOWN, candidates=(LIKELY,)),
            "somebody known: same name, same phone",
        ),
        (
            replace(
                NEW,
                decision=Decision.KNOWN,
                candidates=(LIKELY,),
                remarks=(Remark.ENROLLED,),
            ),
            "somebody known: same name, same phone, already in this session",
        ),
        (
            replace(NEW, decision=Decision.MAYBE, candidates=(LIKELY,)),
            "perhaps somebody known: same name, same phone",
        ),
        (
            replace(NEW, decision=Decision.MAYBE, candidates=(LIKELY,), doubt=DoubtKind.SEVERAL),
            "perhaps one of several known: same name, same phone",
        ),
        (
            replace(NEW, remarks=(Remark.NUMBER_OF_ANOTHER,)),
            (
                "nobody like this in the register,"
                " this service number belongs to somebody of another name"
            ),
        ),
        (
            replace(NEW, row=replace(ROW, doubts=(Doubt.SEX,))),
            "nobody like this in the register, sex not understood, kept as not specified",
        ),
        (
            replace(NEW, decision=Decision.REFUSED, refusal=Refusal.FORMULA),
            "the name begins like a formula",
        ),
    ],
)
def test_the_reason_of_each_outcome_is_said(outcome: Outcome, said: str) -> None:
    assert labels.why(outcome) == said
