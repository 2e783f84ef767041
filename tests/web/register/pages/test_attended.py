from collections.abc import Iterator

import pytest
from flask import Flask

from lms.people.models import Person
from lms.sessions.kinds import MarkState, ParticipationRole, Status
from lms.sessions.outcome import Outcome
from lms.web.register.pages.attended import AttendedLine, attended_lines
from lms.web.register.queries import records
from tests.factories.certificates import CertificateFactory
from tests.factories.figures import RECORDED, FactFactory
from tests.factories.lists import ImportedListFactory, ImportedRowFactory
from tests.factories.sessions import AttendanceMarkFactory, ParticipationFactory, SlotFactory


@pytest.fixture(autouse=True)
def _english(app: Flask) -> Iterator[None]:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        yield


def lines(*people: Person, protected: bool = False) -> list[AttendedLine]:
    found = records.attendances([it.id for it in people])
    return attended_lines(found, protected=protected)


def test_the_outcome_is_a_sentence_with_the_marks_and_the_rule() -> None:
    participation = ParticipationFactory.create(
        outcome=Outcome.TRAINED, marks_obtained=3, marks_held=3
    )
    assert lines(participation.person)[0].outcome == "Trained: 3 marks of 3, 75% needed."


def test_one_mark_is_one_mark() -> None:
    participation = ParticipationFactory.create(
        outcome=Outcome.SENSITIZED, marks_obtained=1, marks_held=3
    )
    assert lines(participation.person)[0].outcome == "Sensitized: 1 mark of 3, 75% needed."


def test_before_closing_nothing_is_counted() -> None:
    participation = ParticipationFactory.create(training_session__status=Status.OPEN)
    for position, state in enumerate((MarkState.LATE, MarkState.ABSENT), start=1):
        slot = SlotFactory.create(
            training_session=participation.training_session, position=position
        )
        AttendanceMarkFactory.create(participation=participation, slot=slot, state=state)
    line = lines(participation.person)[0]
    assert line.outcome == "The session is not closed: 1 mark of 2 so far, not counted yet."
    assert line.marks == ["Day 1: Late", "Day 2: Absent"]


def test_who_helped_is_not_counted() -> None:
    participation = ParticipationFactory.create(role=ParticipationRole.INTERPRETER)
    assert lines(participation.person)[0].outcome == (
        "Interpreter: helped to give the session and is not counted."
    )


def test_facts_say_since_when_and_until_when_they_hold() -> None:
    gone = FactFactory.create(retracted_at=RECORDED, participation__category__label_en="Police")
    FactFactory.create(participation=gone.participation, category=gone.category)
    found = lines(gone.person)[0].facts
    assert [(it.words, it.live) for it in found] == [
        ("In the totals from 1 April 2014 to 1 April 2014: Trained, Police.", False),
        ("In the totals since 1 April 2014: Trained, Police.", True),
    ]


def test_certificates_and_rows_lead_to_their_pages() -> None:
    certificate = CertificateFactory.create()
    imported_list = ImportedListFactory.create(filename="gao.csv", state="applied")
    ImportedRowFactory.create(
        imported_list=imported_list,
        participation_id=certificate.participation_id,
        number=23,
    )
    line = lines(certificate.participation.person)[0]
    assert [it.href for it in line.certificates] == [f"/certificates/{certificate.id}"]
    assert [(it.label, it.href) for it in line.sources] == [
        ("Row 23 of gao.csv", f"/lists/{imported_list.id}")
    ]


def test_marks_on_two_records_in_one_session_are_said_to_be_united() -> None:
    one = ParticipationFactory.create()
    other = ParticipationFactory.create(training_session=one.training_session)
    united = lines(one.person, other.person)
    assert [bool(it.united) for it in united] == [True, True]
    assert not lines(one.person)[0].united


def test_of_protected_people_rank_and_unit_are_left_out() -> None:
    participation = ParticipationFactory.create(rank="Élève", unit="École-exemple")
    assert "Élève" in lines(participation.person)[0].then
    assert "École" not in lines(participation.person, protected=True)[0].then


def test_why_it_counts_is_said_of_what_counts_alone() -> None:
    fact = FactFactory.create(participation__category__label_en="Police")
    away = ParticipationFactory.create(person=fact.person, outcome=Outcome.NONE)
    whys = {it.href: it.why for it in lines(fact.person)}
    assert whys[f"/sessions/{fact.training_session_id}/people"].startswith(
        "Counts among the persons trained in 2014, Police: "
    )
    assert whys[f"/sessions/{away.training_session_id}/people"] == ""
