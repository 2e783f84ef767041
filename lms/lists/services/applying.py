"""Writing a list into its session: persons, participations and marks."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

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
from lms.lists.services import _access, _keeping, _unnamed
from lms.lists.values import NO_ROW, Picked
from lms.people import queries as people, services as people_services
from lms.people.kinds import Sex
from lms.people.models import Person
from lms.people.values import Identity
from lms.sessions import services as sessions
from lms.sessions.kinds import MarkSource, MarkState
from lms.sessions.models import Participation, TrainingSession
from lms.sessions.values import Enrolment, Snapshot, Tap

log = structlog.get_logger(__name__)


def apply(
    *,
    imported_list: ImportedList,
    accept_lines: bool,
    unnamed: Picked = NO_ROW,
    now: datetime,
    actor: Actor,
) -> ImportedList:
    """Record every row that can be: persons, participations and marks, all or nothing.

    Of the refused rows those ``unnamed`` are counted in the headcounts, where they can be. Raises
    ``NothingToRecord``; ``TotalsDiffer`` unless ``accept_lines`` says that the rows are right;
    ``AlreadyRecorded``, ``SessionOver``.
    """
    _access.lock_preview(imported_list, actor)
    _access.require_open(imported_list.training_session)
    preview = queries.preview(imported_list)
    counted = [it for it in queries.unnamed(imported_list, preview) if unnamed.holds(it.number)]
    if not preview.to_record and not counted:
        raise NothingToRecord(imported_list.tag)
    if preview.declared_total is not None and preview.totals_differ and not accept_lines:
        raise TotalsDiffer(preview.declared_total, len(preview.outcomes))
    now = _own_instant(imported_list, now)
    here = _here(imported_list.training_session)
    participations = _enrol(imported_list.training_session, preview.to_record, actor)
    _mark(imported_list.training_session, preview.to_record, participations, now, actor)
    heads = _unnamed.count(imported_list.training_session, counted, actor)
    imported_list.rows = [_row(it, participations, here, heads) for it in preview.outcomes]
    imported_list.state = ListState.APPLIED
    imported_list.applied_at = now
    imported_list.recorded = len(preview.to_record)
    imported_list.refused = preview.counts[Decision.REFUSED]
    db.session.flush()  # constraints speak here, before the page says it is done
    _keeping.keep_as_evidence(imported_list, whole=not preview.withheld, actor=actor)
    _trace(imported_list, actor)
    return imported_list


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


def _own_instant(imported_list: ImportedList, now: datetime) -> datetime:
    """Return an instant at which no other list went into the session: marks tell theirs by it."""
    others = select(ImportedList.applied_at).where(
        ImportedList.training_session_id == imported_list.training_session_id
    )
    taken = set(db.session.scalars(others))
    while now in taken:
        now += timedelta(microseconds=1)
    return now


def _here(training_session: TrainingSession) -> frozenset[int]:
    """Return the participations of a session before a list brings more."""
    asked = select(Participation.id).where(
        Participation.training_session_id == training_session.id
    )
    return frozenset(db.session.scalars(asked))


def _row(
    outcome: Outcome,
    participations: dict[int, Participation],
    here: Collection[int],
    heads: dict[int, int],
) -> ImportedRow:
    entered = participations.get(outcome.row.number)
    return ImportedRow(
        number=outcome.row.number,
        decision=outcome.decision,
        refusal=outcome.refusal,
        participation_id=entered.id if entered else None,
        registered=entered is not None and outcome.person_id is None,
        enrolled=entered is not None and entered.id not in here,
        headcount_id=heads.get(outcome.row.number),
        counted=int(outcome.row.number in heads),
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
