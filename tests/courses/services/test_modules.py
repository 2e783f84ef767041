from dataclasses import replace

import pytest

from lms.accounts.actors import SYSTEM, Role
from lms.courses import services
from lms.courses.errors import NotADraft
from lms.courses.kinds import VersionStatus
from lms.courses.models import CourseVersion
from lms.courses.values import ModuleText
from lms.errors import NotAllowed, NotFound, StaleEdit
from lms.extensions import db
from tests.factories.accounts import UserFactory
from tests.factories.courses import CourseVersionFactory, ModuleFactory

pytestmark = pytest.mark.usefixtures("database")

TEXT = ModuleText(title_fr="Les règles", title_en="The rules", minutes=45)


@pytest.fixture
def draft() -> CourseVersion:
    version: CourseVersion = CourseVersionFactory.create(status=VersionStatus.DRAFT)
    for letter in "ABC":
        text = ModuleText(title_fr=letter, title_en=letter, minutes=30)
        services.save_module(course_version=version, text=text, actor=SYSTEM)
    db.session.commit()
    return version


def order(version: CourseVersion) -> str:
    db.session.expire_all()
    assert [it.position for it in version.modules] == list(range(1, len(version.modules) + 1))
    return "".join(it.title_en for it in version.modules)


def test_modules_stand_in_the_order_they_were_added(draft: CourseVersion) -> None:
    assert order(draft) == "ABC"
    assert draft.minutes == 90


def test_a_module_is_replaced_where_it_stands(draft: CourseVersion) -> None:
    middle = draft.modules[1]
    services.save_module(
        course_version=draft, text=TEXT, module_id=middle.id, revision=1, actor=SYSTEM
    )
    assert (middle.position, middle.title_fr, middle.revision) == (2, "Les règles", 2)


def test_two_editors_of_one_module_are_noticed(draft: CourseVersion) -> None:
    module = draft.modules[0]
    text = replace(TEXT, title_en="Another")
    services.save_module(
        course_version=draft, text=TEXT, module_id=module.id, revision=1, actor=SYSTEM
    )
    with pytest.raises(StaleEdit):
        services.save_module(
            course_version=draft, text=text, module_id=module.id, revision=1, actor=SYSTEM
        )
    assert module.title_en == "The rules"


def test_a_module_of_another_version_is_not_found(draft: CourseVersion) -> None:
    other = ModuleFactory.create()
    with pytest.raises(NotFound):
        services.save_module(
            course_version=draft, text=TEXT, module_id=other.id, revision=1, actor=SYSTEM
        )


@pytest.mark.parametrize(
    ("index", "up", "expected"),
    [(0, True, "ABC"), (0, False, "BAC"), (2, True, "ACB"), (2, False, "ABC")],
)
def test_a_module_changes_places_with_its_neighbour(
    draft: CourseVersion, index: int, up: bool, expected: str
) -> None:
    services.move_module(module=draft.modules[index], up=up, actor=SYSTEM)
    assert order(draft) == expected


def test_removing_a_module_closes_the_gap(draft: CourseVersion) -> None:
    services.remove_module(module=draft.modules[1], actor=SYSTEM)
    assert order(draft) == "AC"


def test_modules_of_a_published_version_stay_as_they_are() -> None:
    module = ModuleFactory.create()
    version = module.course_version
    with pytest.raises(NotADraft):
        services.save_module(course_version=version, text=TEXT, actor=SYSTEM)
    with pytest.raises(NotADraft):
        services.move_module(module=module, up=True, actor=SYSTEM)
    with pytest.raises(NotADraft):
        services.remove_module(module=module, actor=SYSTEM)


def test_an_administrator_writes_no_module(draft: CourseVersion) -> None:
    actor = UserFactory.create(role=Role.ADMINISTRATOR).actor
    with pytest.raises(NotAllowed):
        services.save_module(course_version=draft, text=TEXT, actor=actor)
    with pytest.raises(NotAllowed):
        services.move_module(module=draft.modules[0], up=False, actor=actor)
    with pytest.raises(NotAllowed):
        services.remove_module(module=draft.modules[0], actor=actor)
