"""What tests of the ledger's proof start from: a ledger that is right, and ways to spoil it."""

from datetime import UTC, datetime

from sqlalchemy import delete, select, update

from lms.accounts.actors import SYSTEM
from lms.extensions import db
from lms.figures import ledger
from lms.figures.models import Fact
from lms.figures.proofs import Difference, check
from lms.figures.services import record_facts
from lms.people.models import Person
from lms.sessions.models import TrainingSession
from tests.factories.people import CategoryFactory, PersonFactory
from tests.factories.sessions import HeadcountFactory
from tests.figures.given import NOW, session_with

MENDED = datetime(2014, 5, 1, 9, tzinfo=UTC)


def persons(number: int) -> list[Person]:
    category = CategoryFactory.create()
    return [PersonFactory.create(category=category) for _ in range(number)]


def right() -> TrainingSession:
    """A closed session of two trained, one sensitized, one who never came, and a headcount."""
    one, two, part, away = persons(4)
    held = session_with({one: "PPP", two: "PPP", part: "P--", away: "AAA"})
    HeadcountFactory.create(training_session=held, count=40)
    record_facts(training_session=held, now=NOW, actor=SYSTEM)
    db.session.commit()
    return held


def facts(held: TrainingSession) -> list[Fact]:
    return list(
        db.session.scalars(
            select(Fact)
            .where(Fact.training_session_id == held.id, Fact.retracted_at.is_(None))
            .order_by(Fact.id)
        )
    )


def lost(fact: Fact) -> None:
    """Take a fact away behind the back of the services."""
    held = fact.training_session_id
    db.session.execute(delete(Fact).where(Fact.id == fact.id))
    ledger.keep([held])
    db.session.commit()


def spoilt(fact: Fact, **values: object) -> None:
    """Change a fact behind the back of the services."""
    db.session.execute(update(Fact).where(Fact.id == fact.id).values(**values))
    ledger.keep([fact.training_session_id])
    db.session.commit()


def found() -> list[Difference]:
    return list(check(actor=SYSTEM))
