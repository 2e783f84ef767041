from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import lists, sampled_from, tuples
from sqlalchemy import select

from lms.accounts.actors import SYSTEM
from lms.extensions import db
from lms.figures import services as ledger
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Measure
from lms.figures.reports.changes import difference
from lms.figures.reports.changes.causes import CauseKind
from lms.figures.reports.changes.difference import Difference
from lms.figures.reports.models import Report
from lms.figures.versions import services
from lms.people import services as people
from lms.people.models import Person
from lms.people.queries import identity
from lms.sessions.models import Participation, PlaceLevel, TrainingSession
from tests.factories.figures import FactFactory, HeadcountFactFactory
from tests.factories.people import CategoryFactory, PersonFactory
from tests.factories.sessions import PlaceFactory
from tests.factories.unit import RuleVersionFactory
from tests.figures.given import LATER, NOW, session_with
from tests.figures.reports.given import WINDOW, head, published

pytestmark = pytest.mark.usefixtures("database")
TRAINED = Measure.PERSONS_TRAINED
DAY = timedelta(days=1)


def since(report: Report) -> Difference:
    """Return the difference, once it is proved to add up."""
    db.session.commit()
    found = difference.difference(report, SYSTEM)
    total = Counter(found.published)
    for change in found.changes:
        total.update(change.cells)
    assert {it: number for it, number in total.items() if number} == dict(found.now)
    return found


def told(found: Difference, measure: Measure = TRAINED) -> list[tuple[CauseKind, int]]:
    return [(it.cause.kind, it.of(measure)) for it in found.changes]


def test_nothing_has_changed_right_after(tmp_path: Path) -> None:
    session_with({PersonFactory.create(): "P"})
    assert since(published(tmp_path)).changes == []


def test_a_session_closed_later_is_named(tmp_path: Path) -> None:
    report = published(tmp_path)
    late = session_with({PersonFactory.create(): "P", PersonFactory.create(): "P"})
    found = since(report)
    assert told(found) == [(CauseKind.LATE_SESSION, 2)]
    assert found.changes[0].cause.number == late.id


def test_a_session_outside_the_window_changes_nothing(tmp_path: Path) -> None:
    report = published(tmp_path)
    FactFactory.create(last_day=WINDOW.last + DAY)
    assert since(report).changes == []


def test_a_merge_and_its_undoing_are_two_changes_that_cancel(tmp_path: Path) -> None:
    one, other = PersonFactory.create(), PersonFactory.create()
    session_with({one: "P"})
    session_with({other: "P"})
    report = published(tmp_path)
    people.merge(merged=one, survivor=other, now=LATER, actor=SYSTEM)
    assert told(since(report)) == [(CauseKind.MERGE, -1)]
    standing = identity.standing_merge(one.id)
    assert standing is not None
    people.undo(merge=standing, now=LATER + DAY, actor=SYSTEM)
    assert told(since(report)) == [(CauseKind.MERGE, -1), (CauseKind.UNMERGE, 1)]


def again(training_session: TrainingSession) -> None:
    ledger.record_facts(training_session=training_session, now=LATER, actor=SYSTEM)


def only(training_session: TrainingSession) -> Participation:
    among = select(Participation).where(Participation.training_session_id == training_session.id)
    found: Participation = db.session.scalars(among).one()
    return found


def test_a_correction_names_its_session(tmp_path: Path) -> None:
    training_session = session_with({PersonFactory.create(): "P"})
    report = published(tmp_path)
    only(training_session).category = CategoryFactory.create()
    again(training_session)
    found = since(report)
    assert told(found) == [(CauseKind.CORRECTION, 0)]
    assert sorted(found.changes[0].of(TRAINED, it) for it in keys(found)) == [-1, 0, 1]


def keys(found: Difference) -> set[str]:
    cells = found.changes[0].cells
    return {
        "total",
        *(
            key
            for measure, dimension, key, _column in cells
            if measure is TRAINED and dimension is Dimension.CATEGORY
        ),
    }


def moved_elsewhere(training_session: TrainingSession) -> tuple[str, str]:
    """Move a session to another region, and return the codes of the region left and of this."""
    before, training_session.place = training_session.place, PlaceFactory.create()
    db.session.flush()
    again(training_session)
    return before.code, training_session.place.code


def by_region(found: Difference, measure: Measure, *regions: str) -> list[list[int]]:
    return [[it.of(measure, code, Dimension.REGION) for code in regions] for it in found.changes]


def test_a_session_moved_to_another_region_moves_its_persons_there(tmp_path: Path) -> None:
    training_session = session_with({PersonFactory.create(): "P" for _ in range(3)})
    report = published(tmp_path)
    regions = moved_elsewhere(training_session)
    found = since(report)
    assert told(found) == [(CauseKind.CORRECTION, 0)]
    assert by_region(found, TRAINED, *regions, "total") == [[-3, 3, 0]]


