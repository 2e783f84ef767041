from dataclasses import replace
from datetime import date

import pytest

from lms.courses import queries
from lms.courses.kinds import CourseKind, VersionStatus
from lms.courses.queries import Entry
from tests.factories.courses import CourseFactory, CourseVersionFactory, ModuleFactory

pytestmark = pytest.mark.usefixtures("database")

TODAY = date(2014, 6, 1)
ENTRY = Entry(
    course_id=1,
    code="FDS-2J",
    kind=CourseKind.TRAINING,
    title_fr="Écouter les enfants",
    title_en="Listening to children",
    status=VersionStatus.PUBLISHED,
    effective_from=TODAY,
    number=1,
    modules=2,
    minutes=90,
    drafting=True,
)


def test_a_course_is_shown_as_the_version_in_force() -> None:
    course = CourseFactory.create()
    old = CourseVersionFactory.create(course=course, effective_to=date(2014, 12, 31))
    CourseVersionFactory.create(course=course, number=2, effective_from=date(2015, 1, 1))
    CourseVersionFactory.create(course=course, number=3, status=VersionStatus.DRAFT)
    for minutes in (60, 30):
        ModuleFactory.create(course_version=old, minutes=minutes)
    (entry,) = queries.catalogue(TODAY)
    assert (entry.number, entry.modules, entry.minutes) == (1, 2, 90)
    assert entry.drafting


def test_a_course_never_published_is_shown_as_its_draft() -> None:
    CourseVersionFactory.create(status=VersionStatus.DRAFT)
    (entry,) = queries.catalogue(TODAY)
    assert (entry.status, entry.modules, entry.minutes) == (VersionStatus.DRAFT, 0, 0)


@pytest.mark.parametrize(
    ("words", "found"),
    [("", 1), ("ecouter", 1), ("ENFANTS écouter", 1), ("fds listening", 1), ("radio", 0)],
)
def test_words_are_found_whatever_accents_and_order(words: str, found: int) -> None:
    assert len(queries.narrowed([ENTRY], words=words)) == found


@pytest.mark.parametrize(
    ("by", "codes"),
    [("", "ABC"), ("title", "CBA"), ("modules", "BAC"), ("minutes", "ACB"), ("nonsense", "ABC")],
)
def test_the_catalogue_is_put_in_order(by: str, codes: str) -> None:
    entries = [
        replace(ENTRY, code="B", title_fr="École", modules=3, minutes=10),
        replace(ENTRY, code="A", title_fr="Radio", modules=1, minutes=30),
        replace(ENTRY, code="C", title_fr="Accueil", modules=1, minutes=20),
    ]
    found = queries.ordered(entries, by=by, language="fr")
    assert "".join(it.code for it in found) == codes


@pytest.mark.parametrize(
    ("narrowing", "found"),
    [
        ({"kind": "training"}, 1),
        ({"kind": "sensitization"}, 0),
        ({"state": "published"}, 1),
        ({"state": "draft"}, 1),
        ({"state": "withdrawn"}, 0),
    ],
)
def test_kind_and_state_narrow_the_catalogue(narrowing: dict[str, str], found: int) -> None:
    assert len(queries.narrowed([ENTRY], **narrowing)) == found
