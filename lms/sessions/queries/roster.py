"""The roster of one slot: who is called, and what was said of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from lms.accounts.models import User
from lms.extensions import db
from lms.people.kinds import Sex
from lms.people.names import display
from lms.sessions.models import (
    MarkState,
    Participation,
    ParticipationRole,
    Slot,
    TrainingSession,
)
from lms.sessions.queries.attendance import latest_marks, participations

TAIL = 3
"""How many last characters of a service number tell namesakes apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterLine:
    """One person of the roster; ``tail`` ends the service number, empty without one."""

    participation_id: int
    name: str
    rank: str
    tail: str
    sex: Sex
    state: MarkState


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotState:
    """How far the roll call of one slot is; ``present`` counts those late too."""

    slot: Slot
    called: int
    present: int
    expected: int

    @property
    def complete(self) -> bool:
        """Whether everybody was called."""
        return self.expected > 0 and self.called == self.expected


def roster(training_session_id: int, slot_id: int) -> list[RosterLine]:
    """Return everybody to be called in a slot, by name; only participants are called."""
    marks = latest_marks(training_session_id)
    return [
        _line(it, marks.get((it.id, slot_id), MarkState.BLANK))
        for it in participations(training_session_id)
        if it.role is ParticipationRole.PARTICIPANT
    ]


def slot_states(training_session: TrainingSession) -> list[SlotState]:
    """Return how far the roll call is, slot by slot."""
    marks = latest_marks(training_session.id)
    called = set(
        db.session.scalars(
            select(Participation.id).where(
                Participation.training_session_id == training_session.id,
                Participation.role == ParticipationRole.PARTICIPANT,
            )
        )
    )
    return [_slot_state(it, called, marks) for it in training_session.slots]


def slot_at_hand(states: Sequence[SlotState], today: date) -> SlotState | None:
    """Return the slot whose roll is called next: the first unfinished one that has begun.

    Without one, the first still to come; when all is called, the last.
    """
    held = [it for it in states if it.slot.held]
    begun = [it for it in held if it.slot.day <= today and not it.complete]
    to_come = [it for it in held if it.slot.day > today and not it.complete]
    return next(iter([*begun, *to_come, *reversed(held), *states]), None)


def account_names(user_ids: Sequence[int]) -> dict[int, str]:
    """Return the names of accounts by id."""
    rows = db.session.execute(select(User.id, User.name).where(User.id.in_(user_ids)))
    return {row.id: row.name for row in rows}


def participant_count(training_session_id: int) -> int:
    """Return how many participants a session has, whatever their marks."""
    counted = db.session.scalar(
        select(func.count())
        .select_from(Participation)
        .where(
            Participation.training_session_id == training_session_id,
            Participation.role == ParticipationRole.PARTICIPANT,
        )
    )
    return counted or 0


def tail(service_number: str | None) -> str:
    """Return the last three letters or digits of a service number, zeros included."""
    return "".join(it for it in service_number or "" if it.isalnum())[-TAIL:]


def _line(participation: Participation, state: MarkState) -> RosterLine:
    person = participation.person
    return RosterLine(
        participation_id=participation.id,
        name=display(person.surname, person.given_names),
        rank=participation.rank or "",
        tail=tail(person.service_number),
        sex=participation.sex,
        state=state,
    )


def _slot_state(
    slot: Slot, expected: set[int], marks: Mapping[tuple[int, int], MarkState]
) -> SlotState:
    states = [marks.get((it, slot.id), MarkState.BLANK) for it in expected]
    return SlotState(
        slot=slot,
        called=sum(it is not MarkState.BLANK for it in states),
        present=sum(it in {MarkState.PRESENT, MarkState.LATE} for it in states),
        expected=len(expected),
    )
