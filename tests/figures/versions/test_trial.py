import pytest
from sqlalchemy import func, select

from lms.accounts.actors import SYSTEM, Role
from lms.errors import NotAllowed
from lms.extensions import db
from lms.figures import totals
from lms.figures.counting.questions import Measure, Scope
from lms.figures.models import Fact
from lms.figures.reports.changes.weighing import cells_of
from lms.figures.versions import services
from lms.figures.versions.trial import Trial, attempt
from lms.people import services as people
from lms.sessions.outcome import Outcome
from lms.unit.rules import Rules
from tests.factories.accounts import UserFactory
from tests.factories.people import CategoryFactory, PersonFactory
from tests.figures.given import LATER, NOW, session_with
from tests.figures.reports.given import WINDOW
from tests.figures.versions.given import edge, head, stricter

pytestmark = pytest.mark.usefixtures("database")


def tried(**settings: object) -> Trial:
    proposed = Rules(**settings)  # type: ignore[arg-type]  # as each test says
    return attempt(proposed=proposed, scope=Scope(window=WINDOW), now=LATER, actor=SYSTEM)


def total(found: Trial, measure: Measure) -> int:
    return sum(it.of(measure) for it in found.difference.changes)


@pytest.mark.parametrize(
    ("settings", "trained", "sensitized"),
    [
        ({"minimum_share": 80}, -2, 2),
        ({"minimum_share": 50}, 1, -1),
        ({"late_counts": False}, -1, 1),
        ({"minimum_minutes": 6000}, -3, 3),
        ({"excused_counts": True}, 0, 0),
        ({"smallest_adults": 6}, 0, 0),
    ],
)
def test_each_setting_moves_whom_it_is_about(
    settings: dict[str, object], trained: int, sensitized: int
) -> None:
    edge()
    found = tried(**settings)
    assert total(found, Measure.PERSONS_TRAINED) == trained
    assert total(found, Measure.PERSONS_SENSITIZED) == sensitized


def test_a_trial_says_session_by_session_what_would_turn() -> None:
    number = edge()
    [turned] = tried(minimum_share=80).turned
    assert turned.training_session_id == number
    assert turned.moves == {(Outcome.TRAINED, Outcome.SENSITIZED): 2}


def test_a_trial_writes_nothing() -> None:
    edge()
    before = db.session.scalar(select(func.max(Fact.id)))
    tried(minimum_share=80)
    assert not db.session.new
    assert not db.session.dirty
    db.session.commit()
    assert db.session.scalar(select(func.max(Fact.id))) == before


def test_who_was_trained_elsewhere_stays_trained() -> None:
    person = PersonFactory.create()
    session_with({person: "PPPA"})
    session_with({person: "PPPP"})
    found = tried(minimum_share=80)
    assert total(found, Measure.PERSONS_TRAINED) == 0
    assert total(found, Measure.PARTICIPATIONS) == -1


def test_somebody_under_two_records_is_tried_as_one() -> None:
    one, other = PersonFactory.create(), PersonFactory.create()
    session_with({one: "PP--", other: "--PA"})
    people.merge(merged=one, survivor=other, now=NOW, actor=SYSTEM)
    db.session.commit()
    assert total(tried(minimum_share=80), Measure.PERSONS_TRAINED) == -1


def test_a_course_that_asks_for_its_own_share_does_not_move() -> None:
    training_session = session_with({PersonFactory.create(): "PPPA"})
    training_session.course_version.course.minimum_share = 75
    db.session.commit()
    assert tried(minimum_share=80).turned == []


def test_more_people_are_masked_by_a_higher_threshold() -> None:
    edge()
    found = tried(smallest_adults=100, smallest_minors=100)
    assert found.masked[1] >= found.masked[0]
    session_with({PersonFactory.create(category=CategoryFactory.create()): "P" for _ in range(9)})
    assert tried(smallest_adults=100, smallest_minors=100).masked[1] > found.masked[0]


@pytest.mark.parametrize("share", [50, 80, 100])
def test_adopting_gives_the_very_numbers_that_were_tried(share: int) -> None:
    edge()
    one, other = PersonFactory.create(), PersonFactory.create()
    session_with({one: "PP-A", other: "--PA"})
    session_with({one: "P"})
    people.merge(merged=one, survivor=other, now=NOW, actor=SYSTEM)
    db.session.commit()
    promised = {it: n for it, n in tried(minimum_share=share).difference.now.items() if n}
    version = stricter(minimum_share=share)
    services.adopt(version=version, clock=lambda: LATER, actor=head())
    db.session.commit()
    reading = totals.read(scope=Scope(window=WINDOW), actor=SYSTEM)
    assert dict(cells_of(lambda *it: reading.table(*it).lines)) == promised


def test_trainers_try_no_rules() -> None:
    trainer = UserFactory.create(role=Role.TRAINER).actor
    with pytest.raises(NotAllowed):
        attempt(proposed=Rules(), scope=Scope(window=WINDOW), now=LATER, actor=trainer)
