"""Add courses."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "programme",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("label_fr", sa.String(length=160), nullable=False),
        sa.Column("label_en", sa.String(length=160), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme")),
        sa.UniqueConstraint("code", name=op.f("uq_programme_code")),
    )
    op.create_table(
        "course",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum("training", "sensitization", name="coursekind", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("audience_id", sa.Integer(), nullable=True),
        sa.Column("pass_mark", sa.Integer(), nullable=False),
        sa.Column("minimum_share", sa.Integer(), nullable=False),
        sa.Column("minimum_minutes", sa.Integer(), nullable=False),
        sa.Column(
            "certificate",
            sa.Enum(
                "completion",
                "participation",
                "none",
                name="certificatekind",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("minimum_minutes >= 0", name=op.f("ck_course_minutes_not_negative")),
        sa.CheckConstraint(
            "minimum_share BETWEEN 1 AND 100", name=op.f("ck_course_share_is_a_percentage")
        ),
        sa.CheckConstraint(
            "pass_mark BETWEEN 0 AND 100", name=op.f("ck_course_pass_mark_is_a_percentage")
        ),
        sa.ForeignKeyConstraint(
            ["audience_id"], ["category.id"], name=op.f("fk_course_audience_id_category")
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_course_programme_id_programme")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course")),
        sa.UniqueConstraint("code", name=op.f("uq_course_code")),
    )
    with op.batch_alter_table("course", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_course_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "course_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("course_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title_fr", sa.String(length=200), nullable=False),
        sa.Column("title_en", sa.String(length=200), nullable=False),
        sa.Column("summary_fr", sa.Text(), nullable=False),
        sa.Column("summary_en", sa.Text(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "draft",
                "published",
                "withdrawn",
                name="versionstatus",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("effective_from", sa.Date(), nullable=False),
        sa.Column("effective_to", sa.Date(), nullable=True),
        sa.Column("drafted_by_id", sa.Integer(), nullable=True),
        sa.Column("published_by_id", sa.Integer(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "effective_to >= effective_from",
            name=op.f("ck_course_version_effective_days_in_order"),
        ),
        sa.ForeignKeyConstraint(
            ["course_id"], ["course.id"], name=op.f("fk_course_version_course_id_course")
        ),
        sa.ForeignKeyConstraint(
            ["drafted_by_id"], ["user.id"], name=op.f("fk_course_version_drafted_by_id_user")
        ),
        sa.ForeignKeyConstraint(
            ["published_by_id"], ["user.id"], name=op.f("fk_course_version_published_by_id_user")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_version")),
        sa.UniqueConstraint(
            "course_id", "number", name=op.f("uq_course_version_course_id_number")
        ),
    )
    with op.batch_alter_table("course_version", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_course_version_course_id"), ["course_id"], unique=False
        )

    op.create_table(
        "module",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("course_version_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title_fr", sa.String(length=200), nullable=False),
        sa.Column("title_en", sa.String(length=200), nullable=False),
        sa.Column("objective_fr", sa.Text(), nullable=False),
        sa.Column("objective_en", sa.Text(), nullable=False),
        sa.Column("body_fr", sa.Text(), nullable=False),
        sa.Column("body_en", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_module_minutes_positive")),
        sa.ForeignKeyConstraint(
            ["course_version_id"],
            ["course_version.id"],
            name=op.f("fk_module_course_version_id_course_version"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_module")),
    )
    with op.batch_alter_table("module", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_module_course_version_id"), ["course_version_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("module", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_module_course_version_id"))

    op.drop_table("module")
    with op.batch_alter_table("course_version", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_course_version_course_id"))

    op.drop_table("course_version")
    with op.batch_alter_table("course", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_course_programme_id"))

    op.drop_table("course")
    op.drop_table("programme")
