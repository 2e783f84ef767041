"""Facts told without the numbers a database gives, so that two databases can be compared."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from lms.extensions import db
from lms.figures.models import Fact
from lms.sessions.models import TrainingSession


def told(short_codes: Collection[str | None]) -> list[tuple[object, ...]]:
    """Return the facts of some sessions in words and days, sorted."""
    facts = db.session.scalars(
        select(Fact)
        .join(Fact.training_session)
        .options(
            joinedload(Fact.training_session),
            joinedload(Fact.person),
            joinedload(Fact.participation),
            joinedload(Fact.category),
            joinedload(Fact.place),
            joinedload(Fact.course),
            joinedload(Fact.programme),
            joinedload(Fact.organisation),
        )
        .where(TrainingSession.short_code.in_(short_codes))
    )
    return sorted((_told(it) for it in facts), key=str)


def _told(it: Fact) -> tuple[object, ...]:
    return (
        it.training_session.short_code,
        it.participation and it.participation.pass_code,
        it.person and (it.person.folded_name, it.person.service_number),
        (it.count, it.at_least),
        it.outcome,
        it.category.code,
        (it.sex, it.age_group),
        (it.place.release, it.place.code),
        (it.course.code, it.programme and it.programme.code),
        it.organisation and it.organisation.code,
        it.phase,
        it.last_day,
        it.minutes,
        it.rule_version,
        it.recorded_at,
        it.retracted_at,
    )
