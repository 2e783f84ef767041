"""Writing a list of headcounts into its session: sums, and which row added what (R2)."""

from collections import Counter
from collections.abc import Sequence

from lms.accounts.actors import Actor
from lms.lists import queries
from lms.lists.errors import NothingToRecord, TotalsDiffer
from lms.lists.models import ImportedList, ImportedRow
from lms.lists.outcomes import Decision
from lms.lists.queries import CountPreview
from lms.lists.reading.counts import CountRow, Group
from lms.people import queries as people
from lms.sessions import queries as sessions, services as session_services
from lms.sessions.models import Headcount, TrainingSession
from lms.sessions.outcome import Outcome
from lms.sessions.values import Heads

Cell = tuple[int, Group]
"""Category, sex and age group."""


def record(
    *, imported_list: ImportedList, accept_lines: bool, outcome: Outcome, actor: Actor
) -> CountPreview:
    """Add every row that can be to the headcounts of the session, and keep which added what.

    Raises ``NothingToRecord``; ``TotalsDiffer`` unless ``accept_lines`` says that the rows are
    right; ``NotForThisCourse`` for people *trained* in a sensitization, ``UnknownCategory``.
    """
    preview = queries.preview_counts(imported_list)
    if not preview.to_record:
        raise NothingToRecord(imported_list.tag)
    if preview.declared_total is not None and preview.totals_differ and not accept_lines:
        raise TotalsDiffer(preview.declared_total, preview.sums.total())
    codes = {it.code: it.id for it in people.categories(with_inactive=True)}
    training_session = imported_list.training_session
    session_services.count_heads(
        training_session=training_session,
        heads=_heads(preview.to_record, codes, _stored(training_session, outcome), outcome),
        actor=actor,
    )
    stored = _stored(training_session, outcome)
    imported_list.rows = [
        entry
        for row in preview.rows
        for entry in (_refused(row) if row.refusal else _counted(row, codes, stored))
    ]
    return preview


def _stored(training_session: TrainingSession, outcome: Outcome) -> dict[Cell, Headcount]:
    return {
        (it.category_id, (it.sex, it.age_group)): it
        for it in sessions.headcounts(training_session.id)
        if it.outcome is outcome
    }


def _heads(
    rows: Sequence[CountRow],
    codes: dict[str, int],
    stored: dict[Cell, Headcount],
    outcome: Outcome,
) -> list[Heads]:
    """Return what each cell comes to: what is there and what the rows add."""
    sums: Counter[Cell] = Counter()
    open_ended: set[Cell] = set()
    for row in rows:
        for group, count in row.counts.items():
            cell = codes[row.category], group
            sums[cell] += count
            if row.at_least:
                open_ended.add(cell)
    return [
        Heads(
            category_id=cell[0],
            sex=cell[1][0],
            age_group=cell[1][1],
            outcome=outcome,
            count=added + (stored[cell].count if cell in stored else 0),
            at_least=cell in open_ended or (cell in stored and stored[cell].at_least),
        )
        for cell, added in sums.items()
    ]


def _refused(row: CountRow) -> list[ImportedRow]:
    return [ImportedRow(number=row.number, decision=Decision.REFUSED, refusal=row.refusal)]


def _counted(
    row: CountRow, codes: dict[str, int], stored: dict[Cell, Headcount]
) -> list[ImportedRow]:
    """Return an entry for each headcount the row adds to."""
    return [
        ImportedRow(
            number=row.number,
            decision=Decision.COUNTED,
            headcount=stored[codes[row.category], group],
            counted=count,
        )
        for group, count in row.counts.items()
    ]
