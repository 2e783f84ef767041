"""Let lists be taken back."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("imported_list", schema=None) as batch_op:
        batch_op.add_column(sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("imported_row", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("registered", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(
            sa.Column("enrolled", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(sa.Column("suggestion_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("evidence", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("headcount_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("counted", sa.Integer(), nullable=False, server_default="0"))
        batch_op.create_foreign_key(
            batch_op.f("fk_imported_row_suggestion_id_suggestion"),
            "suggestion",
            ["suggestion_id"],
            ["id"],
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_imported_row_headcount_id_headcount"),
            "headcount",
            ["headcount_id"],
            ["id"],
            ondelete="SET NULL",
        )
    with op.batch_alter_table("participation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.drop_constraint(
            batch_op.f("uq_participation_training_session_id_person_id"), type_="unique"
        )
        batch_op.create_index(
            "uq_participation_person",
            ["training_session_id", "person_id"],
            unique=True,
            sqlite_where=sa.text("withdrawn_at IS NULL"),
            postgresql_where=sa.text("withdrawn_at IS NULL"),
        )


def downgrade() -> None:
    with op.batch_alter_table("participation", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_participation_person",
            sqlite_where=sa.text("withdrawn_at IS NULL"),
            postgresql_where=sa.text("withdrawn_at IS NULL"),
        )
        batch_op.create_unique_constraint(
            batch_op.f("uq_participation_training_session_id_person_id"),
            ["training_session_id", "person_id"],
        )
        batch_op.drop_column("withdrawn_at")
    with op.batch_alter_table("imported_row", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("fk_imported_row_headcount_id_headcount"), type_="foreignkey"
        )
        batch_op.drop_constraint(
            batch_op.f("fk_imported_row_suggestion_id_suggestion"), type_="foreignkey"
        )
        batch_op.drop_column("counted")
        batch_op.drop_column("headcount_id")
        batch_op.drop_column("evidence")
        batch_op.drop_column("suggestion_id")
        batch_op.drop_column("enrolled")
        batch_op.drop_column("registered")
    with op.batch_alter_table("imported_list", schema=None) as batch_op:
        batch_op.drop_column("undone_at")
