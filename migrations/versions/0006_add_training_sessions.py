"""Add training sessions."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "place",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("release", sa.String(length=20), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column(
            "level",
            sa.Enum(
                "country", "region", "cercle", name="placelevel", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column("name_fr", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("sensitive", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["place.id"], name=op.f("fk_place_parent_id_place")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sa.UniqueConstraint("release", "code", name=op.f("uq_place_release_code")),
    )
    with op.batch_alter_table("place", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_place_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "training_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=32), nullable=False),
        sa.Column("short_code", sa.String(length=8), nullable=False),
        sa.Column("course_version_id", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("venue", sa.String(length=160), nullable=False),
        sa.Column("lead_organisation_id", sa.Integer(), nullable=True),
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
        sa.Column(
            "delivery",
            sa.Enum(
                "classroom", "online", "blended", name="delivery", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "planned",
                "open",
                "held",
                "closed",
                "cancelled",
                name="status",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("status_reason", sa.String(length=300), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by_id", sa.Integer(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("capacity > 0", name=op.f("ck_training_session_capacity_positive")),
        sa.CheckConstraint(
            "first_day <= last_day", name=op.f("ck_training_session_days_in_order")
        ),
        sa.ForeignKeyConstraint(
            ["closed_by_id"], ["user.id"], name=op.f("fk_training_session_closed_by_id_user")
        ),
        sa.ForeignKeyConstraint(
            ["course_version_id"],
            ["course_version.id"],
            name=op.f("fk_training_session_course_version_id_course_version"),
        ),
        sa.ForeignKeyConstraint(
            ["lead_organisation_id"],
            ["organisation.id"],
            name=op.f("fk_training_session_lead_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["place.id"], name=op.f("fk_training_session_place_id_place")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_session")),
        sa.UniqueConstraint("reference", name=op.f("uq_training_session_reference")),
        sa.UniqueConstraint("short_code", name=op.f("uq_training_session_short_code")),
    )
    with op.batch_alter_table("training_session", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_training_session_course_version_id"),
            ["course_version_id"],
            unique=False,
        )
        batch_op.create_index("ix_training_session_days", ["first_day", "last_day"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_training_session_place_id"), ["place_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_training_session_status"), ["status"], unique=False)

    op.create_table(
        "facilitator",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("training_session_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("lead", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["training_session_id"],
            ["training_session.id"],
            name=op.f("fk_facilitator_training_session_id_training_session"),
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user.id"], name=op.f("fk_facilitator_user_id_user")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_facilitator")),
        sa.UniqueConstraint(
            "training_session_id",
            "user_id",
            name=op.f("uq_facilitator_training_session_id_user_id"),
        ),
    )
    with op.batch_alter_table("facilitator", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_facilitator_training_session_id"), ["training_session_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_facilitator_user_id"), ["user_id"], unique=False)

    op.create_table(
        "headcount",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("training_session_id", sa.Integer(), nullable=False),
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
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("at_least", sa.Boolean(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum("trained", "sensitized", "none", name="outcome", native_enum=False, length=32),
            nullable=False,
        ),
        sa.CheckConstraint(
            "outcome IN ('trained', 'sensitized')", name=op.f("ck_headcount_outcome_counted")
        ),
        sa.CheckConstraint("count > 0", name=op.f("ck_headcount_count_positive")),
        sa.ForeignKeyConstraint(
            ["category_id"], ["category.id"], name=op.f("fk_headcount_category_id_category")
        ),
        sa.ForeignKeyConstraint(
            ["training_session_id"],
            ["training_session.id"],
            name=op.f("fk_headcount_training_session_id_training_session"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_headcount")),
        sa.UniqueConstraint(
            "training_session_id",
            "category_id",
            "sex",
            "age_group",
            "outcome",
            name=op.f("uq_headcount_training_session_id_category_id_sex_age_group_outcome"),
        ),
    )
    with op.batch_alter_table("headcount", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_headcount_training_session_id"), ["training_session_id"], unique=False
        )

    op.create_table(
        "joint_organisation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("training_session_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_joint_organisation_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["training_session_id"],
            ["training_session.id"],
            name=op.f("fk_joint_organisation_training_session_id_training_session"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_joint_organisation")),
        sa.UniqueConstraint(
            "training_session_id",
            "organisation_id",
            name=op.f("uq_joint_organisation_training_session_id_organisation_id"),
        ),
    )
    with op.batch_alter_table("joint_organisation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_joint_organisation_training_session_id"),
            ["training_session_id"],
            unique=False,
        )

    op.create_table(
        "participation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("training_session_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "participant",
                "trainer",
                "interpreter",
                "observer",
                "official",
                "other",
                name="participationrole",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("unit", sa.String(length=120), nullable=True),
        sa.Column("rank", sa.String(length=60), nullable=True),
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
        sa.Column("pass_code", sa.String(length=7), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum("trained", "sensitized", "none", name="outcome", native_enum=False, length=32),
            nullable=True,
        ),
        sa.Column("marks_obtained", sa.Integer(), nullable=True),
        sa.Column("marks_held", sa.Integer(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("rule_version", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["category_id"], ["category.id"], name=op.f("fk_participation_category_id_category")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_participation_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_participation_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["training_session_id"],
            ["training_session.id"],
            name=op.f("fk_participation_training_session_id_training_session"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participation")),
        sa.UniqueConstraint(
            "training_session_id",
            "pass_code",
            name=op.f("uq_participation_training_session_id_pass_code"),
        ),
        sa.UniqueConstraint(
            "training_session_id",
            "person_id",
            name=op.f("uq_participation_training_session_id_person_id"),
        ),
    )
    with op.batch_alter_table("participation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_participation_category_id"), ["category_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_participation_person_id"), ["person_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_participation_training_session_id"),
            ["training_session_id"],
            unique=False,
        )

    op.create_table(
        "slot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("training_session_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column(
            "half",
            sa.Enum("day", "morning", "afternoon", name="half", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_slot_minutes_positive")),
        sa.ForeignKeyConstraint(
            ["training_session_id"],
            ["training_session.id"],
            name=op.f("fk_slot_training_session_id_training_session"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slot")),
        sa.UniqueConstraint(
            "training_session_id", "position", name=op.f("uq_slot_training_session_id_position")
        ),
    )
    with op.batch_alter_table("slot", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_slot_training_session_id"), ["training_session_id"], unique=False
        )

    op.create_table(
        "attendance_mark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("participation_id", sa.Integer(), nullable=False),
        sa.Column("slot_id", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "present",
                "late",
                "excused",
                "absent",
                "blank",
                name="markstate",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "source",
            sa.Enum("roster", "list", "bulk", name="marksource", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("device_time", sa.DateTime(timezone=True), nullable=True),
        sa.Column("client_uuid", sa.String(length=36), nullable=True),
        sa.Column(
            "actor_kind",
            sa.Enum(
                "user", "participant", "system", name="actorkind", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_attendance_mark_participation_id_participation"),
        ),
        sa.ForeignKeyConstraint(
            ["slot_id"], ["slot.id"], name=op.f("fk_attendance_mark_slot_id_slot")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance_mark")),
        sa.UniqueConstraint("client_uuid", name=op.f("uq_attendance_mark_client_uuid")),
    )
    with op.batch_alter_table("attendance_mark", schema=None) as batch_op:
        batch_op.create_index(
            "ix_attendance_mark_latest", ["participation_id", "slot_id", "id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_attendance_mark_slot_id"), ["slot_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("attendance_mark", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attendance_mark_slot_id"))
        batch_op.drop_index("ix_attendance_mark_latest")

    op.drop_table("attendance_mark")
    with op.batch_alter_table("slot", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_slot_training_session_id"))

    op.drop_table("slot")
    with op.batch_alter_table("participation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_participation_training_session_id"))
        batch_op.drop_index(batch_op.f("ix_participation_person_id"))
        batch_op.drop_index(batch_op.f("ix_participation_category_id"))

    op.drop_table("participation")
    with op.batch_alter_table("joint_organisation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_joint_organisation_training_session_id"))

    op.drop_table("joint_organisation")
    with op.batch_alter_table("headcount", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_headcount_training_session_id"))

    op.drop_table("headcount")
    with op.batch_alter_table("facilitator", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_facilitator_user_id"))
        batch_op.drop_index(batch_op.f("ix_facilitator_training_session_id"))

    op.drop_table("facilitator")
    with op.batch_alter_table("training_session", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_training_session_status"))
        batch_op.drop_index(batch_op.f("ix_training_session_place_id"))
        batch_op.drop_index("ix_training_session_days")
        batch_op.drop_index(batch_op.f("ix_training_session_course_version_id"))

    op.drop_table("training_session")
    with op.batch_alter_table("place", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_place_parent_id"))

    op.drop_table("place")
