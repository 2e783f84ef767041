from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.figures import proofs, totals
from lms.figures.counting.questions import Measure, Scope
from lms.figures.reports.proving import verifying
from lms.figures.versions import services
from lms.sessions.models import Participation
from lms.unit.models import RuleVersion
from lms.unit.queries import rules
from lms.unit.rules import Rules
from tests.factories.accounts import UserFactory
from tests.factories.people import PersonFactory
from tests.figures.given import LATER, NOW, session_with
from tests.figures.reports.given import WINDOW, published
from tests.figures.versions.given import edge, head, stricter

pytestmark = pytest.mark.usefixtures("database")
MINUTE = timedelta(minutes=1)


def propose(reason: str = "Asked by headquarters.", **settings: int) -> RuleVersion:
    made = Rules(**{"minimum_share": 80, **settings})  # type: ignore[arg-type]  # whole numbers
    return services.propose(settings=made, reason=reason, now=NOW, actor=head())


def adopt(version: RuleVersion) -> int:
    judged = services.adopt(version=version, clock=lambda: LATER, actor=head())
    db.session.commit()
    return judged


def trained(as_of: object = None) -> int:
    scope = Scope(window=WINDOW, as_of=as_of)  # type: ignore[arg-type]  # a moment, or none
    table = totals.read(scope=scope, actor=SYSTEM).table(Measure.PERSONS_TRAINED)
    return table.total.total.value


def test_a_proposal_counts_nothing() -> None:
    edge()
    propose()
    assert rules() == Rules()
    assert trained() == 3


def test_once_adopted_closed_sessions_are_judged_by_it() -> None:
    edge()
    version = propose()
    assert adopt(version) == 2
    assert (version.number, rules().minimum_share) == (2, 80)
    assert trained() == 1
    judged = db.session.scalars(select(Participation.rule_version).order_by(Participation.id))
    assert [*judged] == [1, 2, 2, 1, 1]
    assert not [*proofs.check(actor=SYSTEM)]


def test_what_was_known_before_stays_known_as_of_then() -> None:
    edge()
    adopt(propose())
    assert trained(LATER - MINUTE) == 3
    assert rules(LATER - MINUTE) == Rules()
    assert rules(LATER).version == 2


def test_sessions_closed_afterwards_are_judged_by_it() -> None:
    adopt(propose())
    edge()
    assert trained() == 1


def test_a_published_report_keeps_its_rules_and_verifies(tmp_path: Path) -> None:
    edge()
    report = published(tmp_path)
    adopt(propose())
    assert report.rule_version == 1
    assert verifying.of_report(report) is verifying.Found.GENUINE
    assert published(tmp_path, at=LATER + MINUTE).rule_version == 2


def test_going_back_gives_the_numbers_of_before() -> None:
    edge()
    adopt(propose())
    back = propose(minimum_share=75)
    services.adopt(version=back, clock=lambda: LATER + MINUTE, actor=head())
    db.session.commit()
    assert (back.number, trained()) == (3, 3)


def test_marks_erased_after_their_time_leave_what_was_judged() -> None:
    training_session = session_with({PersonFactory.create(): "PPPP"})
    for slot in training_session.slots:
        slot.held = False
    db.session.commit()
    assert adopt(propose()) == 0
    assert trained() == 1


def test_the_trail_says_who_adopted_what() -> None:
    version = propose()
    adopt(version)
    actions = select(AuditEntry).where(AuditEntry.target == version.tag).order_by(AuditEntry.id)
    entries = db.session.scalars(actions).all()
    assert [it.action for it in entries] == ["rules:propose", "rules:adopt"]
    assert (entries[1].changes or {})["minimum_share"] == 80
    assert (entries[1].changes or {})["number"] == 2


def test_what_is_adopted_is_neither_adopted_again_nor_deleted() -> None:
    version = propose()
    adopt(version)
    with pytest.raises(services.AlreadyAdopted):
        adopt(version)
    with pytest.raises(services.AlreadyAdopted):
        services.discard(version=version, actor=head())


def test_a_proposal_can_be_deleted() -> None:
    services.discard(version=propose(), actor=head())
    assert not db.session.scalars(select(RuleVersion)).all()


@pytest.mark.parametrize(
    ("settings", "fault"),
    [
        ({"minimum_share": 0}, "minimum_share"),
        ({"minimum_share": 101}, "minimum_share"),
        ({"minimum_minutes": -1}, "minimum_minutes"),
        ({"smallest_adults": 1}, "smallest_adults"),
        ({"smallest_minors": 4}, "smallest_minors"),
    ],
)
def test_senseless_rules_are_refused(settings: dict[str, int], fault: str) -> None:
    with pytest.raises(services.Senseless) as raised:
        propose("Asked.", **settings)
    assert raised.value.faults == {fault}


def test_rules_that_change_nothing_are_refused() -> None:
    with pytest.raises(services.Unchanged):
        propose(minimum_share=75)


def test_a_proposal_says_why() -> None:
    with pytest.raises(services.NoReason):
        propose("  ")


@pytest.mark.parametrize("role", [Role.TRAINER, Role.PARTICIPANT])
def test_others_adopt_nothing(role: Role) -> None:
    actor = UserFactory.create(role=role).actor
    with pytest.raises(NotAllowed):
        services.adopt(version=stricter(), clock=lambda: LATER, actor=actor)


def test_the_system_adopts_nothing() -> None:
    with pytest.raises(NotAllowed):
        services.adopt(version=stricter(), clock=lambda: LATER, actor=SYSTEM)