def test_a_person_trained_in_two_regions_is_an_overlap_between_them(tmp_path: Path) -> None:
    person = PersonFactory.create()
    one, other = (session_with({person: "P"}) for _ in range(2))
    report = published(tmp_path)
    other.place = one.place
    again(other)
    found = since(report)
    assert by_region(found, TRAINED, "overlap", "total") == [[1, 0]]


def test_a_headcount_moved_to_another_region_is_told(tmp_path: Path) -> None:
    fact = HeadcountFactFactory.create(count=40)
    report = published(tmp_path)
    fact.retracted_at = LATER
    moved = HeadcountFactFactory.create(
        training_session=fact.training_session,
        headcount=fact.headcount,
        place=PlaceFactory.create(),
        category=fact.category,
        count=40,
        recorded_at=LATER,
    )
    found = since(report)
    regions = [it.place.code for it in (fact, moved)]
    assert by_region(found, Measure.HEADCOUNT_SENSITIZED, *regions) == [[-40, 40]]


def test_a_place_that_comes_to_lie_in_another_region_is_a_rearrangement(tmp_path: Path) -> None:
    training_session = session_with({PersonFactory.create(): "P"})
    report = published(tmp_path)
    region = PlaceFactory.create()
    training_session.place.parent = region
    training_session.place.level = PlaceLevel.CERCLE
    found = since(report)
    assert told(found) == [(CauseKind.REARRANGED, 0)]
    regions = training_session.place.code, region.code
    assert by_region(found, TRAINED, *regions) == [[-1, 1]]


def test_a_new_rule_is_told_from_a_correction(tmp_path: Path) -> None:
    session_with({PersonFactory.create(): "PPPA", PersonFactory.create(): "PPPP"})
    report = published(tmp_path)
    version = RuleVersionFactory.create(minimum_share=80)
    services.adopt(version=version, clock=lambda: LATER, actor=head())
    found = since(report)
    assert told(found) == [(CauseKind.RULE, -1)]
    assert found.changes[0].cause.number == version.number == 2


def test_a_headcount_that_came_later_is_counted_apart(tmp_path: Path) -> None:
    report = published(tmp_path)
    HeadcountFactFactory.create(count=40)
    found = since(report)
    assert told(found, Measure.HEADCOUNT_SENSITIZED) == [(CauseKind.LATE_SESSION, 40)]
    assert told(found) == [(CauseKind.LATE_SESSION, 0)]


def test_a_fact_written_with_an_earlier_clock_is_told_all_the_same(tmp_path: Path) -> None:
    report = published(tmp_path)
    FactFactory.create(recorded_at=NOW - DAY)
    assert told(since(report)) == [(CauseKind.LATE_SESSION, 1)]


ACTS = sampled_from(["close", "merge", "undo", "move", "relocate"])


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lists(tuples(ACTS, sampled_from(range(4)), sampled_from(range(4))), max_size=4))
def test_whatever_happens_the_changes_add_up(
    tmp_path: Path, acts: list[tuple[str, int, int]]
) -> None:
    those = [PersonFactory.create(sex=it) for it in ("m", "f", "m", "f")]
    first = session_with({those[0]: "P", those[1]: "P"})
    session_with({those[1]: "P", those[2]: "P", those[3]: "P"})
    report = published(tmp_path)
    for step, (act, one, other) in enumerate(acts):
        _do(act, those[one], those[other], first, step)
    since(report)


def _do(act: str, one: Person, other: Person, first: TrainingSession, step: int) -> None:
    now = LATER + step * DAY
    standing = identity.standing_merge(one.id)
    if act == "close":
        session_with({one: "P"})
    elif act == "undo" and standing is not None:
        people.undo(merge=standing, now=now, actor=SYSTEM)
    elif act == "merge" and len({*identity.roots([one.id, other.id]).values()}) > 1:
        people.merge(merged=one, survivor=other, now=now, actor=SYSTEM)
    elif act == "move":
        among = select(Participation).where(Participation.training_session_id == first.id)
        moved = db.session.scalars(among.limit(1)).one()
        moved.category = CategoryFactory.create()
        ledger.record_facts(training_session=first, now=now, actor=SYSTEM)
    elif act == "relocate":
        first.place = PlaceFactory.create()
        ledger.record_facts(training_session=first, now=now, actor=SYSTEM)
    db.session.commit()


def test_a_category_that_begins_to_have_parts_names_no_other_cause(tmp_path: Path) -> None:
    parent = CategoryFactory.create()
    part = CategoryFactory.create(parent_id=parent.id)
    session_with({PersonFactory.create(category=parent): "P" for _ in range(3)})
    report = published(tmp_path)
    session_with({PersonFactory.create(category=part): "P"})
    session_with({PersonFactory.create(category=parent): "P"})
    found = since(report)
    assert told(found) == [(CauseKind.LATE_SESSION, 1)] * 2
    assert [it.of(TRAINED, f"{parent.code}/unspecified") for it in found.changes] == [0, 1]
