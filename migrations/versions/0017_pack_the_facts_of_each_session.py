"""Keep the facts of each session packed beside their rows."""

import struct
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from secrets import randbits
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

# As lms/figures/ledger/records.py packed them when this was written.
RECORD = "<IIIiqqIIIIIIBBBB"
OUTCOMES = ("trained", "sensitized")
PHASES = ("pre_deployment", "induction", "ongoing", "refresher")
SEXES = ("m", "f", "unspecified")
AGE_GROUPS = ("adult", "minor")
MOST_ROWS = 500

COLUMNS = (
    "id, person_id, training_session_id, last_day, recorded_at, retracted_at, count, category_id,"
    " place_id, programme_id, course_id, organisation_id, phase, outcome, sex, age_group, at_least"
)


def upgrade() -> None:
    block: sa.Table = op.create_table(
        "fact_block",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("training_session_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["training_session_id"],
            ["training_session.id"],
            name=op.f("fk_fact_block_training_session_id_training_session"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_block")),
        sa.UniqueConstraint(
            "month", "training_session_id", name=op.f("uq_fact_block_month_training_session_id")
        ),
    )
    op.create_index(
        op.f("ix_fact_block_training_session_id"), "fact_block", ["training_session_id"]
    )
    month: sa.Table = op.create_table(
        "ledger_month",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("stamp", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_month")),
        sa.UniqueConstraint("month", name=op.f("uq_ledger_month_month")),
    )
    packed: dict[tuple[int, int], bytes] = defaultdict(bytes)
    for it in _facts():
        packed[it.last_day.year * 12 + it.last_day.month - 1, it.training_session_id] += _pack(it)
    rows: list[dict[str, Any]] = [
        {"month": number, "training_session_id": held, "content": content}
        for (number, held), content in packed.items()
    ]
    for start in range(0, len(rows), MOST_ROWS):
        op.bulk_insert(block, rows[start : start + MOST_ROWS])
    op.bulk_insert(
        month,
        [{"month": it, "stamp": randbits(62)} for it in sorted({number for number, _ in packed})],
    )


def downgrade() -> None:
    op.drop_table("ledger_month")
    op.drop_table("fact_block")


def _facts() -> sa.CursorResult[Any]:
    moments: dict[str, Any] = {
        it: sa.DateTime(timezone=True) for it in ("recorded_at", "retracted_at")
    }
    kinds: dict[str, Any] = {"last_day": sa.Date(), "at_least": sa.Boolean(), **moments}
    columns: list[Any] = [sa.column(it, kinds.get(it)) for it in COLUMNS.split(", ")]
    return op.get_bind().execute(
        sa.select(*columns).select_from(sa.table("fact")).order_by(sa.column("id"))
    )


def _pack(it: sa.Row[Any]) -> bytes:
    return struct.pack(
        RECORD,
        it.id,
        it.person_id or 0,
        it.training_session_id,
        (it.last_day - date(1970, 1, 1)).days,
        _moment(it.recorded_at),
        _moment(it.retracted_at),
        it.count or 0,
        it.category_id,
        it.place_id,
        it.programme_id or 0,
        it.course_id,
        it.organisation_id or 0,
        PHASES.index(it.phase),
        OUTCOMES.index(it.outcome),
        AGE_GROUPS.index(it.age_group) * len(SEXES) + SEXES.index(it.sex),
        int(it.at_least),
    )


def _moment(it: datetime | None) -> int:
    if it is None:
        return 0
    known: datetime = it if it.tzinfo else it.replace(tzinfo=UTC)
    return (known - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
