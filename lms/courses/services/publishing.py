"""Publishing, revising and withdrawing versions."""

from datetime import date, datetime

import structlog

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.courses import queries, rules
from lms.courses.errors import AnotherInForce, DraftExists, Incomplete, NotPublished
from lms.courses.models import Course, CourseVersion, Module, VersionStatus
from lms.extensions import db
from lms.signals import course_version_revised

log = structlog.get_logger(__name__)


def publish(*, course_version: CourseVersion, now: datetime, actor: Actor) -> CourseVersion:
    """Offer a draft from its first day on; the version it follows ends on the eve.

    Raises ``NotADraft``, ``Incomplete`` with what is missing, and ``AnotherInForce`` when a
    published version begins later on a day this one covers. A published version that begins
    on the same day is withdrawn, since nothing is left of it.
    """
    require(actor, "course_version:publish", Role.UNIT_HEAD, system=True)
    _lock_course(course_version)
    draft = queries.locked_draft(course_version.id)
    missing = queries.missing(draft)
    if missing:
        raise Incomplete(missing)
    _make_way(draft)
    draft.status = VersionStatus.PUBLISHED
    draft.published_by_id = actor.user_id
    draft.published_at = now
    draft.revision += 1
    audit.record("course_version:publish", f"course_version:{draft.id}", actor=actor)
    log.info("course_version.published", id=draft.id, actor_kind=actor.kind, actor_id=actor.id)
    return draft


def revise_version(
    *, course_version: CourseVersion, effective_from: date, actor: Actor
) -> CourseVersion:
    """Return a new draft with the content of a published version, to be changed at leisure.

    Raises ``NotPublished``, and ``DraftExists`` when the course has a draft already.
    """
    require(actor, "course_version:revise", Role.TRAINER, Role.UNIT_HEAD, system=True)
    _lock_course(course_version)
    origin = queries.locked(course_version.id)
    if origin.status is not VersionStatus.PUBLISHED:
        raise NotPublished(f"course_version:{origin.id}")
    versions = queries.versions(origin.course_id)
    for other in versions:
        if other.status is VersionStatus.DRAFT:
            raise DraftExists(other.number)
    draft = CourseVersion(
        course_id=origin.course_id,
        number=versions[-1].number + 1,
        title_fr=origin.title_fr,
        title_en=origin.title_en,
        summary_fr=origin.summary_fr,
        summary_en=origin.summary_en,
        effective_from=effective_from,
        drafted_by_id=actor.user_id,
        modules=[_copy(module) for module in origin.modules],
    )
    db.session.add(draft)
    db.session.flush()  # the trail and the signal need the id
    audit.record("course_version:revise", f"course_version:{draft.id}", actor=actor)
    course_version_revised.send(draft, origin=origin, actor=actor)
    return draft


def withdraw(*, course_version: CourseVersion, actor: Actor) -> CourseVersion:
    """Offer a published version no more; sessions that have it keep it.

    Raises ``NotPublished`` for a draft, or one withdrawn already.
    """
    require(actor, "course_version:withdraw", Role.UNIT_HEAD, system=True)
    locked = queries.locked(course_version.id)
    if locked.status is not VersionStatus.PUBLISHED:
        raise NotPublished(f"course_version:{locked.id}")
    locked.status = VersionStatus.WITHDRAWN
    audit.record("course_version:withdraw", f"course_version:{locked.id}", actor=actor)
    return locked


def _lock_course(course_version: CourseVersion) -> None:
    # Versions of one course must not overlap nor share a number: their writers wait here.
    db.session.get_one(Course, course_version.course_id, with_for_update=True)


def _make_way(draft: CourseVersion) -> None:
    for other in queries.versions(draft.course_id):
        if other.status is not VersionStatus.PUBLISHED:
            continue
        left = rules.cut_short(other.force, draft.force)
        if left is None:
            other.status = VersionStatus.WITHDRAWN
        elif rules.overlap(left, draft.force):
            raise AnotherInForce(other.number, other.effective_from)
        else:
            other.effective_to = left.last


def _copy(module: Module) -> Module:
    return Module(
        position=module.position,
        minutes=module.minutes,
        title_fr=module.title_fr,
        title_en=module.title_en,
        objective_fr=module.objective_fr,
        objective_en=module.objective_en,
        body_fr=module.body_fr,
        body_en=module.body_en,
    )
