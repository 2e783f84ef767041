from datetime import date

import pytest

from lms.accounts.actors import SYSTEM
from lms.courses import services as courses
from lms.courses.errors import Incomplete
from lms.courses.kinds import VersionStatus
from lms.courses.models import CourseVersion
from lms.courses.parity import Gap, Part
from lms.quizzes import queries, subscribers
from lms.signals import training_session_closing_asked, training_session_ending
from tests.factories.courses import CourseVersionFactory, ModuleFactory
from tests.factories.quizzes import MORNING, AttemptFactory, QuizFactory

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def draft() -> CourseVersion:
    version: CourseVersion = CourseVersionFactory.create(status=VersionStatus.DRAFT)
    ModuleFactory.create(course_version=version)
    return version


def refused(draft: CourseVersion) -> list[Gap]:
    with pytest.raises(Incomplete) as caught:
        courses.publish(course_version=draft, now=MORNING, actor=SYSTEM)
    return list(caught.value.gaps)


def test_a_course_without_a_quiz_is_published(draft: CourseVersion) -> None:
    courses.publish(course_version=draft, now=MORNING, actor=SYSTEM)


def test_a_quiz_without_a_question_holds_its_version_back(draft: CourseVersion) -> None:
    QuizFactory.create(course_version=draft, questions=0)
    assert refused(draft) == [Gap(part=Part.QUESTIONS)]


def test_a_quiz_lacking_a_language_holds_its_version_back(draft: CourseVersion) -> None:
    quiz = QuizFactory.create(course_version=draft, questions=2)
    second = quiz.slots[1].question
    second.text_en = ""
    second.choices[0].text_fr = " "
    second.feedback_fr = ""
    assert refused(draft) == [
        Gap(part=Part.QUESTION, language="en", number=2),
        Gap(part=Part.CHOICE, language="fr", number=2),
        Gap(part=Part.FEEDBACK, language="fr", number=2),
    ]


def test_a_revised_version_takes_its_quiz_along() -> None:
    quiz = QuizFactory.create()
    draft = courses.revise_version(
        course_version=quiz.course_version, effective_from=date(2015, 1, 1), actor=SYSTEM
    )
    assert queries.final_quiz(draft.id) is not None


def test_closing_is_told_of_open_attempts_and_not_held_back() -> None:
    attempt = AttemptFactory.create()
    training_session = attempt.participation.training_session
    (hint,) = subscribers.tell_open_attempts(training_session)
    assert not hint.blocks
    told = [told for _, told in training_session_closing_asked.send(training_session)]
    assert [hint] in told


def test_the_end_of_a_session_hands_open_attempts_in() -> None:
    attempt = AttemptFactory.create()
    training_session = attempt.participation.training_session
    training_session_ending.send(training_session, actor=SYSTEM, now=MORNING)
    assert attempt.handed_in_at == MORNING
    assert attempt.passed is False
    assert subscribers.tell_open_attempts(training_session) == []
