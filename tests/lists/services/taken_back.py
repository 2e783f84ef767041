"""A list recorded and taken back, for the tests of both."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Actor, Role
from lms.extensions import db
from lms.lists import services
from lms.lists.models import ImportedList
from lms.people.models import Person
from lms.sessions import queries as sessions, services as session_services
from lms.sessions.kinds import MarkState
from lms.sessions.models import Participation, TrainingSession
from tests.factories.accounts import UserFactory
from tests.factories.sessions import (
    ParticipationFactory,
)
from tests.lists.given import HEADER, NOW, csv, registered, uploaded

LATER = NOW + timedelta(days=1)
AWA = "Maïga;Awa;F;44/6386;1984;P"
ALI = "Traoré;Ali;M;51/2222;;P"


def applied(
    training_session: TrainingSession, *rows: str, now: datetime = NOW, header: str = HEADER
) -> ImportedList:
    imported_list = services.apply(
        imported_list=uploaded(training_session, csv(*rows, header=header)),
        accept_lines=False,
        now=now,
        actor=SYSTEM,
    )
    db.session.commit()
    return imported_list


def undo(imported_list: ImportedList, actor: Actor = SYSTEM) -> None:
    services.undo(imported_list=imported_list, now=LATER, actor=actor)
    db.session.commit()


def head() -> Actor:
    actor: Actor = UserFactory.create(role=Role.UNIT_HEAD).actor
    return actor


def mark(participation: Participation, state: MarkState) -> None:
    session_services.mark(
        participation=participation,
        slot=participation.training_session.slots[0],
        state=state,
        now=NOW,
        actor=SYSTEM,
    )
    db.session.commit()


def surnames() -> list[str]:
    return list(db.session.scalars(select(Person.surname).order_by(Person.id)))


def present() -> list[str]:
    found = db.session.scalars(select(Participation).order_by(Participation.id))
    return [it.person.surname for it in found]


def states(training_session: TrainingSession) -> list[MarkState]:
    return list(sessions.latest_marks(training_session.id).values())


@contextmanager
def heard(signal: object) -> Iterator[list[object]]:
    told: list[object] = []

    def note(sender: object, **_keywords: object) -> None:
        told.append(sender)

    with signal.connected_to(note):  # type: ignore[attr-defined]  # any signal
        yield told


def closed(training_session: TrainingSession) -> None:
    session_services.close(training_session=training_session, now=NOW, actor=SYSTEM)
    db.session.commit()


def known(training_session: TrainingSession) -> Participation:
    """Return somebody in the session before any list, whose number is that of ``AWA``."""
    participation: Participation = ParticipationFactory.create(
        training_session=training_session,
        person=registered("Maïga", "Awa", service_number="446386"),
    )
    return participation
