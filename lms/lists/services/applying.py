"""Writing a list into its session: persons, participations and marks."""

from collections.abc import Mapping, Sequence
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
from lms.lists.services import _access, _counting, _keeping, _people, _remembering, _unnamed
from lms.lists.services._people import Entry
from lms.lists.values import NO_ROW, Picked
from lms.sessions import services as sessions
from lms.sessions.kinds import MarkSource, MarkState
from lms.sessions.models import TrainingSession
from lms.sessions.outcome import Outcome as Counted
from lms.sessions.values import Tap

FILLED = "filled"
"""Where the evidence of a known row keeps what ``people.services.complete`` changed."""

log = structlog.get_logger(__name__)


def apply(  # noqa: PLR0913 - one argument a question of the form
    *,
    imported_list: ImportedList,
    accept_lines: bool,
    unnamed: Picked = NO_ROW,
    outcome: Counted = Counted.SENSITIZED,
    now: datetime,
    actor: Actor,
) -> ImportedList:
    """Record every row that can be: persons, participations and marks, all or nothing.

    Of the refused rows those ``unnamed`` are counted in the headcounts, where they can be;
    ``outcome`` is that of the people of a list of headcounts. Raises ``NothingToRecord``;
    ``TotalsDiffer`` unless ``accept_lines`` says that the rows are right; ``AlreadyRecorded``,
    ``SessionOver``.
    """
    _access.lock_preview(imported_list, actor)
    _access.require_open(imported_list.training_session)
    if queries.mapping_of(imported_list).counts:
        counts = _counting.record(
            imported_list=imported_list, accept_lines=accept_lines, outcome=outcome, actor=actor
        )
        refused = len(counts.rows) - len(counts.to_record)
        _close(imported_list, len(counts.to_record), refused, now)
        _keeping.keep_as_evidence(imported_list, whole=not counts.withheld, actor=actor)
        _trace(imported_list, actor)
        return imported_list
    preview = queries.preview(imported_list)
    counted = [it for it in queries.unnamed(imported_list, preview) if unnamed.holds(it.number)]
    if not preview.to_record and not counted:
        raise NothingToRecord(imported_list.tag)
    if preview.declared_total is not None and preview.totals_differ and not accept_lines:
        raise TotalsDiffer(preview.declared_total, len(preview.outcomes))
    training_session = imported_list.training_session
    now = _own_instant(imported_list, now)
    entries = _people.enter(
        training_session=training_session, outcomes=preview.to_record, actor=actor
    )
    _mark(training_session, preview.to_record, entries, now, actor)
    heads = _unnamed.count(training_session, counted, actor)
    imported_list.rows = [
        _row(it, entries.get(it.row.number), heads.get(it.row.number)) for it in preview.outcomes
    ]
    _close(imported_list, len(preview.to_record), preview.counts[Decision.REFUSED], now)
    _keeping.keep_as_evidence(imported_list, whole=not preview.withheld, actor=actor)
    _trace(imported_list, actor)
    return imported_list


def _close(imported_list: ImportedList, recorded: int, refused: int, now: datetime) -> None:
    imported_list.state = ListState.APPLIED
    imported_list.applied_at = now
    imported_list.recorded, imported_list.refused = recorded, refused
    _remembering.remember(imported_list=imported_list, now=now)
    db.session.flush()  # constraints speak here, before the page says it is done


def _mark(
    training_session: TrainingSession,
    outcomes: Sequence[Outcome],
    entries: Mapping[int, Entry],
    now: datetime,
    actor: Actor,
) -> None:
    slots = queries.slots_of(training_session)
    sessions.mark_many(
        training_session=training_session,
        marks=[
            Tap(
                participation_id=_participation_id(entries[it.row.number]),
                slot_id=slot.id,
                state=state,
            )
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


def _row(outcome: Outcome, entry: Entry | None, headcount_id: int | None) -> ImportedRow:
    """Return what became of a row, and what it takes to undo it."""
    row = ImportedRow(
        number=outcome.row.number,
        decision=outcome.decision,
        refusal=outcome.refusal,
        headcount_id=headcount_id,
        counted=int(headcount_id is not None),
    )
    if entry is None:
        return row
    row.participation_id = _participation_id(entry)
    row.registered, row.enrolled = entry.registered, entry.enrolled
    row.suggestion = entry.suggestion
    if outcome.decision is Decision.KNOWN:
        row.evidence = {**outcome.candidates[0].evidence, FILLED: entry.filled}
    return row


def _participation_id(entry: Entry) -> int:
    if entry.participation is None:
        raise ValueError("entries have their participation")
    return entry.participation.id


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
