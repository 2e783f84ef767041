"""Keeping the facts of a session packed beside its rows, in the transaction that writes them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from secrets import randbits

from sqlalchemy import delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from lms.extensions import db
from lms.figures.ledger.records import OUTCOMES, PHASES, column, day_number, moment_number, pack
from lms.figures.models import Fact, FactBlock, LedgerMonth
from lms.lib.portions import portions

MOST_SESSIONS = 200  # read at once
STAMP_BITS = 62


def month_number(day: date) -> int:
    """Return the months since year 0, by which blocks are found."""
    return day.year * 12 + day.month - 1


def keep(training_session_ids: Collection[int]) -> None:
    """Pack the facts of these sessions again as they are now, and say which months changed.

    Months are marked in one order, so that two writers who keep once wait for each other and
    never both. Of two who keep several times PostgreSQL may have to refuse one, as busy. They
    are marked at once, for whoever reads before the commit must not take the old stamp for this.
    """
    changed: set[int] = set()
    for some in portions(sorted(set(training_session_ids)), MOST_SESSIONS):
        changed |= _keep(some)
    for month in sorted(changed):
        _mark(month)


def _keep(ids: list[int]) -> set[int]:
    gone = db.session.scalars(
        delete(FactBlock).where(FactBlock.training_session_id.in_(ids)).returning(FactBlock.month),
        execution_options={"synchronize_session": False},
    )
    changed = set(gone)
    made = _packs(ids)
    if made:
        db.session.execute(
            insert(FactBlock),
            [
                {"month": month, "training_session_id": held, "content": content}
                for (month, held), content in made.items()
            ],
        )
    return changed | {month for month, _held in made}


def otherwise(training_session_ids: Collection[int]) -> set[int]:
    """Return the sessions whose packs do not say what their facts say."""
    kept: dict[tuple[int, int], bytes] = {
        (it.month, it.training_session_id): it.content
        for it in db.session.scalars(
            select(FactBlock).where(FactBlock.training_session_id.in_(training_session_ids))
        )
    }
    said = _packs(training_session_ids)
    return {it[1] for it in kept.keys() | said if kept.get(it) != said.get(it)}


def _packs(ids: Iterable[int]) -> dict[tuple[int, int], bytes]:
    """Return the facts of these sessions packed, by month and session."""
    records: dict[tuple[int, int], list[tuple[int, ...]]] = defaultdict(list)
    for month, record in _records(ids):
        records[month, record[2]].append(record)
    return {key: pack(those) for key, those in records.items()}


def _records(ids: Iterable[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Return each fact of these sessions, retracted ones too, with the month of its day."""
    rows = db.session.execute(
        select(
            Fact.id,
            Fact.person_id,
            Fact.training_session_id,
            Fact.last_day,
            Fact.recorded_at,
            Fact.retracted_at,
            Fact.count.label("heads"),
            Fact.category_id,
            Fact.place_id,
            Fact.programme_id,
            Fact.course_id,
            Fact.organisation_id,
            Fact.phase,
            Fact.outcome,
            Fact.sex,
            Fact.age_group,
            Fact.at_least,
        )
        .where(Fact.training_session_id.in_(ids))
        .order_by(Fact.id)
    )
    for it in rows:
        yield (
            month_number(it.last_day),
            (
                it.id,
                it.person_id or 0,
                it.training_session_id,
                day_number(it.last_day),
                moment_number(it.recorded_at),
                moment_number(it.retracted_at),
                it.heads or 0,
                it.category_id,
                it.place_id,
                it.programme_id or 0,
                it.course_id,
                it.organisation_id or 0,
                PHASES.index(it.phase),
                OUTCOMES.index(it.outcome),
                column(it.sex, it.age_group),
                int(it.at_least),
            ),
        )


def _mark(month: int) -> None:
    """Give a month a stamp that no other state of it ever had, not even one rolled back."""
    stamp = randbits(STAMP_BITS)
    upsert = (postgresql.insert if db.engine.dialect.name == "postgresql" else sqlite.insert)(
        LedgerMonth
    ).values(month=month, stamp=stamp)
    db.session.execute(
        upsert.on_conflict_do_update(index_elements=["month"], set_={"stamp": stamp})
    )
