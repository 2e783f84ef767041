"""A report of the sample mission says what the seed page says, whatever happens afterwards."""

import csv
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from io import BytesIO, StringIO

import pytest
from flask import Flask
from flask_babel import force_locale
from pypdf import PdfReader
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from lms import clock
from lms.accounts.actors import SYSTEM, Actor, Role
from lms.extensions import db
from lms.figures import proofs, totals
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope
from lms.figures.models import Fact
from lms.figures.release.cells import Audience
from lms.figures.reports import freezing, queries, services
from lms.figures.reports.changes.causes import CauseKind
from lms.figures.reports.changes.difference import Difference, difference
from lms.figures.reports.copies import Copy
from lms.figures.reports.files import tables
from lms.figures.reports.models import Report
from lms.figures.reports.paper.printing import draw
from lms.figures.reports.proving import verifying
from lms.figures.reports.proving.verifying import Found
from lms.figures.versions import services as rules
from lms.people import services as people
from lms.people.models import Category, Person
from lms.sessions import services as sessions
from lms.sessions.outcome import Outcome
from lms.unit.rules import Rules
from tests.demo.exports.test_published import LABELS, Figures, published
from tests.factories.accounts import UserFactory
from tests.factories.people import PersonFactory
from tests.figures.given import session_with

WINDOW = Window(date(2013, 7, 1), date(2015, 7, 31))
SEED = {key: count for key, count in published().items() if key[1] != "indicator"}
STEP = timedelta(minutes=1)


def head() -> Actor:
    actor: Actor = UserFactory.create(role=Role.UNIT_HEAD).actor
    return actor


@pytest.fixture(scope="module")
def code(own_mission: Flask) -> str:
    """Publish a report, then let happen whatever may happen, and return its code."""
    with own_mission.app_context():
        report = services.prepare(window=WINDOW, print_range=True, now=clock.now(), actor=head())
        key = freezing.signing_key()
        services.publish(report=report, clock=clock.now, key=key, actor=head())
        db.session.commit()
        assert seen(report.as_of) == SEED
        begin = freezing.as_of(report)
        one, other = _two_partners()
        merge = people.merge(merged=one, survivor=other, now=begin + STEP, actor=SYSTEM)
        db.session.commit()
        people.undo(merge=merge, now=begin + 2 * STEP, actor=SYSTEM)
        db.session.commit()
        _late_list(begin + 3 * STEP)
        version = rules.propose(
            settings=Rules(minimum_share=100), reason="Tried.", now=begin, actor=head()
        )
        rules.adopt(version=version, clock=lambda: begin + 4 * STEP, actor=head())
        db.session.commit()
        return report.code


@pytest.fixture
def report(own_mission: Flask, code: str) -> Iterator[Report]:
    with own_mission.app_context():
        yield queries.get(code, SYSTEM)


@pytest.fixture(params=Audience)
def copy(report: Report, request: pytest.FixtureRequest) -> Copy:
    return Copy(request.param, report.content or {})


def _two_partners() -> list[Person]:
    """Return two persons of one category, each trained once, in two sessions."""
    found: dict[int, Fact] = {}
    facts = (
        select(Fact)
        .join(Category)
        .where(
            Category.code.like("partners%"),
            Fact.outcome == Outcome.TRAINED,
            Fact.retracted_at.is_(None),
            Fact.sex == "f",
        )
    )
    times = Counter(it.person_id for it in db.session.scalars(facts))
    for it in db.session.scalars(facts):
        if times[it.person_id] == 1:
            found.setdefault(it.training_session_id, it)
    one, other, *_more = [it.person for it in found.values() if it.person is not None]
    return [one, other]


def _late_list(now: datetime) -> None:
    partners = db.session.scalars(select(Category).where(Category.code == "partners")).one()
    those = {PersonFactory.create(category=partners): "P" for _ in range(12)}
    late = session_with(those, close=False)
    sessions.close(training_session=late, now=now, actor=SYSTEM)
    db.session.commit()


def seen(as_of: datetime | None) -> Figures:
    """Return the figures of the seed page, as known then."""
    reading = totals.read(scope=Scope(window=WINDOW, as_of=as_of), actor=SYSTEM)
    return {
        (row, measure): reading.table(Measure(measure))[row].total.value for row, measure in SEED
    }


def test_as_of_then_the_ledger_still_says_them(report: Report) -> None:
    assert seen(report.as_of) == SEED
    assert seen(None) != SEED


def test_the_csv_still_has_them(report: Report, copy: Copy) -> None:
    with force_locale("en"):
        rows = csv.DictReader(StringIO(tables.csv(report, copy).decode()))
    found = {(it["category"], it["measure"]): it["total"] for it in rows}
    assert {it: int(found[it]) for it in SEED} == SEED


def test_the_workbook_still_has_them(report: Report, copy: Copy) -> None:
    with force_locale("en"):
        book = CalamineWorkbook.from_filelike(BytesIO(tables.workbook(report, copy)))
    sheets = {"persons_trained": "Persons trained", "headcount_sensitized": "Headcount sensitized"}
    rows: Mapping[str, dict[object, object]] = {
        measure: {it[0]: it[7] for it in book.get_sheet_by_name(name).to_python()}
        for measure, name in sheets.items()
    }
    assert {it: rows[it[1]][LABELS[it[0]]] for it in SEED} == SEED


def test_the_signed_document_still_has_them_and_verifies(report: Report, copy: Copy) -> None:
    document = freezing.signed(report, copy.audience)
    measures = document["report"]["measures"]
    lines = {
        (it["code"], measure): it["cells"]
        for _code, measure in SEED
        for it in measures[measure]["category"]
        if it["kind"] == "row"
    }
    found = {it: _total(lines[it]) for it in SEED}
    assert found == SEED
    content = json.dumps(document).encode()
    assert verifying.of_file(content, public=report.public_key or "") is Found.GENUINE


@pytest.mark.parametrize(("locale", "separator"), [("fr", "\u202f"), ("en", ",")])
def test_the_paper_still_has_them(report: Report, copy: Copy, locale: str, separator: str) -> None:
    with force_locale(locale):
        paper = PdfReader(BytesIO(draw(report, copy)))
    text = "".join(it.extract_text() for it in paper.pages)
    for count in SEED.values():
        assert f"{count:,}".replace(",", separator) in text


def test_the_stored_report_verifies_with_its_facts(report: Report) -> None:
    assert verifying.of_report(report) is Found.GENUINE
    assert report.rule_version == 1


def test_each_cause_is_named_and_the_changes_add_up(report: Report) -> None:
    found = difference(report, SYSTEM)
    assert _added_up(found) == {it: number for it, number in found.now.items() if number}
    done = {it.cause.kind: it.of(Measure.PERSONS_TRAINED) for it in found.changes}
    assert (done[CauseKind.MERGE], done[CauseKind.UNMERGE]) == (-1, 1)
    assert done[CauseKind.LATE_SESSION] == 12
    assert done[CauseKind.RULE] < 0
    assert set(done) == {
        CauseKind.MERGE,
        CauseKind.UNMERGE,
        CauseKind.LATE_SESSION,
        CauseKind.RULE,
    }


def test_the_ledger_still_says_what_the_rules_give(report: Report) -> None:
    assert report
    assert not [*proofs.check(actor=SYSTEM)]


def _total(cells: Mapping[str, int]) -> int:
    return cells["total"] if "total" in cells else sum(cells.values())


def _added_up(found: Difference) -> dict[object, int]:
    total = Counter(found.published)
    for change in found.changes:
        total.update(change.cells)
    return {it: number for it, number in total.items() if number}
