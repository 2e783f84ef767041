"""Remember which events are two, and find sessions that end on one day in one place."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "event_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("one_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum("one", "two", name="answer", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "actor_kind",
            sa.Enum(
                "user", "participant", "system", name="actorkind", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("one_id < other_id", name=op.f("ck_event_answer_lower_first")),
        sa.ForeignKeyConstraint(
            ["one_id"],
            ["training_session.id"],
            name=op.f("fk_event_answer_one_id_training_session"),
        ),
        sa.ForeignKeyConstraint(
            ["other_id"],
            ["training_session.id"],
            name=op.f("fk_event_answer_other_id_training_session"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_answer")),
        sa.UniqueConstraint("one_id", "other_id", name=op.f("uq_event_answer_one_id_other_id")),
    )
    with op.batch_alter_table("event_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_answer_other_id"), ["other_id"], unique=False)
    with op.batch_alter_table("training_session", schema=None) as batch_op:
        batch_op.create_index("ix_training_session_ends", ["last_day", "place_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("training_session", schema=None) as batch_op:
        batch_op.drop_index("ix_training_session_ends")
    with op.batch_alter_table("event_answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_answer_other_id"))
    op.drop_table("event_answer")
