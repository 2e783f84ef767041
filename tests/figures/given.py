"""What tests of merges start from: two records of one person, and closed sessions."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from flask import Flask
from sqlalchemy import select

from lms.accounts.actors import SYSTEM
from lms.extensions import db
from lms.figures.models import Fact
from lms.people.models import Person
from lms.sessions import services as sessions
from lms.sessions.kinds import MarkState
from lms.sessions.models import Participation, TrainingSession
from tests.factories.figures import FactFactory
from tests.factories.sessions import (
    AttendanceMarkFactory,
    ParticipationFactory,
    SlotFactory,
    TrainingSessionFactory,
)

NOW = datetime(2014, 4, 1, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
LAST = NOW + timedelta(days=2)
MARKS = {"P": MarkState.PRESENT, "A": MarkState.ABSENT, "L": MarkState.LATE}
MARCH = "from=2014-03-01&to=2014-03-31"
DAY = date(2014, 3, 14)
Live = tuple[int | None, int | None, str]


def session_with(sheets: Mapping[Person, str], *, close: bool = True) -> TrainingSession:
    """Return a session in which each person has marks: « PA- » is there, away, not marked."""
    slots = max(map(len, sheets.values()))
    training_session: TrainingSession = TrainingSessionFactory.create()
    made = [
        SlotFactory.create(training_session=training_session, position=it + 1, minutes=360)
        for it in range(slots)
    ]
    for person, marks in sheets.items():
        it: Participation = ParticipationFactory.create(
            training_session=training_session,
            person=person,
            category=person.category,
            outcome=None,
        )
        for slot, letter in zip(made, marks, strict=False):
            if letter in MARKS:
                AttendanceMarkFactory.create(participation=it, slot=slot, state=MARKS[letter])
    db.session.refresh(training_session)
    if close:
        sessions.close(training_session=training_session, now=NOW, actor=SYSTEM)
        db.session.commit()
    return training_session


def live() -> list[Live]:
    """Return participation, person and outcome of every fact that holds."""
    facts = db.session.scalars(
        select(Fact).where(Fact.retracted_at.is_(None)).order_by(Fact.participation_id)
    )
    return [(it.participation_id, it.person_id, it.outcome.value) for it in facts]


def record(app: Flask, number: int = 1, **fact: object) -> list[str]:
    """Write facts of that many persons, and return their surnames."""
    with app.app_context():
        facts = FactFactory.create_batch(number, last_day=DAY, **fact)
        return [it.person.surname.upper() for it in facts]
