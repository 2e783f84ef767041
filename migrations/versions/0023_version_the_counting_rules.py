"""Version the settings of the counting rules; a course may ask what they ask."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

USUAL = {"minimum_share": 75, "minimum_minutes": 60}
"""What every course asked unless somebody wrote otherwise: the settings of the first version."""


def upgrade() -> None:
    op.create_table(
        "rule_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("minimum_share", sa.Integer(), nullable=False),
        sa.Column("minimum_minutes", sa.Integer(), nullable=False),
        sa.Column("late_counts", sa.Boolean(), nullable=False),
        sa.Column("excused_counts", sa.Boolean(), nullable=False),
        sa.Column("smallest_adults", sa.Integer(), nullable=False),
        sa.Column("smallest_minors", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("proposed_by_id", sa.Integer(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("adopted_by_id", sa.Integer(), nullable=True),
        sa.Column("adopted_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "minimum_share BETWEEN 1 AND 100", name=op.f("ck_rule_version_share_is_a_percentage")
        ),
        sa.CheckConstraint(
            "minimum_minutes >= 0", name=op.f("ck_rule_version_minutes_not_negative")
        ),
        sa.CheckConstraint(
            "1 < smallest_adults AND smallest_adults <= smallest_minors",
            name=op.f("ck_rule_version_minors_first"),
        ),
        sa.CheckConstraint(
            "(number IS NULL) = (adopted_at IS NULL)"
            " AND (number IS NULL) = (adopted_by_id IS NULL)",
            name=op.f("ck_rule_version_adopted_by_somebody"),
        ),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_rule_version_says_why")),
        sa.ForeignKeyConstraint(
            ["adopted_by_id"], ["user.id"], name=op.f("fk_rule_version_adopted_by_id_user")
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by_id"], ["user.id"], name=op.f("fk_rule_version_proposed_by_id_user")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_version")),
        sa.UniqueConstraint("number", name=op.f("uq_rule_version_number")),
    )
    with op.batch_alter_table("course", schema=None) as batch_op:
        for name in USUAL:
            batch_op.alter_column(name, existing_type=sa.Integer(), nullable=True)
    course: sa.TableClause = _course()
    for name, usual in USUAL.items():
        op.execute(course.update().where(course.c[name] == usual).values({name: None}))


def downgrade() -> None:
    course: sa.TableClause = _course()
    for name, usual in USUAL.items():
        op.execute(course.update().where(course.c[name].is_(None)).values({name: usual}))
    with op.batch_alter_table("course", schema=None) as batch_op:
        for name in USUAL:
            batch_op.alter_column(name, existing_type=sa.Integer(), nullable=False)
    op.drop_table("rule_version")


def _course() -> sa.TableClause:
    return sa.table("course", *(sa.column(it, sa.Integer()) for it in USUAL))
