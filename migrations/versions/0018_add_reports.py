"""Add reports that are frozen when they are published."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "prepared",
                "published",
                "superseded",
                name="reportstate",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("period_end", sa.Date(), nullable=False),
        sa.Column("regions", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("print_range", sa.Boolean(), nullable=False),
        sa.Column("prepared_by_id", sa.Integer(), nullable=False),
        sa.Column("prepared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("approved_by_id", sa.Integer(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("as_of", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rule_version", sa.Integer(), nullable=True),
        sa.Column("content", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("fact_runs", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("last_fact_id", sa.Integer(), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=True),
        sa.Column("signature", sa.String(length=128), nullable=True),
        sa.Column("public_key", sa.String(length=64), nullable=True),
        sa.Column("succeeds_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.CheckConstraint("approved_by_id <> prepared_by_id", name=op.f("ck_report_two_persons")),
        sa.CheckConstraint("period_start <= period_end", name=op.f("ck_report_days_in_order")),
        sa.CheckConstraint(
            "state = 'prepared' OR (content IS NOT NULL AND signature IS NOT NULL"
            " AND as_of IS NOT NULL AND approved_by_id IS NOT NULL)",
            name=op.f("ck_report_published_is_frozen"),
        ),
        sa.CheckConstraint(
            "succeeds_id IS NULL OR reason <> ''", name=op.f("ck_report_correction_says_why")
        ),
        sa.ForeignKeyConstraint(
            ["approved_by_id"], ["user.id"], name=op.f("fk_report_approved_by_id_user")
        ),
        sa.ForeignKeyConstraint(
            ["prepared_by_id"], ["user.id"], name=op.f("fk_report_prepared_by_id_user")
        ),
        sa.ForeignKeyConstraint(
            ["succeeds_id"], ["report.id"], name=op.f("fk_report_succeeds_id_report")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        sa.UniqueConstraint("code", name=op.f("uq_report_code")),
        sa.UniqueConstraint("succeeds_id", name=op.f("uq_report_succeeds_id")),
    )
    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_report_state"), ["state"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_report_state"))
    op.drop_table("report")
