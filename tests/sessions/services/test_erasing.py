import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Actor, Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.sessions import services
from lms.sessions.outcome import Outcome
from tests.factories.accounts import UserFactory
from tests.factories.sessions import ParticipationFactory

pytestmark = pytest.mark.usefixtures("database")


def test_rank_and_unit_go_outcome_and_category_stay() -> None:
    actor: Actor = UserFactory.create(role=Role.UNIT_HEAD).actor
    it = ParticipationFactory.create(rank="Sgt", unit="Exemple", outcome=Outcome.TRAINED)
    other = ParticipationFactory.create(rank="Cpl")
    before = (it.category_id, it.sex, it.age_group, it.outcome)
    code = it.pass_code
    services.forget(person_id=it.person_id, actor=actor)
    assert (it.rank, it.unit) == (None, None)
    assert (it.category_id, it.sex, it.age_group, it.outcome) == before
    assert it.pass_code != code
    assert other.rank == "Cpl"
    entry = db.session.scalars(select(AuditEntry)).one()
    assert (entry.action, entry.target) == ("participation:emptied", f"participation:{it.id}")


def test_unit_heads_alone_make_a_session_forget() -> None:
    with pytest.raises(NotAllowed):
        services.forget(person_id=1, actor=SYSTEM)
