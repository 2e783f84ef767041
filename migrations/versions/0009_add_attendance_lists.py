"""Add attendance lists."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "imported_list",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("training_session_id", sa.Integer(), nullable=False),
        sa.Column("stored_file_id", sa.Integer(), nullable=True),
        sa.Column("filename", sa.String(length=120), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column(
            "state",
            sa.Enum("preview", "applied", name="liststate", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("mapping", sa.JSON(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column(
            "actor_kind",
            sa.Enum(
                "user", "participant", "system", name="actorkind", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded", sa.Integer(), nullable=True),
        sa.Column("refused", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "recorded >= 0 AND refused >= 0", name=op.f("ck_imported_list_counts_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["category_id"], ["category.id"], name=op.f("fk_imported_list_category_id_category")
        ),
        sa.ForeignKeyConstraint(
            ["stored_file_id"],
            ["stored_file.id"],
            name=op.f("fk_imported_list_stored_file_id_stored_file"),
        ),
        sa.ForeignKeyConstraint(
            ["training_session_id"],
            ["training_session.id"],
            name=op.f("fk_imported_list_training_session_id_training_session"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imported_list")),
        sa.UniqueConstraint(
            "training_session_id",
            "digest",
            name=op.f("uq_imported_list_training_session_id_digest"),
        ),
    )
    with op.batch_alter_table("imported_list", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_imported_list_created_at"), ["created_at"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_imported_list_state"), ["state"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_imported_list_stored_file_id"), ["stored_file_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_imported_list_training_session_id"),
            ["training_session_id"],
            unique=False,
        )

    op.create_table(
        "imported_row",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("imported_list_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "decision",
            sa.Enum("known", "new", "refused", name="decision", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column(
            "refusal",
            sa.Enum(
                "no_name",
                "formula",
                "too_long",
                "impossible_birth",
                "repeated_number",
                "other_role",
                name="refusal",
                native_enum=False,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("participation_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["imported_list_id"],
            ["imported_list.id"],
            name=op.f("fk_imported_row_imported_list_id_imported_list"),
        ),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_imported_row_participation_id_participation"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imported_row")),
        sa.UniqueConstraint(
            "imported_list_id", "number", name=op.f("uq_imported_row_imported_list_id_number")
        ),
    )
    with op.batch_alter_table("imported_row", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_imported_row_imported_list_id"), ["imported_list_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_imported_row_participation_id"), ["participation_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("imported_row", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_imported_row_participation_id"))
        batch_op.drop_index(batch_op.f("ix_imported_row_imported_list_id"))

    op.drop_table("imported_row")
    with op.batch_alter_table("imported_list", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_imported_list_training_session_id"))
        batch_op.drop_index(batch_op.f("ix_imported_list_stored_file_id"))
        batch_op.drop_index(batch_op.f("ix_imported_list_state"))
        batch_op.drop_index(batch_op.f("ix_imported_list_created_at"))

    op.drop_table("imported_list")
