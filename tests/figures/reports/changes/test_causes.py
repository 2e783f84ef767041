import pytest

from lms.accounts.actors import Role
from lms.figures.models import Fact
from lms.figures.reports.changes.causes import CauseKind, known
from tests.factories.accounts import UserFactory
from tests.factories.figures import RECORDED, FactFactory
from tests.factories.people import MergeFactory
from tests.factories.unit import RuleVersionFactory
from tests.figures.given import LAST, LATER

pytestmark = pytest.mark.usefixtures("database")


def kind(fact: Fact, last_fact_id: int) -> CauseKind:
    return known([fact], last_fact_id).cause(fact, fact.recorded_at).kind


def test_a_session_that_was_not_there_is_late() -> None:
    fact = FactFactory.create()
    assert kind(fact, fact.id - 1) is CauseKind.LATE_SESSION


def test_a_session_that_was_counted_already_is_corrected() -> None:
    fact = FactFactory.create(retracted_at=LATER)
    again = FactFactory.create(participation=fact.participation, recorded_at=LATER)
    assert kind(again, fact.id) is CauseKind.CORRECTION


def test_what_came_at_the_moment_of_a_merge_came_by_it() -> None:
    fact = FactFactory.create()
    MergeFactory.create(made_at=RECORDED)
    assert kind(fact, fact.id) is CauseKind.MERGE


def adopted_later() -> None:
    head = UserFactory.create(role=Role.UNIT_HEAD)
    RuleVersionFactory.create(
        number=2, minimum_share=80, proposed_by=head, adopted_by=head, adopted_at=LATER
    )


def test_what_came_at_the_moment_of_other_rules_came_by_them() -> None:
    fact = FactFactory.create(retracted_at=LATER)
    again = FactFactory.create(participation=fact.participation, recorded_at=LATER, rule_version=2)
    adopted_later()
    found = known([fact, again], fact.id).cause(again, LATER)
    assert (found.kind, found.number) == (CauseKind.RULE, 2)


def test_a_correction_after_other_rules_is_no_rule() -> None:
    fact = FactFactory.create(retracted_at=LAST)
    again = FactFactory.create(participation=fact.participation, recorded_at=LAST, rule_version=2)
    adopted_later()
    assert known([fact, again], fact.id).cause(again, LAST).kind is CauseKind.CORRECTION
