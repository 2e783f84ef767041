import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Role
from lms.errors import NotAllowed
from lms.extensions import db
from lms.sessions import services
from lms.sessions.models import Participation
from lms.sessions.outcome import Outcome
from lms.unit.rules import Rules
from tests.factories.accounts import UserFactory
from tests.factories.people import PersonFactory
from tests.figures.given import session_with

pytestmark = pytest.mark.usefixtures("database")
STRICTER = Rules(version=2, minimum_share=80)


def test_a_closed_session_is_judged_again_and_keeps_the_version() -> None:
    held = session_with({PersonFactory.create(): it for it in ("PPPP", "PPPA")})
    head = UserFactory.create(role=Role.UNIT_HEAD).actor
    assert (
        services.rejudge(training_sessions=[held], before=Rules(), after=STRICTER, actor=head) == 1
    )
    found = db.session.execute(
        select(Participation.outcome, Participation.rule_version).order_by(Participation.id)
    )
    assert [tuple(it) for it in found] == [(Outcome.TRAINED, 1), (Outcome.SENSITIZED, 2)]


def test_a_session_that_is_not_closed_is_left_alone() -> None:
    held = session_with({PersonFactory.create(): "PPPA"}, close=False)
    head = UserFactory.create(role=Role.UNIT_HEAD).actor
    assert (
        services.rejudge(training_sessions=[held], before=Rules(), after=STRICTER, actor=head) == 0
    )


def test_others_judge_nothing_again() -> None:
    with pytest.raises(NotAllowed):
        services.rejudge(training_sessions=[], before=Rules(), after=STRICTER, actor=SYSTEM)
