"""Sessions as most tests of this room need them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from lms.accounts.actors import Actor
from lms.accounts.models import User
from lms.extensions import db
from lms.sessions import services
from lms.sessions.kinds import MarkSource, MarkState
from lms.sessions.models import Participation, Slot, TrainingSession
from lms.sessions.values import Tap
from tests.factories.sessions import (
    FIRST_DAY,
    FacilitatorFactory,
    ParticipationFactory,
    SlotFactory,
    TrainingSessionFactory,
)

NOW = datetime(2014, 3, 20, 9, tzinfo=UTC)
LETTERS = {it.value[0].upper(): it for it in MarkState}


@dataclass(frozen=True)
class Given:
    """A session of whole days with its trainer, its slots and its participants."""

    training_session: TrainingSession
    trainer: User
    slots: list[Slot]
    participations: list[Participation]

    @property
    def id(self) -> int:
        return self.training_session.id

    @property
    def actor(self) -> Actor:
        return self.trainer.actor

    def mark(self, *sheets: str) -> None:
        """Mark each participant in turn as a sheet says: P, L, E, A, and B for blank."""
        taps = [
            Tap(participation_id=person.id, slot_id=slot.id, state=LETTERS[letter])
            for person, sheet in zip(self.participations, sheets, strict=True)
            for slot, letter in zip(self.slots, sheet, strict=True)
            if letter != "B"
        ]
        services.mark_many(
            training_session=self.training_session,
            marks=taps,
            source=MarkSource.ROSTER,
            now=NOW,
            actor=self.actor,
        )
        db.session.commit()

    def browser(self, app: Flask, locale: str = "en") -> FlaskClient:
        """Return the browser of the session's trainer."""
        self.trainer.locale = locale
        db.session.commit()
        client = app.test_client(user=self.trainer)
        client.environ_base["HTTP_ACCEPT_LANGUAGE"] = locale
        return client


def given(*, days: int = 1, people: int = 0, **changes: object) -> Given:
    """Return a session facilitated by a new trainer; ``changes`` are of the session."""
    first: date = FIRST_DAY
    training_session: TrainingSession = TrainingSessionFactory.create(
        first_day=first, last_day=first + timedelta(days - 1), **changes
    )
    trainer: User = FacilitatorFactory.create(training_session=training_session).user
    slots = [
        SlotFactory.create(
            training_session=training_session, position=n + 1, day=first + timedelta(n)
        )
        for n in range(days)
    ]
    participations = [
        ParticipationFactory.create(
            training_session=training_session,
            person__surname=f"Exemple{n:02d}",
            person__service_number=f"00{n}71{n}",
            person__service_number_key=f"{n}71{n}",
        )
        for n in range(people)
    ]
    db.session.refresh(training_session)
    return Given(training_session, trainer, slots, participations)


def statements(act: object) -> int:
    """Return how many statements the database was asked while ``act`` ran."""
    asked: list[str] = []

    def note(*arguments: object) -> None:
        asked.append(str(arguments[2]))

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        assert callable(act)
        act()
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    return len(asked)


def states(marks: Iterable[MarkState]) -> str:
    """Return marks as the letters of a sheet."""
    return "".join(it.value[0].upper() for it in marks)
