"""Drafting a course: its terms, and the title and summary of a version."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict

import structlog
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.courses import queries
from lms.courses.errors import CodeTaken, TermsFixed
from lms.courses.models import Course, CourseVersion, Programme
from lms.courses.values import Terms, VersionText
from lms.errors import StaleEdit
from lms.extensions import db

log = structlog.get_logger(__name__)


def add_programme(*, code: str, label_fr: str, label_en: str, actor: Actor) -> Programme:
    """Add a programme, under which courses stand together in the figures.

    Raises ``CodeTaken`` when a programme has the code already.
    """
    require(actor, "programme:add", Role.UNIT_HEAD, system=True)
    if db.session.scalar(select(Programme.id).where(Programme.code == code)) is not None:
        raise CodeTaken(code)
    programme = Programme(code=code, label_fr=label_fr, label_en=label_en)
    db.session.add(programme)
    db.session.flush()  # the trail needs the id
    audit.record("programme:add", f"programme:{programme.id}", actor=actor)
    return programme


def draft_course(*, terms: Terms, text: VersionText, actor: Actor) -> CourseVersion:
    """Begin a course with a first version, to be filled with modules.

    Raises ``CodeTaken`` when a course has the code already.
    """
    require(actor, "course:draft", Role.TRAINER, Role.UNIT_HEAD, system=True)
    with _code_of_its_own(terms.code):
        course = Course(**asdict(terms))
        course_version = CourseVersion(
            course=course, number=1, drafted_by_id=actor.user_id, **asdict(text)
        )
        db.session.add(course_version)
    audit.record("course:draft", f"course:{course.id}", actor=actor)
    log.info("course.drafted", id=course.id, actor_kind=actor.kind, actor_id=actor.id)
    return course_version


def edit_terms(*, course: Course, terms: Terms, actor: Actor) -> Course:
    """Change what a course counts as, while no version of it was ever published.

    Raises ``TermsFixed`` afterwards, and ``CodeTaken`` when another course has the code.
    """
    require(actor, "course:edit", Role.TRAINER, Role.UNIT_HEAD, system=True)
    locked = db.session.get_one(Course, course.id, with_for_update=True, populate_existing=True)
    if queries.was_published(locked.id):
        raise TermsFixed(f"course:{locked.id}")
    with _code_of_its_own(terms.code, course_id=locked.id):
        for name, value in asdict(terms).items():
            setattr(locked, name, value)
    audit.record("course:edit", f"course:{locked.id}", actor=actor)
    return locked


def edit_version(
    *, course_version: CourseVersion, text: VersionText, revision: int, actor: Actor
) -> CourseVersion:
    """Replace title, summary and days of a draft that was read at ``revision``.

    Raises ``NotADraft`` once it is published, and ``StaleEdit`` when somebody saved meanwhile.
    """
    require(actor, "course_version:edit", Role.TRAINER, Role.UNIT_HEAD, system=True)
    locked = queries.locked_draft(course_version.id)
    if locked.revision != revision:
        raise StaleEdit(f"course_version:{locked.id}")
    for name, value in asdict(text).items():
        setattr(locked, name, value)
    locked.revision += 1
    audit.record("course_version:edit", f"course_version:{locked.id}", actor=actor)
    return locked


@contextmanager
def _code_of_its_own(code: str, course_id: int | None = None) -> Iterator[None]:
    """Write what the block changes; raise ``CodeTaken`` when another course has the code.

    Two clicks at once both find it free: the database then stops the second.
    """
    taken = select(Course.id).where(Course.code == code, Course.id != course_id)
    if db.session.scalar(taken) is not None:
        raise CodeTaken(code)
    try:
        with db.session.begin_nested():
            yield
    except IntegrityError as error:
        raise CodeTaken(code) from error
