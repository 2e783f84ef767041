"""The catalogue: each course as its version in force shows it."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from lms.courses import rules
from lms.courses.models import Course, CourseKind, CourseVersion, Module, VersionStatus
from lms.extensions import db


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One course in the catalogue, as its version in force shows it, or its latest one."""

    course_id: int
    code: str
    kind: CourseKind
    title_fr: str
    title_en: str
    status: VersionStatus
    effective_from: date
    number: int
    modules: int
    minutes: int
    drafting: bool
    """Whether a draft is being written, besides what is offered."""


def catalogue(today: date) -> list[Entry]:
    """Return every course by code, each as its version in force ``today`` or its latest."""
    loaded = db.session.scalars(
        select(Course).options(selectinload(Course.versions)).order_by(Course.code)
    )
    sizes = {
        row.course_version_id: (row.modules, row.minutes)
        for row in db.session.execute(
            select(
                Module.course_version_id,
                func.count(Module.id).label("modules"),
                func.sum(Module.minutes).label("minutes"),
            ).group_by(Module.course_version_id)
        )
    }
    return [_entry(it, sizes, today) for it in loaded]


def narrowed(
    entries: Sequence[Entry], *, words: str = "", kind: str = "", state: str = ""
) -> list[Entry]:
    """Return the entries with every word in code or titles, whatever case and accents.

    An empty ``kind`` or ``state`` narrows nothing; ``draft`` also finds courses whose next
    version is being written.
    """
    wanted = _folded(words).split()
    return [
        it
        for it in entries
        if all(word in _folded(f"{it.code} {it.title_fr} {it.title_en}") for word in wanted)
        and kind in {"", it.kind}
        and (state in {"", it.status} or (state == VersionStatus.DRAFT and it.drafting))
    ]


def ordered(entries: Sequence[Entry], *, by: str, language: str) -> list[Entry]:
    """Return the entries by code, or by title, modules or minutes; the longest first."""
    keys: dict[str, Callable[[Entry], tuple[object, ...]]] = {
        "title": lambda it: (_folded(getattr(it, f"title_{language}")), it.code),
        "modules": lambda it: (-it.modules, it.code),
        "minutes": lambda it: (-it.minutes, it.code),
    }
    return sorted(entries, key=keys.get(by, lambda it: (it.code,)))


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _entry(it: Course, sizes: dict[int, tuple[int, int]], today: date) -> Entry:
    shown = shown_version(it.versions, today)
    modules, minutes = sizes.get(shown.id, (0, 0))
    return Entry(
        course_id=it.id,
        code=it.code,
        kind=it.kind,
        title_fr=shown.title_fr,
        title_en=shown.title_en,
        status=shown.status,
        effective_from=shown.effective_from,
        number=shown.number,
        modules=modules,
        minutes=minutes,
        drafting=any(other.status is VersionStatus.DRAFT for other in it.versions),
    )


def shown_version(of_course: Sequence[CourseVersion], today: date) -> CourseVersion:
    """Return the published version in force ``today``; without one, the latest of all."""
    in_force = [
        it
        for it in of_course
        if it.status is VersionStatus.PUBLISHED and rules.covers(it.force, today)
    ]
    return (in_force or of_course)[-1]
