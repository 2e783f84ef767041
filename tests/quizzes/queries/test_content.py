from datetime import date

import pytest

from lms.errors import NotFound
from lms.quizzes import queries
from tests.factories.courses import CourseVersionFactory
from tests.factories.quizzes import BankFactory, QuestionFactory, QuizFactory, QuizSlotFactory

pytestmark = pytest.mark.usefixtures("database")


def test_a_version_without_a_quiz_has_none() -> None:
    assert queries.final_quiz(CourseVersionFactory.create().id) is None


def test_questions_are_asked_in_the_order_of_their_places() -> None:
    quiz = QuizFactory.create(questions=0)
    late = QuizSlotFactory.create(quiz=quiz, position=2)
    early = QuizSlotFactory.create(quiz=quiz, position=1)
    asked = queries.asked(quiz.id, date(2014, 1, 1))
    assert asked == [early.question_id, late.question_id]


def test_a_key_knows_what_is_offered_and_right() -> None:
    question = QuestionFactory.create()
    key = queries.key_of(question)
    assert len(key.offered) == 4
    assert key.right == {question.choices[0].id}


def test_a_question_is_found_with_its_version() -> None:
    quiz = QuizFactory.create(questions=1)
    slot = queries.slot_of(quiz.slots[0].question_id)
    assert slot.quiz.course_version.course == quiz.course_version.course
    with pytest.raises(NotFound):
        queries.slot_of(404)


def test_a_bank_is_found_by_its_code() -> None:
    assert queries.bank("NONE") is None
    bank = BankFactory.create()
    assert queries.bank(bank.code) == bank
