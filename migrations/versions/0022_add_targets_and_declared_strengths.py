"""Add targets and declared strengths; find the spellings of units quickly."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

HOLDS: sa.TextClause = sa.text("withdrawn_at IS NULL")
HOLDS_FOR_ALL: sa.TextClause = sa.text("withdrawn_at IS NULL AND category_id IS NULL")


def upgrade() -> None:
    op.create_table(
        "strength",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(length=120), nullable=False),
        sa.Column("unit_key", sa.String(length=120), nullable=False),
        sa.Column("rotation", sa.String(length=60), nullable=False),
        sa.Column("region", sa.String(length=20), nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("period_end", sa.Date(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column(
            "actor_kind",
            sa.Enum(
                "user",
                "participant",
                "system",
                name="actorkind",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("count > 0", name=op.f("ck_strength_count_positive")),
        sa.CheckConstraint("period_start <= period_end", name=op.f("ck_strength_days_in_order")),
        sa.ForeignKeyConstraint(
            ["category_id"], ["category.id"], name=op.f("fk_strength_category_id_category")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_strength")),
    )
    with op.batch_alter_table("strength", schema=None) as batch_op:
        batch_op.create_index(
            "uq_strength_of_rotation",
            ["category_id", "unit_key", "period_start"],
            unique=True,
            sqlite_where=HOLDS,
            postgresql_where=HOLDS,
        )
    op.create_table(
        "target",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "measure",
            sa.Enum(
                "persons_trained",
                "persons_sensitized",
                "participations",
                "participations_all",
                "headcount_sensitized",
                "headcount_trained",
                "indicator",
                name="measure",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("category_id", sa.Integer(), nullable=True),
        sa.Column("region", sa.String(length=20), nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("period_end", sa.Date(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column(
            "actor_kind",
            sa.Enum(
                "user",
                "participant",
                "system",
                name="actorkind",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("count > 0", name=op.f("ck_target_count_positive")),
        sa.CheckConstraint("period_start <= period_end", name=op.f("ck_target_days_in_order")),
        sa.ForeignKeyConstraint(
            ["category_id"], ["category.id"], name=op.f("fk_target_category_id_category")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_target")),
    )
    with op.batch_alter_table("target", schema=None) as batch_op:
        batch_op.create_index(
            "uq_target_of_category",
            ["measure", "category_id", "region", "period_start", "period_end"],
            unique=True,
            sqlite_where=HOLDS,
            postgresql_where=HOLDS,
        )
        batch_op.create_index(
            "uq_target_of_all",
            ["measure", "region", "period_start", "period_end"],
            unique=True,
            sqlite_where=HOLDS_FOR_ALL,
            postgresql_where=HOLDS_FOR_ALL,
        )
    op.create_index(op.f("ix_participation_unit"), "participation", ["unit"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_participation_unit"), table_name="participation")
    op.drop_table("target")
    op.drop_table("strength")
