"""Add the ledger of facts."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "indicator",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("at_least", sa.Boolean(), nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("period_end", sa.Date(), nullable=False),
        sa.Column("label_fr", sa.String(length=300), nullable=False),
        sa.Column("label_en", sa.String(length=300), nullable=False),
        sa.CheckConstraint("period_start <= period_end", name=op.f("ck_indicator_days_in_order")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator")),
        sa.UniqueConstraint(
            "code",
            "period_start",
            "period_end",
            name=op.f("uq_indicator_code_period_start_period_end"),
        ),
    )
    op.create_table(
        "declared_figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum("trained", "sensitized", "none", name="outcome", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("at_least", sa.Boolean(), nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("period_end", sa.Date(), nullable=False),
        sa.Column("places", sa.String(length=200), nullable=False),
        sa.Column("label_fr", sa.String(length=300), nullable=False),
        sa.Column("label_en", sa.String(length=300), nullable=False),
        sa.CheckConstraint(
            "period_start <= period_end", name=op.f("ck_declared_figure_days_in_order")
        ),
        sa.ForeignKeyConstraint(
            ["category_id"], ["category.id"], name=op.f("fk_declared_figure_category_id_category")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_declared_figure")),
        sa.UniqueConstraint(
            "category_id",
            "outcome",
            "period_start",
            "period_end",
            name=op.f("uq_declared_figure_category_id_outcome_period_start_period_end"),
        ),
    )
    op.create_table(
        "fact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("training_session_id", sa.Integer(), nullable=False),
        sa.Column("participation_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("headcount_id", sa.Integer(), nullable=True),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("at_least", sa.Boolean(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum("trained", "sensitized", "none", name="outcome", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column(
            "sex",
            sa.Enum("m", "f", "unspecified", name="sex", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column(
            "age_group",
            sa.Enum("adult", "minor", name="agegroup", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=True),
        sa.Column("course_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column(
            "phase",
            sa.Enum(
                "pre_deployment",
                "induction",
                "ongoing",
                "refresher",
                name="phase",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("rule_version", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "outcome IN ('trained', 'sensitized')", name=op.f("ck_fact_outcome_counted")
        ),
        sa.CheckConstraint(
            "(person_id IS NOT NULL AND participation_id IS NOT NULL"
            " AND headcount_id IS NULL AND count IS NULL)"
            " OR (person_id IS NULL AND participation_id IS NULL"
            " AND headcount_id IS NOT NULL AND count IS NOT NULL)",
            name=op.f("ck_fact_person_or_headcount"),
        ),
        sa.CheckConstraint("retracted_at >= recorded_at", name=op.f("ck_fact_retracted_later")),
        sa.ForeignKeyConstraint(
            ["category_id"], ["category.id"], name=op.f("fk_fact_category_id_category")
        ),
        sa.ForeignKeyConstraint(
            ["course_id"], ["course.id"], name=op.f("fk_fact_course_id_course")
        ),
        sa.ForeignKeyConstraint(
            ["headcount_id"], ["headcount.id"], name=op.f("fk_fact_headcount_id_headcount")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_fact_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_fact_participation_id_participation"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_fact_person_id_person")
        ),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_fact_place_id_place")),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_fact_programme_id_programme")
        ),
        sa.ForeignKeyConstraint(
            ["training_session_id"],
            ["training_session.id"],
            name=op.f("fk_fact_training_session_id_training_session"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact")),
    )
    with op.batch_alter_table("fact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fact_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_fact_training_session_id"), ["training_session_id"], unique=False
        )
        batch_op.create_index("ix_fact_window", ["last_day", "outcome"], unique=False)
        batch_op.create_index(
            "uq_fact_headcount_live",
            ["headcount_id"],
            unique=True,
            sqlite_where=sa.text("retracted_at IS NULL"),
            postgresql_where=sa.text("retracted_at IS NULL"),
        )
        batch_op.create_index(
            "uq_fact_participation_live",
            ["participation_id"],
            unique=True,
            sqlite_where=sa.text("retracted_at IS NULL"),
            postgresql_where=sa.text("retracted_at IS NULL"),
        )


def downgrade() -> None:
    with op.batch_alter_table("fact", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_fact_participation_live",
            sqlite_where=sa.text("retracted_at IS NULL"),
            postgresql_where=sa.text("retracted_at IS NULL"),
        )
        batch_op.drop_index(
            "uq_fact_headcount_live",
            sqlite_where=sa.text("retracted_at IS NULL"),
            postgresql_where=sa.text("retracted_at IS NULL"),
        )
        batch_op.drop_index("ix_fact_window")
        batch_op.drop_index(batch_op.f("ix_fact_training_session_id"))
        batch_op.drop_index(batch_op.f("ix_fact_person_id"))

    op.drop_table("fact")
    op.drop_table("declared_figure")
    op.drop_table("indicator")
