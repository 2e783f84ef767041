from datetime import date

import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Role
from lms.accounts.models import AuditEntry
from lms.courses import queries, services
from lms.courses.errors import CodeTaken, NotADraft, TermsFixed
from lms.courses.kinds import VersionStatus
from lms.courses.models import Course
from lms.courses.values import Terms, VersionText
from lms.errors import NotAllowed, StaleEdit
from lms.extensions import db
from tests.factories.accounts import UserFactory
from tests.factories.courses import CourseFactory, CourseVersionFactory, ProgrammeFactory

pytestmark = pytest.mark.usefixtures("database")

TERMS = Terms(code="FDS-2J", pass_mark=60)
TEXT = VersionText(title_fr="Écouter", title_en="Listening", effective_from=date(2014, 1, 1))


def test_a_trainer_drafts_a_course_with_its_first_version() -> None:
    actor = UserFactory.create(role=Role.TRAINER).actor
    draft = services.draft_course(terms=TERMS, text=TEXT, actor=actor)
    assert (draft.number, draft.status) == (1, VersionStatus.DRAFT)
    assert (draft.course.code, draft.course.pass_mark) == ("FDS-2J", 60)
    assert draft.drafted_by_id == actor.user_id
    entry = db.session.scalars(select(AuditEntry)).one()
    assert (entry.actor_id, entry.target) == (actor.id, f"course:{draft.course_id}")


def test_drafting_leaves_the_commit_to_its_caller() -> None:
    services.draft_course(terms=TERMS, text=TEXT, actor=SYSTEM)
    db.session.rollback()
    assert db.session.scalars(select(Course)).all() == []


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.PARTICIPANT])
def test_who_does_not_draft_is_refused(role: Role) -> None:
    actor = UserFactory.create(role=role).actor
    with pytest.raises(NotAllowed):
        services.draft_course(terms=TERMS, text=TEXT, actor=actor)
    with pytest.raises(NotAllowed):
        services.add_programme(code="P", label_fr="P", label_en="P", actor=actor)


def test_two_courses_never_share_a_code() -> None:
    CourseFactory.create(code="FDS-2J")
    with pytest.raises(CodeTaken):
        services.draft_course(terms=TERMS, text=TEXT, actor=SYSTEM)


def test_two_programmes_never_share_a_code() -> None:
    ProgrammeFactory.create(code="CPE")
    with pytest.raises(CodeTaken):
        services.add_programme(code="CPE", label_fr="P", label_en="P", actor=SYSTEM)


def test_a_programme_is_added_by_the_unit_head() -> None:
    actor = UserFactory.create(role=Role.UNIT_HEAD).actor
    programme = services.add_programme(
        code="CPE", label_fr="Protection", label_en="Protection", actor=actor
    )
    assert queries.programmes() == [programme]


def test_terms_change_until_something_is_published() -> None:
    draft = CourseVersionFactory.create(status=VersionStatus.DRAFT)
    services.edit_terms(course=draft.course, terms=TERMS, actor=SYSTEM)
    assert draft.course.code == "FDS-2J"
    published = CourseVersionFactory.create()
    with pytest.raises(TermsFixed):
        services.edit_terms(course=published.course, terms=Terms(code="NEW"), actor=SYSTEM)


def test_a_course_cannot_take_the_code_of_another() -> None:
    draft = CourseVersionFactory.create(status=VersionStatus.DRAFT)
    CourseFactory.create(code="FDS-2J")
    with pytest.raises(CodeTaken):
        services.edit_terms(course=draft.course, terms=TERMS, actor=SYSTEM)


def test_a_draft_is_edited_at_the_revision_it_was_read() -> None:
    draft = CourseVersionFactory.create(status=VersionStatus.DRAFT)
    services.edit_version(course_version=draft, text=TEXT, revision=1, actor=SYSTEM)
    assert (draft.title_fr, draft.revision) == ("Écouter", 2)
    with pytest.raises(StaleEdit):
        services.edit_version(course_version=draft, text=TEXT, revision=1, actor=SYSTEM)


@pytest.mark.parametrize("status", [VersionStatus.PUBLISHED, VersionStatus.WITHDRAWN])
def test_what_was_published_is_never_edited(status: VersionStatus) -> None:
    version = CourseVersionFactory.create(status=status)
    with pytest.raises(NotADraft):
        services.edit_version(course_version=version, text=TEXT, revision=1, actor=SYSTEM)
