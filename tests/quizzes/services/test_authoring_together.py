import pytest
from flask import Flask

from lms.accounts.actors import SYSTEM
from lms.courses import queries as courses
from lms.courses.kinds import VersionStatus
from lms.errors import NotFound, StaleEdit
from lms.extensions import db
from lms.quizzes import queries
from lms.quizzes.kinds import QuestionType
from lms.quizzes.models import QuizSlot
from lms.quizzes.services import authoring
from lms.quizzes.values import ChoiceText, QuestionText
from tests.factories.courses import CourseVersionFactory
from tests.factories.quizzes import QuizFactory
from tests.together import second_after

pytestmark = pytest.mark.usefixtures("database")

TEXT = QuestionText(
    type=QuestionType.SINGLE,
    text_fr="Un enfant a moins de…",
    text_en="A child is under…",
    choices=(
        ChoiceText(text_fr="15 ans", text_en="15 years"),
        ChoiceText(text_fr="18 ans", text_en="18 years", correct=True),
    ),
)


@pytest.fixture
def draft_id() -> int:
    """A draft whose quiz has two questions."""
    draft = CourseVersionFactory.create(status=VersionStatus.DRAFT)
    QuizFactory.create(course_version=draft, questions=2)
    return int(draft.id)


def question_ids(draft_id: int) -> list[int]:
    db.session.expire_all()
    (quiz,) = queries.quizzes(draft_id)
    assert [it.position for it in quiz.slots] == list(range(1, len(quiz.slots) + 1))
    return [it.question_id for it in quiz.slots]


def save(slot: QuizSlot) -> None:
    """Replace a question read at its first revision, as the page does."""
    authoring.save_question(
        course_version=slot.quiz.course_version,
        text=TEXT,
        question_id=slot.question_id,
        revision=1,
        actor=SYSTEM,
    )


def remove(slot: QuizSlot) -> None:
    authoring.remove_question(
        course_version=slot.quiz.course_version, question_id=slot.question_id, actor=SYSTEM
    )


def test_a_question_read_before_somebody_saved_it_is_not_overwritten(
    app: Flask, draft_id: int
) -> None:
    first, _ = question_ids(draft_id)
    save(queries.slot_of(first))
    late = second_after(app, lambda: save(queries.slot_of(first)))
    assert isinstance(late.exception(), StaleEdit)


def test_a_question_somebody_removed_meanwhile_is_not_found(app: Flask, draft_id: int) -> None:
    first, _ = question_ids(draft_id)
    remove(queries.slot_of(first))
    late = second_after(app, lambda: save(queries.slot_of(first)))
    assert isinstance(late.exception(), NotFound)


def test_a_question_moved_while_another_leaves_keeps_the_places_whole(
    app: Flask, draft_id: int
) -> None:
    first, second = question_ids(draft_id)
    remove(queries.slot_of(first))

    def move() -> None:
        authoring.move_question(
            course_version=queries.slot_of(second).quiz.course_version,
            question_id=second,
            up=True,
            actor=SYSTEM,
        )

    second_after(app, move).result()
    assert question_ids(draft_id) == [second]


def test_two_first_questions_added_at_once_make_one_quiz(app: Flask) -> None:
    draft_id = CourseVersionFactory.create(status=VersionStatus.DRAFT).id

    def add() -> None:
        draft = courses.version(draft_id)
        queries.quizzes(draft_id)
        authoring.save_question(course_version=draft, text=TEXT, actor=SYSTEM)

    add()
    second_after(app, add).result()
    assert len(question_ids(draft_id)) == 2
