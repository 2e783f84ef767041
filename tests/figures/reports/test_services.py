from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from lms.accounts.actors import Actor, Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Measure
from lms.figures.proofs import plain
from lms.figures.release.asking import TwoWouldTell
from lms.figures.release.cells import Audience
from lms.figures.reports import freezing, queries, rules, services
from lms.figures.reports.models import Report, ReportState
from lms.figures.reports.rules import FindingKind
from lms.lib.keys import Key, verifies
from tests.factories.accounts import UserFactory
from tests.factories.figures import FactFactory, HeadcountFactFactory
from tests.factories.people import PersonFactory, SuggestionFactory
from tests.factories.sessions import PlaceFactory
from tests.figures.given import NOW, session_with
from tests.figures.reports.given import PUBLISHED, WINDOW, head, prepared, published

pytestmark = pytest.mark.usefixtures("database")


def account(role: Role) -> Actor:
    actor: Actor = UserFactory.create(role=role).actor
    return actor


def test_reports_of_a_year_are_numbered() -> None:
    assert [prepared().code for _ in range(2)] == ["R-2014-001", "R-2014-002"]


def test_what_is_published_is_frozen_and_signed(tmp_path: Path) -> None:
    session_with({PersonFactory.create(): "P", PersonFactory.create(): "P"})
    HeadcountFactFactory.create(count=40, at_least=True)
    report = published(tmp_path)
    db.session.expire_all()
    assert (report.state, report.as_of) == (ReportState.PUBLISHED, PUBLISHED)
    assert report.content is not None
    total = freezing.lines(report.content, Measure.PERSONS_TRAINED, Dimension.CATEGORY)[-1]
    assert total.total.value == 2
    open_ended = freezing.lines(report.content, Measure.HEADCOUNT_SENSITIZED, Dimension.REGION)
    assert open_ended[-1].total.at_least
    assert verifies(
        rules.canonical(report.content),
        signature=report.signature or "",
        public=report.public_key or "",
    )


def test_the_facts_counted_can_be_found_again_and_have_the_digest(tmp_path: Path) -> None:
    session_with({PersonFactory.create(): "P"})
    report = published(tmp_path)
    session_with({PersonFactory.create(): "P"})
    facts = queries.facts_in(report.fact_runs or [])
    codes, regions = queries.category_codes(), queries.regions()
    counted = plain.counted(facts, codes=codes, regions=regions)
    assert len(facts) == 1
    assert rules.digest_of(*counted) == report.digest


def test_whoever_prepared_it_cannot_publish_it(tmp_path: Path) -> None:
    actor = head()
    report = services.prepare(window=WINDOW, now=NOW, actor=actor)
    key = Key.kept_at(tmp_path / "key")
    with pytest.raises(services.SamePerson):
        services.publish(report=report, clock=lambda: NOW, key=key, actor=actor)


def test_it_is_published_once(tmp_path: Path) -> None:
    report = published(tmp_path)
    with pytest.raises(services.AlreadyPublished):
        published(tmp_path, report)


@pytest.mark.parametrize("role", [Role.TRAINER, Role.PARTICIPANT, Role.ADMINISTRATOR])
def test_only_a_unit_head_prepares(role: Role) -> None:
    with pytest.raises(NotAllowed):
        services.prepare(window=WINDOW, now=NOW, actor=account(role))


def test_a_trainer_publishes_nothing_and_an_administrator_does(tmp_path: Path) -> None:
    report, key = prepared(), Key.kept_at(tmp_path / "key")
    with pytest.raises(NotAllowed):
        services.publish(report=report, clock=lambda: NOW, key=key, actor=account(Role.TRAINER))
    services.publish(report=report, clock=lambda: NOW, key=key, actor=account(Role.ADMINISTRATOR))
    assert report.state is ReportState.PUBLISHED


def doubtful() -> None:
    one, other = PersonFactory.create(), PersonFactory.create()
    session_with({one: "P", other: "P"})
    SuggestionFactory.create(person=one, candidate=other)


def test_undecided_rows_block(tmp_path: Path) -> None:
    doubtful()
    with pytest.raises(services.NotReady) as error:
        published(tmp_path)
    assert [it.kind for it in error.value.findings] == [FindingKind.UNDECIDED]


def test_undecided_rows_are_printed_as_a_range_when_that_was_chosen(tmp_path: Path) -> None:
    doubtful()
    report = published(tmp_path, prepared(print_range=True))
    assert report.content is not None
    whole = [it for it in report.content["ranges"] if it["line"] == "total"]
    assert [(it["lowest"], it["highest"]) for it in whole] == [(1, 2)]
    assert len(report.content["since_last_report"]["undecided_persons"]) == 1


