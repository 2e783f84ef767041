from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import UTC, date, datetime

import pytest
from flask import Flask

from lms.accounts.actors import SYSTEM
from lms.courses import queries, services
from lms.courses.errors import NotADraft
from lms.courses.kinds import VersionStatus
from lms.courses.values import VersionText
from lms.errors import StaleEdit
from lms.extensions import db
from tests.factories.courses import CourseVersionFactory, ModuleFactory

pytestmark = pytest.mark.usefixtures("database")

TEXT = VersionText(title_fr="Écouter", title_en="Listening", effective_from=date(2014, 1, 1))
NOW = datetime(2014, 1, 1, 8, tzinfo=UTC)
PATIENCE = 0.3


@pytest.mark.parametrize(
    ("publishing", "error"), [(False, StaleEdit), (True, NotADraft)], ids=["edit", "publish"]
)
def test_an_editor_who_comes_second_waits_and_is_told(
    app: Flask, publishing: bool, error: type[Exception]
) -> None:
    draft = CourseVersionFactory.create(status=VersionStatus.DRAFT)
    ModuleFactory.create(course_version=draft)
    draft_id = draft.id

    def second() -> None:
        with app.app_context():
            same = queries.version(draft_id)
            services.edit_version(course_version=same, text=TEXT, revision=1, actor=SYSTEM)

    if publishing:
        services.publish(course_version=draft, now=NOW, actor=SYSTEM)
    else:
        services.edit_version(course_version=draft, text=TEXT, revision=1, actor=SYSTEM)
    with ThreadPoolExecutor() as pool:
        late: Future[None] = pool.submit(second)
        assert not wait([late], timeout=PATIENCE).done, "the second must wait for the first"
        db.session.commit()
    assert isinstance(late.exception(), error)
