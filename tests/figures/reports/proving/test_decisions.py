from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from lms.accounts.actors import SYSTEM
from lms.extensions import db
from lms.figures.release.cells import Audience
from lms.figures.reports.copies import Copy
from lms.figures.reports.models import Report
from lms.figures.reports.proving import decisions
from lms.figures.reports.proving.decisions import Decision, DecisionKind
from lms.people import services as people
from lms.people.kinds import Verdict
from lms.people.models import Person, Suggestion
from lms.people.queries import identity
from lms.sessions import services as sessions
from tests.factories.lists import ImportedListFactory, ImportedRowFactory
from tests.factories.people import (
    CategoryFactory,
    DistinctionFactory,
    PersonFactory,
    SuggestionFactory,
)
from tests.factories.sessions import SlotFactory, TrainingSessionFactory
from tests.figures.given import LATER, NOW, session_with
from tests.figures.reports.given import prepared, published

pytestmark = pytest.mark.usefixtures("database")
BEFORE = NOW - timedelta(days=1)


def kinds(found: list[Decision]) -> list[DecisionKind]:
    return [it.kind for it in found]


def test_a_merge_and_its_undoing_are_two_lines_and_the_earlier_report_has_none() -> None:
    one, other = PersonFactory.create(), PersonFactory.create()
    merge = people.merge(merged=one, survivor=other, now=NOW, actor=SYSTEM)
    people.undo(merge=merge, now=LATER, actor=SYSTEM)
    found = decisions.since(None)
    assert kinds(found) == [DecisionKind.MERGE, DecisionKind.UNMERGE]
    assert {it.persons for it in found} == {(one.id, other.id)}
    assert kinds(decisions.since(NOW)) == [DecisionKind.UNMERGE]
    assert decisions.since(LATER) == []
    assert decisions.numbers(found, DecisionKind.MERGE) == [merge.id]


def test_contrary_marks_that_a_merge_settled_are_said() -> None:
    one, other = PersonFactory.create(), PersonFactory.create()
    training_session = session_with({one: "PP", other: "AP"}, close=False)
    slot = training_session.slots[0].id
    people.merge(merged=one, survivor=other, settled={slot: "present"}, now=NOW, actor=SYSTEM)
    assert kinds(decisions.since(BEFORE)) == [DecisionKind.MERGE, DecisionKind.MARKS]


def test_two_records_kept_apart_are_said() -> None:
    kept = DistinctionFactory.create(made_at=NOW)
    [found] = decisions.since(BEFORE)
    assert (found.kind, found.number) == (DecisionKind.APART, kept.id)
    assert found.persons == (kept.one_id, kept.other_id)


def test_a_list_taken_back_is_said_with_its_session() -> None:
    ImportedListFactory.create()
    back = ImportedListFactory.create(undone_at=NOW)
    [found] = decisions.since(BEFORE)
    assert (found.kind, found.number) == (DecisionKind.TAKEN_BACK, back.id)
    assert found.reference == back.training_session.reference


def test_a_slot_said_not_to_be_held_is_said_unless_that_was_taken_back() -> None:
    training_session = TrainingSessionFactory.create()
    stays, back = (
        SlotFactory.create(training_session=training_session, position=it) for it in (1, 2)
    )
    for it in (stays, back):
        sessions.settle_slot(slot=it, held=False, actor=SYSTEM)
    sessions.settle_slot(slot=back, held=True, actor=SYSTEM)
    db.session.commit()
    [found] = decisions.since(BEFORE)
    assert (found.kind, found.number) == (DecisionKind.NOT_HELD, stays.id)
    assert found.reference == training_session.reference


def doubtful() -> Suggestion:
    """Return a question about somebody counted, whom row 12 of a list brought."""
    one, other = PersonFactory.create(), PersonFactory.create()
    session_with({one: "P", other: "P"})
    asked: Suggestion = SuggestionFactory.create(person=one, candidate=other)
    ImportedRowFactory.create(suggestion_id=asked.id, number=12)
    return asked


def test_an_undecided_row_is_one_line_whomever_it_may_be() -> None:
    asked = doubtful()
    third = SuggestionFactory.create(person=asked.person)
    [found] = decisions.undecided([asked.person_id])
    assert (found.kind, found.number, found.at) == (DecisionKind.UNDECIDED, asked.id, None)
    assert found.persons == (asked.person_id, asked.candidate_id, third.candidate_id)
    assert found.sheet is not None
    assert found.sheet[1] == 12


def test_a_question_that_was_answered_is_open_no_more() -> None:
    asked = doubtful()
    people.decide(suggestion=asked, verdict=Verdict.DIFFERENT, now=NOW, actor=SYSTEM)
    assert decisions.undecided([asked.person_id]) == []
    assert kinds(decisions.since(BEFORE)) == [DecisionKind.APART]
    assert decisions.undecided([]) == []


def test_a_record_merged_meanwhile_is_asked_about_by_the_one_that_stands_for_it() -> None:
    asked, stands = doubtful(), PersonFactory.create()
    people.merge(merged=asked.person, survivor=stands, now=NOW, actor=SYSTEM)
    assert identity.open_pairs() == [(stands.id, asked.candidate_id)]
    [found] = decisions.undecided([stands.id])
    assert found.number == asked.id


def attached(report: Report, audience: Audience) -> list[dict[str, Any]]:
    return [*Copy(audience, report.content or {}).decisions]


def test_a_report_has_what_was_decided_since_the_one_before(tmp_path: Path) -> None:
    DistinctionFactory.create(made_at=NOW)
    first = published(tmp_path)
    one, other = PersonFactory.create(), PersonFactory.create()
    merge = people.merge(merged=one, survivor=other, now=LATER, actor=SYSTEM)
    second = published(tmp_path, at=LATER + timedelta(hours=1))
    assert [it["kind"] for it in attached(first, Audience.INSIDE)] == ["kept_apart"]
    [inside], [outside] = (attached(second, it) for it in (Audience.INSIDE, Audience.OUTSIDE))
    assert (inside["kind"], inside["persons"]) == ("merge", [one.id, other.id])
    at = LATER.isoformat()
    assert outside == {"kind": "merge", "number": merge.id, "at": at}


def crowd(number: int) -> list[Person]:
    people_there = PersonFactory.create_batch(number, category=CategoryFactory.create())
    session_with(dict.fromkeys(people_there, "P"))
    return people_there


@pytest.mark.parametrize(("number", "lines"), [(3, 0), (30, 1)])
def test_undecided_rows_leave_only_where_no_total_of_persons_is_masked(
    tmp_path: Path, number: int, lines: int
) -> None:
    one, other, *_more = crowd(number)
    SuggestionFactory.create(person=one, candidate=other)
    report = published(tmp_path, prepared(print_range=True))
    assert len(attached(report, Audience.INSIDE)) == 1
    assert len(attached(report, Audience.OUTSIDE)) == lines


def test_reports_that_attached_nothing_yet_are_still_read() -> None:
    content = {"since_last_report": {"merges": [3]}, "released": {}}
    assert [*Copy(Audience.INSIDE, content).decisions] == []
    assert [*Copy(Audience.OUTSIDE, content).decisions] == []
