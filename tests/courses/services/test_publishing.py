from datetime import UTC, date, datetime

import pytest

from lms.accounts.actors import SYSTEM, Role
from lms.courses import queries, services
from lms.courses.errors import AnotherInForce, DraftExists, Incomplete, NotADraft, NotPublished
from lms.courses.kinds import VersionStatus
from lms.courses.models import CourseVersion
from lms.courses.parity import Gap, Part
from lms.errors import NotAllowed
from lms.extensions import db
from lms.signals import course_version_publishing_asked, course_version_revised
from tests.factories.accounts import UserFactory
from tests.factories.courses import CourseVersionFactory, ModuleFactory

pytestmark = pytest.mark.usefixtures("database")

NOW = datetime(2014, 3, 1, 8, tzinfo=UTC)
MARCH = date(2014, 3, 1)


def whole_draft(**fields: object) -> CourseVersion:
    draft: CourseVersion = CourseVersionFactory.create(status=VersionStatus.DRAFT, **fields)
    ModuleFactory.create(course_version=draft)
    return draft


def test_a_unit_head_publishes_what_is_complete() -> None:
    actor = UserFactory.create(role=Role.UNIT_HEAD).actor
    draft = whole_draft()
    services.publish(course_version=draft, now=NOW, actor=actor)
    assert draft.status is VersionStatus.PUBLISHED
    assert (draft.published_by_id, draft.published_at) == (actor.user_id, NOW)


def test_a_trainer_does_not_publish_nor_withdraw() -> None:
    actor = UserFactory.create(role=Role.TRAINER).actor
    with pytest.raises(NotAllowed):
        services.publish(course_version=whole_draft(), now=NOW, actor=actor)
    with pytest.raises(NotAllowed):
        services.withdraw(course_version=CourseVersionFactory.create(), actor=actor)


def test_what_is_missing_in_a_language_is_named() -> None:
    draft = whole_draft(title_en=" ")
    draft.modules[0].body_fr = "Un texte"
    with pytest.raises(Incomplete) as caught:
        services.publish(course_version=draft, now=NOW, actor=SYSTEM)
    assert caught.value.gaps == [
        Gap(part=Part.TITLE, language="en"),
        Gap(part=Part.BODY, language="en", number=1),
    ]
    assert draft.status is VersionStatus.DRAFT


def test_a_course_without_a_module_is_not_published() -> None:
    draft = CourseVersionFactory.create(status=VersionStatus.DRAFT)
    with pytest.raises(Incomplete) as caught:
        services.publish(course_version=draft, now=NOW, actor=SYSTEM)
    assert [gap.part for gap in caught.value.gaps] == [Part.MODULES]


def test_rooms_above_may_hold_a_version_back() -> None:
    gap = Gap(part=Part.QUESTIONS)
    with (
        course_version_publishing_asked.connected_to(lambda _version: [gap]),
        pytest.raises(Incomplete) as caught,
    ):
        services.publish(course_version=whole_draft(), now=NOW, actor=SYSTEM)
    assert gap in caught.value.gaps


def test_publishing_twice_is_refused() -> None:
    draft = whole_draft()
    services.publish(course_version=draft, now=NOW, actor=SYSTEM)
    with pytest.raises(NotADraft):
        services.publish(course_version=draft, now=NOW, actor=SYSTEM)


def test_a_new_version_ends_the_one_before_on_the_eve() -> None:
    old = CourseVersionFactory.create(effective_from=date(2013, 7, 1))
    draft = whole_draft(course=old.course, number=2, effective_from=MARCH)
    assert queries.superseded_by(draft) == [old]
    services.publish(course_version=draft, now=NOW, actor=SYSTEM)
    assert (old.status, old.effective_to) == (VersionStatus.PUBLISHED, date(2014, 2, 28))


def test_a_version_of_the_same_day_takes_the_place_of_the_other() -> None:
    old = CourseVersionFactory.create(effective_from=MARCH)
    draft = whole_draft(course=old.course, number=2, effective_from=MARCH)
    services.publish(course_version=draft, now=NOW, actor=SYSTEM)
    assert old.status is VersionStatus.WITHDRAWN


def test_two_versions_are_never_in_force_on_one_day() -> None:
    later = CourseVersionFactory.create(effective_from=date(2015, 6, 18))
    draft = whole_draft(course=later.course, number=2, effective_from=MARCH)
    with pytest.raises(AnotherInForce) as caught:
        services.publish(course_version=draft, now=NOW, actor=SYSTEM)
    assert (caught.value.number, caught.value.first) == (1, date(2015, 6, 18))
    draft.effective_to = date(2015, 6, 17)
    services.publish(course_version=draft, now=NOW, actor=SYSTEM)
    assert draft.status is VersionStatus.PUBLISHED


def test_a_revision_begins_with_the_same_content() -> None:
    origin = ModuleFactory.create(body_fr="Un texte", body_en="A text").course_version
    heard = []
    with course_version_revised.connected_to(lambda it, **words: heard.append((it, words))):
        draft = services.revise_version(course_version=origin, effective_from=MARCH, actor=SYSTEM)
    assert (draft.number, draft.status) == (2, VersionStatus.DRAFT)
    assert draft.title_fr == origin.title_fr
    assert [it.body_en for it in draft.modules] == ["A text"]
    assert draft.modules[0].id != origin.modules[0].id
    assert heard == [(draft, {"origin": origin, "actor": SYSTEM})]


def test_a_course_has_one_draft_at_a_time() -> None:
    origin = CourseVersionFactory.create()
    services.revise_version(course_version=origin, effective_from=MARCH, actor=SYSTEM)
    with pytest.raises(DraftExists) as caught:
        services.revise_version(course_version=origin, effective_from=MARCH, actor=SYSTEM)
    assert caught.value.number == 2


def test_only_a_published_version_is_revised_or_withdrawn() -> None:
    draft = whole_draft()
    with pytest.raises(NotPublished):
        services.revise_version(course_version=draft, effective_from=MARCH, actor=SYSTEM)
    with pytest.raises(NotPublished):
        services.withdraw(course_version=draft, actor=SYSTEM)


def test_a_withdrawn_version_is_offered_no_more() -> None:
    version = CourseVersionFactory.create()
    assert queries.offered_on(MARCH) == [version]
    services.withdraw(course_version=version, actor=SYSTEM)
    db.session.flush()
    assert queries.offered_on(MARCH) == []
