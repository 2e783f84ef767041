"""The courses of the small mission."""

from lms.courses.kinds import VersionStatus
from lms.extensions import db
from lms.quizzes.models import Quiz
from tests.factories.courses import CourseVersionFactory, ModuleFactory, ProgrammeFactory
from tests.factories.people import CategoryFactory
from tests.factories.quizzes import QuizFactory


def published() -> Quiz:
    """Return the quiz of a course in force, with a module and two questions."""
    version = CourseVersionFactory.create(
        course__audience=CategoryFactory.create(), course__programme=ProgrammeFactory.create()
    )
    ModuleFactory.create(course_version=version, body_fr="Un *texte*.", body_en="A *text*.")
    quiz: Quiz = QuizFactory.create(course_version=version, questions=2)
    return quiz


def drafted() -> Quiz:
    """Return the quiz of a course that was never published and lacks nothing."""
    version = CourseVersionFactory.create(status=VersionStatus.DRAFT)
    for position in (1, 2):
        ModuleFactory.create(course_version=version, position=position)
    quiz: Quiz = QuizFactory.create(course_version=version, questions=2)
    db.session.refresh(version)
    return quiz
