"""Add certificates."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "certificate_counter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("prefix", sa.String(length=8), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.CheckConstraint("last >= 0", name=op.f("ck_certificate_counter_last_not_negative")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate_counter")),
        sa.UniqueConstraint("prefix", "year", name=op.f("uq_certificate_counter_prefix_year")),
    )
    op.create_table(
        "certificate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("participation_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("completion", "participation", name="kind", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("number", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "issued",
                "replaced",
                "expired",
                "revoked",
                name="state",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("replaced_by_id", sa.Integer(), nullable=True),
        sa.Column(
            "reason",
            sa.Enum(
                "mistake",
                "wrong_person",
                "attendance",
                "misuse",
                name="reason",
                native_enum=False,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued_by_id", sa.Integer(), nullable=True),
        sa.Column("state_changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(state = 'revoked') = (reason IS NOT NULL)",
            name=op.f("ck_certificate_revoked_has_reason"),
        ),
        sa.CheckConstraint(
            "kind IN ('completion', 'participation')", name=op.f("ck_certificate_kind_issued")
        ),
        sa.CheckConstraint(
            "replaced_by_id IS NULL OR state = 'replaced'",
            name=op.f("ck_certificate_only_replaced_names_another"),
        ),
        sa.ForeignKeyConstraint(
            ["issued_by_id"], ["user.id"], name=op.f("fk_certificate_issued_by_id_user")
        ),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_certificate_participation_id_participation"),
        ),
        sa.ForeignKeyConstraint(
            ["replaced_by_id"],
            ["certificate.id"],
            name=op.f("fk_certificate_replaced_by_id_certificate"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate")),
        sa.UniqueConstraint("code", name=op.f("uq_certificate_code")),
        sa.UniqueConstraint("number", name=op.f("uq_certificate_number")),
    )
    with op.batch_alter_table("certificate", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_certificate_participation_id"), ["participation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_certificate_state"), ["state"], unique=False)
        batch_op.create_index(
            "uq_certificate_valid",
            ["participation_id"],
            unique=True,
            sqlite_where=sa.text("state = 'issued'"),
            postgresql_where=sa.text("state = 'issued'"),
        )


def downgrade() -> None:
    with op.batch_alter_table("certificate", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_certificate_valid",
            sqlite_where=sa.text("state = 'issued'"),
            postgresql_where=sa.text("state = 'issued'"),
        )
        batch_op.drop_index(batch_op.f("ix_certificate_state"))
        batch_op.drop_index(batch_op.f("ix_certificate_participation_id"))

    op.drop_table("certificate")
    op.drop_table("certificate_counter")
