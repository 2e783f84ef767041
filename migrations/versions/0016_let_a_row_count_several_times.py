"""Let a row of a list of headcounts add to several headcounts."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("imported_row", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("uq_imported_row_imported_list_id_number"), type_="unique"
        )
        batch_op.create_index(
            "uq_imported_row_number",
            ["imported_list_id", "number"],
            unique=True,
            sqlite_where=sa.text("decision <> 'counted'"),
            postgresql_where=sa.text("decision <> 'counted'"),
        )


def downgrade() -> None:
    with op.batch_alter_table("imported_row", schema=None) as batch_op:
        batch_op.drop_index("uq_imported_row_number")
        batch_op.create_unique_constraint(
            batch_op.f("uq_imported_row_imported_list_id_number"), ["imported_list_id", "number"]
        )