def test_a_correction_takes_the_place_of_what_it_corrects(tmp_path: Path) -> None:
    wrong = published(tmp_path)
    right = services.correct(report=wrong, reason="A list came late.", now=NOW, actor=head())
    states = [wrong.state]
    published(tmp_path, right, PUBLISHED + timedelta(days=1))
    assert [*states, wrong.state] == [ReportState.PUBLISHED, ReportState.SUPERSEDED]
    assert right.content is not None
    assert (right.content["succeeds"], right.content["reason"]) == (
        wrong.code,
        "A list came late.",
    )


def test_a_report_is_corrected_once_and_with_a_reason(tmp_path: Path) -> None:
    wrong = published(tmp_path)
    with pytest.raises(services.NoReason):
        services.correct(report=wrong, reason=" ", now=NOW, actor=head())
    services.correct(report=wrong, reason="A list came late.", now=NOW, actor=head())
    with pytest.raises(services.NotPublished):
        services.correct(report=wrong, reason="Again.", now=NOW, actor=head())


def test_what_is_not_published_cannot_be_corrected() -> None:
    with pytest.raises(services.NotPublished):
        services.correct(report=prepared(), reason="Wrong.", now=NOW, actor=head())


def test_preparing_and_publishing_leave_a_trace(tmp_path: Path) -> None:
    report = published(tmp_path)
    traced = db.session.scalars(
        select(AuditEntry.action).where(AuditEntry.target == report.tag).order_by(AuditEntry.id)
    )
    assert [*traced] == ["report:prepare", "report:publish"]


def test_another_window_counts_nothing(tmp_path: Path) -> None:
    FactFactory.create(last_day=WINDOW.last + timedelta(days=1))
    report = published(tmp_path)
    assert report.fact_runs == []


def test_what_leaves_the_unit_is_frozen_and_signed_apart(tmp_path: Path) -> None:
    session_with({PersonFactory.create(): "P"})
    report = published(tmp_path)
    document = freezing.signed(report, Audience.OUTSIDE)
    assert document["report"]["digest"] == report.digest
    assert verifies(
        rules.canonical(document["report"]),
        signature=document["signature"],
        public=document["public_key"],
    )


def test_a_prepared_report_can_be_deleted_and_the_trail_keeps_it() -> None:
    report = prepared()
    code, target = report.code, report.tag
    services.discard(report=report, actor=head())
    db.session.commit()
    assert not db.session.scalars(select(Report)).all()
    [entry] = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "report:discard"))
    assert (entry.target, (entry.changes or {})["code"]) == (target, code)
    assert (entry.changes or {})["from"] == WINDOW.first.isoformat()


def test_a_correction_that_is_deleted_can_be_begun_again(tmp_path: Path) -> None:
    report = published(tmp_path)
    begun = services.correct(report=report, reason="Late.", now=NOW, actor=head())
    services.discard(report=begun, actor=head())
    again = services.correct(report=report, reason="Late list.", now=NOW, actor=head())
    assert again.succeeds is report


def test_a_published_report_is_never_deleted(tmp_path: Path) -> None:
    report = published(tmp_path)
    with pytest.raises(services.AlreadyPublished):
        services.discard(report=report, actor=head())


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.TRAINER])
def test_only_unit_heads_delete_what_unit_heads_prepared(role: Role) -> None:
    with pytest.raises(NotAllowed):
        services.discard(report=prepared(), actor=account(role))


SEVERAL = frozenset({"ML06", "ML07"})


def given(counts: Mapping[str, int]) -> None:
    for code, count in counts.items():
        HeadcountFactFactory.create(place=PlaceFactory.create(code=code), count=count)


def test_a_report_of_several_regions_would_tell_what_two_others_hide(tmp_path: Path) -> None:
    given({"ML06": 3, "ML07": 60, "ML08": 500})
    with pytest.raises(TwoWouldTell):
        prepared(regions=SEVERAL)
    for one in (None, frozenset({"ML07"})):
        assert published(tmp_path, prepared(regions=one)).content


def test_a_report_is_of_a_region_that_exists() -> None:
    with pytest.raises(services.UnknownRegion):
        prepared(regions=frozenset({"NOWHERE"}))


def test_what_was_prepared_of_several_regions_is_neither_published_nor_corrected(
    tmp_path: Path,
) -> None:
    given({"ML06": 3, "ML07": 60})
    report = prepared()
    report.regions = sorted(SEVERAL)
    with pytest.raises(TwoWouldTell):
        published(tmp_path, report)
    report = published(tmp_path, prepared())
    report.regions = sorted(SEVERAL)
    with pytest.raises(TwoWouldTell):
        services.correct(report=report, reason="Wrong.", now=NOW, actor=head())
