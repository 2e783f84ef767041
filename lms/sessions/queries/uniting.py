"""Participations of one person under several records, and what they come to together."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from lms.extensions import db
from lms.people.queries import identity
from lms.sessions.models import (
    MarkState,
    Participation,
    ParticipationRole,
    Slot,
    TrainingSession,
)
from lms.sessions.outcome import HeldSlot, Judgement, Outcome, judge
from lms.sessions.queries.attendance import marks_in
from lms.sessions.queries.closing import demand_of
from lms.sessions.queries.judging import otherwise
from lms.sessions.rules.uniting import Sheet, contrary, unite
from lms.unit.queries import rules
from lms.unit.rules import FIRST, Rules

InSession = tuple[int, int]
"""The numbers of a session and of the record that stands for a person there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a person comes to in a closed session; ``participation`` is their first."""

    person_id: int
    """Of the record that stands for the person."""
    participation: Participation
    outcome: Outcome
    minutes: int | None
    rule_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrary:
    """A slot of a session in which two records of one person have contrary marks."""

    training_session_id: int
    slot_id: int
    states: tuple[MarkState, MarkState]


def standings(training_session: TrainingSession) -> list[Standing]:
    """Return what each participant of a closed session comes to, one line a person.

    Who stands there once keeps what closing judged; who stands there under several records is
    judged by all their marks together.
    """
    return standings_in([training_session])[training_session.id]


def standings_in(
    training_sessions: Collection[TrainingSession], proposed: Rules | None = None
) -> dict[int, list[Standing]]:
    """Return the same of several closed sessions, by their numbers, in as many statements.

    With ``proposed``, as it would be if those rules were adopted.
    """
    in_force = rules()
    judged = otherwise(training_sessions, in_force, proposed) if proposed else {}
    groups = _groups([it.id for it in training_sessions])
    several = {key for key, those in groups.items() if len(those) > 1}
    marks = _sheets({held for held, _ in several}) if several else {}
    settled = identity.settled({root for _, root in several}) if several else {}
    by_id = {it.id: it for it in training_sessions}
    found: dict[int, list[Standing]] = {it: [] for it in by_id}
    for (held, root), those in groups.items():
        found[held].append(
            _united(
                _Several(root, those, settled.get(root, {})),
                by_id[held],
                marks,
                proposed or in_force,
            )
            if len(those) > 1
            else _as_judged(root, those[0], judged.get(those[0].id))
        )
    return found


def persons_of(training_session_id: int) -> Sequence[int]:
    """Return the numbers of the records in a session."""
    return db.session.scalars(
        select(Participation.person_id).where(
            Participation.training_session_id == training_session_id
        )
    ).all()


def contraries(
    training_session_ids: Collection[int], person_ids: Collection[int]
) -> list[Contrary]:
    """Return the contrary marks that the records have in the sessions, if they were one person."""
    found = []
    for session_id in sorted(training_session_ids):
        sheets = _sheets([session_id])
        theirs = db.session.scalars(
            select(Participation.id).where(
                Participation.training_session_id == session_id,
                Participation.person_id.in_(person_ids),
            )
        ).all()
        slots = contrary([sheets.get(it, {}) for it in theirs])
        found += [
            Contrary(training_session_id=session_id, slot_id=slot, states=states)
            for slot, states in slots.items()
        ]
    return found


def unsettled(training_session_id: int) -> list[Contrary]:
    """Return the contrary marks of merged records in a session that nobody settled yet."""
    groups = _groups([training_session_id])
    several = {root: those for (_, root), those in groups.items() if len(those) > 1}
    if not several:
        return []
    sheets, settled = _sheets([training_session_id]), identity.settled(several)
    return [
        Contrary(training_session_id=training_session_id, slot_id=slot, states=states)
        for root, those in several.items()
        for slot, states in contrary([sheets.get(it.id, {}) for it in those]).items()
        if slot not in settled.get(root, {})
    ]


def _groups(training_session_ids: Collection[int]) -> dict[InSession, list[Participation]]:
    """Return the participants by their session and the record that stands for them (R8)."""
    rows = db.session.scalars(
        select(Participation)
        .where(
            Participation.training_session_id.in_(training_session_ids),
            Participation.role == ParticipationRole.PARTICIPANT,
        )
        .order_by(Participation.id)
        .execution_options(populate_existing=True)  # judged meanwhile, maybe
    ).all()
    root_of = identity.roots({it.person_id for it in rows})
    groups: dict[InSession, list[Participation]] = defaultdict(list)
    for it in rows:
        groups[it.training_session_id, root_of[it.person_id]].append(it)
    return dict(groups)


def _sheets(training_session_ids: Collection[int]) -> dict[int, dict[int, MarkState]]:
    sheets: dict[int, dict[int, MarkState]] = defaultdict(dict)
    for (participation, slot), state in marks_in(training_session_ids).items():
        if state is not MarkState.BLANK:
            sheets[participation][slot] = state
    return dict(sheets)


def _as_judged(root: int, only: Participation, otherwise: Judgement | None) -> Standing:
    return Standing(
        person_id=root,
        participation=only,
        outcome=otherwise.outcome if otherwise else only.outcome or Outcome.NONE,
        minutes=otherwise.minutes if otherwise else only.minutes,
        rule_version=only.rule_version or FIRST,
    )


@dataclass(frozen=True, slots=True)
class _Several:
    """A person under several records in a session, and what somebody settled about them."""

    root: int
    participations: Sequence[Participation]
    settled: Mapping[int, str]


def _united(
    person: _Several, training_session: TrainingSession, marks: Mapping[int, Sheet], by: Rules
) -> Standing:
    states = unite([marks.get(it.id, {}) for it in person.participations], person.settled)
    held: list[Slot] = [it for it in training_session.slots if it.held]
    judgement = judge(
        role=ParticipationRole.PARTICIPANT,
        demand=demand_of(training_session.course_version.course, by),
        slots=[HeldSlot(it.minutes, states.get(it.id, MarkState.BLANK)) for it in held],
    )
    return Standing(
        person_id=person.root,
        participation=person.participations[0],
        outcome=judgement.outcome,
        minutes=judgement.minutes,
        rule_version=by.version,
    )
