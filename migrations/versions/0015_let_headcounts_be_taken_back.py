"""Let headcounts be taken back with the list that counted them."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("headcount", schema=None) as batch_op:
        batch_op.add_column(sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.drop_constraint(
            batch_op.f("uq_headcount_training_session_id_category_id_sex_age_group_outcome"),
            type_="unique",
        )
        batch_op.create_index(
            "uq_headcount_cell",
            ["training_session_id", "category_id", "sex", "age_group", "outcome"],
            unique=True,
            sqlite_where=sa.text("withdrawn_at IS NULL"),
            postgresql_where=sa.text("withdrawn_at IS NULL"),
        )


def downgrade() -> None:
    with op.batch_alter_table("headcount", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_headcount_cell",
            sqlite_where=sa.text("withdrawn_at IS NULL"),
            postgresql_where=sa.text("withdrawn_at IS NULL"),
        )
        batch_op.create_unique_constraint(
            batch_op.f("uq_headcount_training_session_id_category_id_sex_age_group_outcome"),
            ["training_session_id", "category_id", "sex", "age_group", "outcome"],
        )
        batch_op.drop_column("withdrawn_at")
