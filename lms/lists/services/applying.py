"""Writing a list into its session: persons, participations and marks."""

from collections.abc import Sequence
from datetime import datetime

import structlog
from sqlalchemy import select

from lms.accounts import audit
from lms.accounts.actors import Actor
from lms.extensions import db
from lms.lists import queries
from lms.lists.errors import NothingToRecord, TotalsDiffer
from lms.lists.models import ImportedList, ImportedRow, ListState
from lms.lists.outcomes import Decision, Outcome
from lms.lists.reading.person import ReadRow
from lms.lists.services import _access, _keeping, counting, remembering
from lms.people import queries as people, services as people_services
from lms.people.kinds import Sex
from lms.people.models import Person
from lms.people.values import Identity
from lms.sessions import services as sessions
from lms.sessions.kinds import MarkSource, MarkState
from lms.sessions.models import Participation, TrainingSession
from lms.sessions.outcome import Outcome as Counted
from lms.sessions.values import Enrolment, Snapshot, Tap

log = structlog.get_logger(__name__)


def apply(
    *,
    imported_list: ImportedList,
    accept_lines: bool,
    now: datetime,
    outcome: Counted = Counted.SENSITIZED,
    actor: Actor,
) -> ImportedList:
    """Record every row that can be: persons, participations and marks, all or nothing.

    ``outcome`` is that of people counted without names. Raises ``NothingToRecord``;
    ``TotalsDiffer`` unless ``accept_lines`` says that the rows are right; ``AlreadyRecorded``,
    ``SessionOver``.
    """
    _access.lock_preview(imported_list, actor)
    _access.require_open(imported_list.training_session)
    if queries.mapping_of(imported_list).counts:
        counts = counting.record(
            imported_list=imported_list, accept_lines=accept_lines, outcome=outcome, actor=actor
        )
        refused = len(counts.rows) - len(counts.to_record)
        _close(imported_list, len(counts.to_record), refused, now)
        _keeping.keep_as_evidence(imported_list, whole=not counts.withheld, actor=actor)
        _trace(imported_list, actor)
        return imported_list
    preview = queries.preview(imported_list)
    if not preview.to_record:
        raise NothingToRecord(imported_list.tag)
    if preview.declared_total is not None and preview.totals_differ and not accept_lines:
        raise TotalsDiffer(preview.declared_total, len(preview.outcomes))
    participations = _enrol(imported_list.training_session, preview.to_record, actor)
    _mark(imported_list.training_session, preview.to_record, participations, now, actor)
    imported_list.rows = [_row(it, participations) for it in preview.outcomes]
    _close(imported_list, len(preview.to_record), preview.counts[Decision.REFUSED], now)
    _keeping.keep_as_evidence(imported_list, whole=not preview.withheld, actor=actor)
    _trace(imported_list, actor)
    return imported_list


def _close(imported_list: ImportedList, recorded: int, refused: int, now: datetime) -> None:
    imported_list.state = ListState.APPLIED
    imported_list.applied_at = now
    imported_list.recorded, imported_list.refused = recorded, refused
    remembering.remember(imported_list=imported_list, now=now)
    db.session.flush()  # constraints speak here, before the page says it is done


def _enrol(
    training_session: TrainingSession, outcomes: Sequence[Outcome], actor: Actor
) -> dict[int, Participation]:
    """Return the participation of each row, by its number; those already there keep theirs."""
    persons = _persons(training_session, outcomes, actor)
    present = {
        it.person_id: it
        for it in db.session.scalars(
            select(Participation).where(Participation.training_session_id == training_session.id)
        )
    }
    codes = _category_ids()
    organisations = {it.code: it.id for it in people.organisations()}
    entering = [it for it in outcomes if persons[it.row.number].id not in present]
    added = sessions.enrol_many(
        training_session=training_session,
        enrolments=[
            Enrolment(person=persons[it.row.number], then=_snapshot(it.row, codes, organisations))
            for it in entering
        ],
        actor=actor,
    )
    present |= {it.person_id: it for it in added}
    return {it.row.number: present[persons[it.row.number].id] for it in outcomes}


def _persons(
    training_session: TrainingSession, outcomes: Sequence[Outcome], actor: Actor
) -> dict[int, Person]:
    codes = _category_ids()
    organisations = {it.code: it.id for it in people.organisations()}
    new = [it for it in outcomes if it.person_id is None]
    registered = people_services.register_many(
        identities=[_identity(it.row, codes, organisations) for it in new],
        on=training_session.first_day,
        actor=actor,
    )
    persons = {it.row.number: person for it, person in zip(new, registered, strict=True)}
    for it in outcomes:
        if it.person_id is not None:
            person = people.person(it.person_id)
            people_services.add_spelling(
                person=person,
                surname=it.row.surname,
                given_names=it.row.given_names,
                actor=actor,
            )
            persons[it.row.number] = person
    return persons


def _category_ids() -> dict[str, int]:
    """Return the number of each category; one switched off meanwhile is that of the list yet."""
    return {it.code: it.id for it in people.categories(with_inactive=True)}


def _identity(row: ReadRow, codes: dict[str, int], organisations: dict[str, int]) -> Identity:
    return Identity(
        surname=row.surname,
        given_names=row.given_names,
        sex=row.sex,
        birth_date=row.birth.day if row.birth else None,
        birth_precision=row.birth.precision if row.birth else None,
        phone=row.phone,
        service_number=row.service_number,
        rank=row.rank,
        unit=row.unit,
        category_id=codes[row.category],
        organisation_id=organisations.get(row.organisation or ""),
    )


def _snapshot(row: ReadRow, codes: dict[str, int], organisations: dict[str, int]) -> Snapshot:
    return Snapshot(
        category_id=codes[row.category],
        organisation_id=organisations.get(row.organisation or ""),
        unit=row.unit,
        rank=row.rank,
        sex=None if row.sex is Sex.UNSPECIFIED else row.sex,
    )


def _mark(
    training_session: TrainingSession,
    outcomes: Sequence[Outcome],
    participations: dict[int, Participation],
    now: datetime,
    actor: Actor,
) -> None:
    slots = queries.slots_of(training_session)
    sessions.mark_many(
        training_session=training_session,
        marks=[
            Tap(participation_id=participations[it.row.number].id, slot_id=slot.id, state=state)
            for it in outcomes
            for slot, state in zip(slots, it.row.marks, strict=True)
            if state is not MarkState.BLANK
        ],
        source=MarkSource.LIST,
        now=now,
        actor=actor,
    )


def _row(outcome: Outcome, participations: dict[int, Participation]) -> ImportedRow:
    entered = participations.get(outcome.row.number)
    return ImportedRow(
        number=outcome.row.number,
        decision=outcome.decision,
        refusal=outcome.refusal,
        participation_id=entered.id if entered else None,
    )


def _trace(imported_list: ImportedList, actor: Actor) -> None:
    changes = {"recorded": imported_list.recorded, "refused": imported_list.refused}
    audit.record("imported_list:applied", imported_list.tag, changes=changes, actor=actor)
    log.info(
        "imported_list.applied",
        id=imported_list.id,
        recorded=imported_list.recorded,
        refused=imported_list.refused,
        actor_kind=actor.kind,
        actor_id=actor.id,
    )
