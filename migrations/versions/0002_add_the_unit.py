"""Add the unit."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "unit_profile",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name_fr", sa.String(length=160), nullable=False),
        sa.Column("name_en", sa.String(length=160), nullable=False),
        sa.Column("head_function_fr", sa.String(length=120), nullable=False),
        sa.Column("head_function_en", sa.String(length=120), nullable=False),
        sa.Column("place", sa.String(length=80), nullable=False),
        sa.Column("certificate_prefix", sa.String(length=8), nullable=False),
        sa.Column("feminine_ranks", sa.Boolean(), nullable=False),
        sa.Column("is_sample", sa.Boolean(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_unit_profile_only_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit_profile")),
    )


def downgrade() -> None:
    op.drop_table("unit_profile")
