"""The list of sessions, searched, filtered, sorted and cut into pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from lms.accounts.actors import Actor
from lms.courses.models import Course, CourseVersion
from lms.extensions import db
from lms.sessions.models import (
    Headcount,
    Participation,
    ParticipationRole,
    Place,
    PlaceLevel,
    Status,
    TrainingSession,
)
from lms.sessions.queries.access import scope

PAGE_SIZE = 25
UNDER_WAY = (Status.PLANNED, Status.OPEN, Status.HELD)
"""Neither closed nor called off."""
NEVER_TOOK_PLACE = (Status.PLANNED, Status.OPEN, Status.CANCELLED)
"""Asked so, as nearly all sessions took place: their days find them, and their status does not."""
ABOVE = aliased(Place)


class Order(StrEnum):
    """How the list is sorted."""

    NEWEST = "newest"
    OLDEST = "oldest"
    COURSE = "course"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is asked of the list; ``region`` is a French name, the same in every release."""

    words: str = ""
    status: Status | None = None
    late_on: date | None = None
    """Only what was over before that day and is still not closed."""
    nobody: bool = False
    """Only what was held with nobody in it (R15)."""
    region: str = ""
    course_id: int | None = None
    order: Order = Order.NEWEST
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """One session in the list; ``participants`` are those counted, not trainers."""

    id: int
    reference: str
    short_code: str
    title_fr: str
    title_en: str
    place_fr: str
    place_en: str
    venue: str
    first_day: date
    last_day: date
    status: Status
    participants: int
    headcount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPage:
    """One page of the list; ``total`` counts all that was asked for."""

    lines: Sequence[SessionLine]
    total: int
    page: int
    pages: int


def session_page(search: Search, actor: Actor) -> SessionPage:
    """Return a page of the sessions ``actor`` may read."""
    asked = _narrowed(search, actor)
    total = db.session.scalar(select(func.count()).select_from(asked.subquery())) or 0
    pages = max(-(-total // PAGE_SIZE), 1)
    page = min(max(search.page, 1), pages)
    rows = db.session.execute(
        asked.order_by(*_order(search.order)).limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE)
    )
    return SessionPage(
        lines=[SessionLine(**row._mapping) for row in rows],  # noqa: SLF001 - its public name
        total=total,
        page=page,
        pages=pages,
    )


def any_readable(actor: Actor) -> bool:
    """Tell whether there is any session ``actor`` may read."""
    return db.session.scalar(select(TrainingSession.id).where(scope(actor)).limit(1)) is not None


def regions_used(actor: Actor) -> list[tuple[str, str]]:
    """Return the French and English names of the regions with sessions, by French name."""
    rows = db.session.execute(
        select(_region_fr(), func.coalesce(ABOVE.name_en, Place.name_en))
        .select_from(TrainingSession)
        .join(TrainingSession.place)
        .outerjoin(ABOVE, (Place.parent_id == ABOVE.id) & (ABOVE.level == PlaceLevel.REGION))
        .where(scope(actor))
        .distinct()
        .order_by(_region_fr())
    )
    return [(row[0], row[1]) for row in rows]


def courses_used(actor: Actor) -> list[tuple[int, str]]:
    """Return ids and codes of the courses with sessions, by code."""
    rows = db.session.execute(
        select(Course.id, Course.code)
        .join(Course.versions)
        .join(TrainingSession, TrainingSession.course_version_id == CourseVersion.id)
        .where(scope(actor))
        .distinct()
        .order_by(Course.code)
    )
    return [(row[0], row[1]) for row in rows]


def late(today: date) -> ColumnElement[bool]:
    """Return the condition that narrows sessions to those over before ``today`` and not closed."""
    return (TrainingSession.last_day < today) & TrainingSession.status.in_(UNDER_WAY)


def nobody() -> ColumnElement[bool]:
    """Return the condition that narrows sessions to those held with nobody in them (R15)."""
    listed, counted = held(TrainingSession.id)
    return TrainingSession.status.not_in(NEVER_TOOK_PLACE) & ~listed & ~counted


def held(of: InstrumentedAttribute[int]) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Return whether a session has somebody on its list, and whether it has a headcount."""
    listed = select(Participation.id).where(
        Participation.training_session_id == of,
        Participation.role == ParticipationRole.PARTICIPANT,
    )
    counted = select(Headcount.id).where(Headcount.training_session_id == of)
    return listed.exists(), counted.exists()


def is_held_with_nobody(training_session_id: int) -> bool:
    """Tell whether a session is flagged as held with nobody in it (R15)."""
    found = select(TrainingSession.id).where(TrainingSession.id == training_session_id, nobody())
    return db.session.scalar(found) is not None


def _narrowed(search: Search, actor: Actor) -> Select[Any]:
    columns: list[Any] = [
        TrainingSession.id,
        TrainingSession.reference,
        TrainingSession.short_code,
        CourseVersion.title_fr,
        CourseVersion.title_en,
        Place.name_fr.label("place_fr"),
        Place.name_en.label("place_en"),
        TrainingSession.venue,
        TrainingSession.first_day,
        TrainingSession.last_day,
        TrainingSession.status,
        _participants().label("participants"),
        _headcount().label("headcount"),
    ]
    query = (
        select(*columns)
        .join(TrainingSession.course_version)
        .join(TrainingSession.place)
        .outerjoin(ABOVE, (Place.parent_id == ABOVE.id) & (ABOVE.level == PlaceLevel.REGION))
        .where(scope(actor))
    )
    if search.status is not None:
        query = query.where(TrainingSession.status == search.status)
    if search.late_on is not None:
        query = query.where(late(search.late_on))
    if search.nobody:
        query = query.where(nobody())
    if search.region:
        query = query.where(_region_fr() == search.region)
    if search.course_id is not None:
        query = query.where(CourseVersion.course_id == search.course_id)
    for word in search.words.split():
        query = query.where(_holds(word))
    return query


def _region_fr() -> ColumnElement[str]:
    return func.coalesce(ABOVE.name_fr, Place.name_fr)


def _participants() -> ColumnElement[int]:
    return (
        select(func.count())
        .where(
            Participation.training_session_id == TrainingSession.id,
            Participation.role == ParticipationRole.PARTICIPANT,
        )
        .scalar_subquery()
    )


def _headcount() -> ColumnElement[int]:
    return (
        select(func.coalesce(func.sum(Headcount.count), 0))
        .where(Headcount.training_session_id == TrainingSession.id)
        .scalar_subquery()
    )


def _holds(word: str) -> ColumnElement[bool]:
    columns = (
        TrainingSession.reference,
        TrainingSession.short_code,
        TrainingSession.venue,
        CourseVersion.title_fr,
        CourseVersion.title_en,
        Place.name_fr,
        Place.name_en,
    )
    # SQLite lowers plain letters only: an accented one is tried in both its cases.
    cases = {word.lower(), word.upper(), word.capitalize()}
    return or_(
        *(column.icontains(it, autoescape=True) for column in columns for it in sorted(cases))
    )


def _order(order: Order) -> list[ColumnElement[Any]]:
    newest: list[ColumnElement[Any]] = [TrainingSession.last_day.desc(), TrainingSession.id.desc()]
    if order is Order.OLDEST:
        return [TrainingSession.first_day.expression, TrainingSession.id.expression]
    if order is Order.COURSE:
        return [TrainingSession.reference.expression]
    if order is Order.PLACE:
        return [Place.name_fr.expression, *newest]
    return newest
