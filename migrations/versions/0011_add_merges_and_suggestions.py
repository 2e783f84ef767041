"""Add merges, distinctions and suggestions."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "distinction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("one_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "actor_kind",
            sa.Enum(
                "user", "participant", "system", name="actorkind", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("one_id < other_id", name=op.f("ck_distinction_lower_first")),
        sa.ForeignKeyConstraint(
            ["one_id"], ["person.id"], name=op.f("fk_distinction_one_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["person.id"], name=op.f("fk_distinction_other_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_distinction")),
        sa.UniqueConstraint("one_id", "other_id", name=op.f("uq_distinction_one_id_other_id")),
    )
    with op.batch_alter_table("distinction", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_distinction_one_id"), ["one_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_distinction_other_id"), ["other_id"], unique=False)
    op.create_table(
        "merge",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("merged_id", sa.Integer(), nullable=False),
        sa.Column("survivor_id", sa.Integer(), nullable=False),
        sa.Column("settled", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "actor_kind",
            sa.Enum(
                "user", "participant", "system", name="actorkind", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "undone_actor_kind",
            sa.Enum(
                "user", "participant", "system", name="actorkind", native_enum=False, length=32
            ),
            nullable=True,
        ),
        sa.Column("undone_actor_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("merged_id <> survivor_id", name=op.f("ck_merge_two_records")),
        sa.ForeignKeyConstraint(
            ["merged_id"], ["person.id"], name=op.f("fk_merge_merged_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["survivor_id"], ["person.id"], name=op.f("fk_merge_survivor_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merge")),
    )
    with op.batch_alter_table("merge", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_merge_merged_id"), ["merged_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_merge_survivor_id"), ["survivor_id"], unique=False)
        batch_op.create_index(
            "uq_merge_standing",
            ["merged_id"],
            unique=True,
            sqlite_where=sa.text("undone_at IS NULL"),
            postgresql_where=sa.text("undone_at IS NULL"),
        )
    op.create_table(
        "suggestion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "name_only",
                "spelling",
                "number",
                "phone",
                "contradiction",
                "several",
                name="doubtkind",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("likelihood", sa.Integer(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column(
            "verdict",
            sa.Enum(
                "open", "same", "different", "void", name="verdict", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "actor_kind",
            sa.Enum(
                "user", "participant", "system", name="actorkind", native_enum=False, length=32
            ),
            nullable=True,
        ),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "likelihood BETWEEN 0 AND 1000", name=op.f("ck_suggestion_likelihood_in_thousandths")
        ),
        sa.CheckConstraint("person_id <> candidate_id", name=op.f("ck_suggestion_two_records")),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["person.id"], name=op.f("fk_suggestion_candidate_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_suggestion_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggestion")),
        sa.UniqueConstraint(
            "person_id", "candidate_id", name=op.f("uq_suggestion_person_id_candidate_id")
        ),
    )
    with op.batch_alter_table("suggestion", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_suggestion_candidate_id"), ["candidate_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_suggestion_person_id"), ["person_id"], unique=False)
        batch_op.create_index("ix_suggestion_verdict_kind", ["verdict", "kind"], unique=False)
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(sa.Column("merged_into_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(
            batch_op.f("ix_person_merged_into_id"), ["merged_into_id"], unique=False
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_person_merged_into_id_person"), "person", ["merged_into_id"], ["id"]
        )
    with op.batch_alter_table("person_name", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("name_key", sa.String(length=400), nullable=False, server_default="")
        )
        batch_op.create_index(batch_op.f("ix_person_name_name_key"), ["name_key"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("person_name", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_name_name_key"))
        batch_op.drop_column("name_key")
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_person_merged_into_id_person"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_person_merged_into_id"))
        batch_op.drop_column("erased_at")
        batch_op.drop_column("withdrawn_at")
        batch_op.drop_column("merged_into_id")
    with op.batch_alter_table("suggestion", schema=None) as batch_op:
        batch_op.drop_index("ix_suggestion_verdict_kind")
        batch_op.drop_index(batch_op.f("ix_suggestion_person_id"))
        batch_op.drop_index(batch_op.f("ix_suggestion_candidate_id"))
    op.drop_table("suggestion")
    with op.batch_alter_table("merge", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_merge_standing",
            sqlite_where=sa.text("undone_at IS NULL"),
            postgresql_where=sa.text("undone_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_merge_survivor_id"))
        batch_op.drop_index(batch_op.f("ix_merge_merged_id"))
    op.drop_table("merge")
    with op.batch_alter_table("distinction", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_distinction_other_id"))
        batch_op.drop_index(batch_op.f("ix_distinction_one_id"))
    op.drop_table("distinction")
