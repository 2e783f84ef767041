from datetime import UTC, date, datetime

import pytest
from flask import Flask

from lms.accounts.actors import SYSTEM
from lms.courses import queries, services
from lms.courses.errors import CodeTaken, DraftExists, NotADraft
from lms.courses.kinds import VersionStatus
from lms.courses.models import CourseVersion, Module
from lms.courses.values import ModuleText, Terms, VersionText
from lms.errors import NotFound, StaleEdit
from lms.extensions import db
from tests.factories.courses import CourseVersionFactory, ModuleFactory
from tests.together import second_after

pytestmark = pytest.mark.usefixtures("database")

TEXT = VersionText(title_fr="Écouter", title_en="Listening", effective_from=date(2014, 1, 1))
MODULE = ModuleText(title_fr="Les règles", title_en="The rules", minutes=45)
NOW = datetime(2014, 1, 1, 8, tzinfo=UTC)


@pytest.fixture
def draft() -> CourseVersion:
    """A draft with two modules."""
    made: CourseVersion = CourseVersionFactory.create(status=VersionStatus.DRAFT)
    for position in (1, 2):
        ModuleFactory.create(course_version=made, position=position)
    return made


def save(module: Module) -> Module:
    """Replace the text of a module read at its first revision."""
    return services.save_module(
        course_version=module.course_version,
        text=MODULE,
        module_id=module.id,
        revision=1,
        actor=SYSTEM,
    )


def positions(draft_id: int) -> list[int]:
    db.session.expire_all()
    return [it.position for it in queries.version(draft_id).modules]


@pytest.mark.parametrize(
    ("publishing", "error"), [(False, StaleEdit), (True, NotADraft)], ids=["edit", "publish"]
)
def test_an_editor_who_comes_second_waits_and_is_told(
    app: Flask, draft: CourseVersion, publishing: bool, error: type[Exception]
) -> None:
    draft_id = draft.id

    def second() -> None:
        same = queries.version(draft_id)
        services.edit_version(course_version=same, text=TEXT, revision=1, actor=SYSTEM)

    if publishing:
        services.publish(course_version=draft, now=NOW, actor=SYSTEM)
    else:
        services.edit_version(course_version=draft, text=TEXT, revision=1, actor=SYSTEM)
    assert isinstance(second_after(app, second).exception(), error)


def test_a_module_read_before_somebody_saved_it_is_not_overwritten(
    app: Flask, draft: CourseVersion
) -> None:
    module_id = draft.modules[0].id
    save(draft.modules[0])
    late = second_after(app, lambda: save(queries.module(module_id)))
    assert isinstance(late.exception(), StaleEdit)


def test_a_module_somebody_removed_meanwhile_is_not_found(
    app: Flask, draft: CourseVersion
) -> None:
    module_id = draft.modules[0].id
    services.remove_module(module=draft.modules[0], actor=SYSTEM)

    def second() -> None:
        services.remove_module(module=queries.module(module_id), actor=SYSTEM)

    assert isinstance(second_after(app, second).exception(), NotFound)


def test_two_modules_added_at_once_stand_one_after_the_other(
    app: Flask, draft: CourseVersion
) -> None:
    draft_id = draft.id

    def add() -> None:
        version = queries.version(draft_id)
        services.save_module(course_version=version, text=MODULE, actor=SYSTEM)

    add()
    second_after(app, add).result()
    assert positions(draft_id) == [1, 2, 3, 4]


def test_a_module_moved_while_another_leaves_keeps_the_places_whole(
    app: Flask, draft: CourseVersion
) -> None:
    draft_id, last_id = draft.id, draft.modules[1].id

    def second() -> None:
        services.move_module(module=queries.module(last_id), up=True, actor=SYSTEM)

    services.remove_module(module=draft.modules[0], actor=SYSTEM)
    second_after(app, second).result()
    assert positions(draft_id) == [1]


def test_two_who_begin_a_new_version_begin_one(app: Flask) -> None:
    origin_id = CourseVersionFactory.create().id

    def revise() -> None:
        services.revise_version(
            course_version=queries.version(origin_id),
            effective_from=date(2015, 1, 1),
            actor=SYSTEM,
        )

    revise()
    assert isinstance(second_after(app, revise).exception(), DraftExists)


def test_two_clicks_on_a_new_course_begin_one(app: Flask) -> None:
    def begin() -> int:
        return services.draft_course(terms=Terms(code="FDS-2J"), text=TEXT, actor=SYSTEM).id

    begin()
    assert isinstance(second_after(app, begin).exception(), CodeTaken)


def test_two_courses_never_take_one_code_at_once(app: Flask) -> None:
    one, other = (
        CourseVersionFactory.create(status=VersionStatus.DRAFT).course_id for _ in range(2)
    )

    def rename(course_id: int) -> None:
        services.edit_terms(
            course=queries.course(course_id), terms=Terms(code="FDS-2J"), actor=SYSTEM
        )

    rename(one)
    late = second_after(app, lambda: rename(other))
    assert isinstance(late.exception(), CodeTaken)
