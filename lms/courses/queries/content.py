"""Reading courses, versions and modules."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from lms.courses import parity, rules
from lms.courses.errors import NotADraft
from lms.courses.models import Course, CourseVersion, Module, Programme, VersionStatus
from lms.courses.parity import Gap, Part, Text
from lms.errors import NotFound
from lms.extensions import db
from lms.signals import course_version_publishing_asked


def offered_on(day: date) -> Sequence[CourseVersion]:
    """Return the published versions in force on ``day`` with their courses, by course code.

    At most one of each course, since publishing keeps versions from overlapping.
    """
    return db.session.scalars(
        select(CourseVersion)
        .join(CourseVersion.course)
        .options(joinedload(CourseVersion.course))
        .where(
            CourseVersion.status == VersionStatus.PUBLISHED,
            CourseVersion.effective_from <= day,
            func.coalesce(CourseVersion.effective_to, day) >= day,
        )
        .order_by(Course.code, CourseVersion.id)
    ).all()


def course(course_id: int) -> Course:
    """Return a course with its versions, oldest first. Raises ``NotFound``."""
    found = db.session.get(Course, course_id, options=[selectinload(Course.versions)])
    if found is None:
        raise NotFound(f"course:{course_id}")
    return found


def version(course_version_id: int) -> CourseVersion:
    """Return a version with its course and modules. Raises ``NotFound``."""
    found = db.session.get(
        CourseVersion,
        course_version_id,
        options=[joinedload(CourseVersion.course), selectinload(CourseVersion.modules)],
    )
    if found is None:
        raise NotFound(f"course_version:{course_version_id}")
    return found


def versions(course_id: int) -> Sequence[CourseVersion]:
    """Return every version of a course, by number."""
    return db.session.scalars(
        select(CourseVersion)
        .where(CourseVersion.course_id == course_id)
        .order_by(CourseVersion.number)
    ).all()


def module(module_id: int) -> Module:
    """Return a module with its version and course. Raises ``NotFound``."""
    found = db.session.get(
        Module,
        module_id,
        options=[joinedload(Module.course_version).joinedload(CourseVersion.course)],
    )
    if found is None:
        raise NotFound(f"module:{module_id}")
    return found


def programmes() -> Sequence[Programme]:
    """Return every programme by code."""
    return db.session.scalars(select(Programme).order_by(Programme.code)).all()


def was_published(course_id: int) -> bool:
    """Tell whether a version of the course was ever published."""
    first = select(CourseVersion.id).where(
        CourseVersion.course_id == course_id, CourseVersion.published_at.is_not(None)
    )
    return db.session.scalar(first.limit(1)) is not None


def missing(course_version: CourseVersion) -> list[Gap]:
    """Return what keeps a version from being published: texts first, then what rooms above say."""
    gaps = parity.gaps(texts(course_version))
    if not course_version.modules:
        gaps.append(Gap(part=Part.MODULES))
    for _receiver, told in course_version_publishing_asked.send(course_version):
        gaps += told
    return gaps


def texts(course_version: CourseVersion) -> list[Text]:
    """Return every text of a version in both languages, in reading order."""
    found = [
        Text(part=Part.TITLE, fr=course_version.title_fr, en=course_version.title_en),
        Text(
            part=Part.SUMMARY,
            fr=course_version.summary_fr,
            en=course_version.summary_en,
            required=False,
        ),
    ]
    for it in course_version.modules:
        found += _module_texts(it)
    return found


def _module_texts(it: Module) -> list[Text]:
    return [
        Text(part=Part.MODULE_TITLE, fr=it.title_fr, en=it.title_en, number=it.position),
        Text(
            part=Part.OBJECTIVE,
            fr=it.objective_fr,
            en=it.objective_en,
            number=it.position,
            required=False,
        ),
        Text(part=Part.BODY, fr=it.body_fr, en=it.body_en, number=it.position, required=False),
    ]


def superseded_by(draft: CourseVersion) -> list[CourseVersion]:
    """Return the published versions that publishing ``draft`` will end or withdraw."""
    return [
        it
        for it in versions(draft.course_id)
        if it.status is VersionStatus.PUBLISHED
        and it.id != draft.id
        and rules.cut_short(it.force, draft.force) != it.force
    ]


def locked(course_version_id: int) -> CourseVersion:
    """Return a version and its modules as they now stand; who changes one version waits here."""
    return db.session.get_one(
        CourseVersion,
        course_version_id,
        options=[selectinload(CourseVersion.modules)],
        with_for_update=True,
        populate_existing=True,
    )


def locked_draft(course_version_id: int) -> CourseVersion:
    """Return a draft as it now stands, locked.

    Raises ``NotADraft`` when it has been published meanwhile, or withdrawn.
    """
    draft = locked(course_version_id)
    if draft.status is not VersionStatus.DRAFT:
        raise NotADraft(f"course_version:{draft.id}")
    return draft
