from dataclasses import replace
from datetime import date

import pytest

from lms.accounts.actors import SYSTEM, Role
from lms.courses import services as courses
from lms.courses.errors import NotADraft
from lms.courses.kinds import VersionStatus
from lms.courses.models import CourseVersion
from lms.errors import NotAllowed, NotFound, StaleEdit
from lms.extensions import db
from lms.quizzes import queries
from lms.quizzes.errors import BadChoices
from lms.quizzes.kinds import QuestionType
from lms.quizzes.models import Question
from lms.quizzes.rules import Fault
from lms.quizzes.services import authoring
from lms.quizzes.values import ChoiceText, QuestionText, QuizText
from tests.factories.accounts import UserFactory
from tests.factories.courses import CourseVersionFactory
from tests.factories.quizzes import QuizFactory

pytestmark = pytest.mark.usefixtures("database")

RIGHT = ChoiceText(text_fr="18 ans", text_en="18 years", correct=True)
WRONG = ChoiceText(text_fr="15 ans", text_en="15 years")
TEXT = QuestionText(
    type=QuestionType.SINGLE,
    text_fr="Un enfant a moins de…",
    text_en="A child is under…",
    choices=(WRONG, RIGHT),
)


@pytest.fixture
def draft() -> CourseVersion:
    version: CourseVersion = CourseVersionFactory.create(status=VersionStatus.DRAFT)
    return version


def save(draft: CourseVersion, text: QuestionText = TEXT) -> Question:
    return authoring.save_question(course_version=draft, text=text, actor=SYSTEM)


def order(draft: CourseVersion) -> list[int]:
    db.session.flush()
    db.session.expire_all()
    (quiz,) = queries.quizzes(draft.id)
    assert [it.position for it in quiz.slots] == list(range(1, len(quiz.slots) + 1))
    return [it.question_id for it in quiz.slots]


def test_the_first_question_makes_the_final_quiz(draft: CourseVersion) -> None:
    question = save(draft)
    quiz = queries.final_quiz(draft.id)
    assert quiz is not None
    assert (quiz.title_fr, quiz.attempts_allowed) == ("Évaluation finale", 2)
    assert [it.correct for it in question.choices] == [False, True]
    assert question.bank.code == draft.course.code


def test_questions_stand_in_the_order_they_were_added(draft: CourseVersion) -> None:
    first, second = save(draft), save(draft)
    assert order(draft) == [first.id, second.id]
    assert first.bank_id == second.bank_id


@pytest.mark.parametrize(
    ("choices", "type_", "fault"),
    [
        ((RIGHT,), QuestionType.SINGLE, Fault.TOO_FEW),
        ((WRONG, WRONG), QuestionType.SINGLE, Fault.NONE_RIGHT),
        ((WRONG, WRONG), QuestionType.MULTIPLE, Fault.NONE_RIGHT),
        ((RIGHT, RIGHT), QuestionType.SINGLE, Fault.SEVERAL_RIGHT),
    ],
)
def test_choices_that_make_no_question_are_refused(
    draft: CourseVersion, choices: tuple[ChoiceText, ...], type_: QuestionType, fault: Fault
) -> None:
    with pytest.raises(BadChoices) as caught:
        save(draft, replace(TEXT, choices=choices, type=type_))
    assert caught.value.fault is fault


def test_a_question_may_have_several_right_answers(draft: CourseVersion) -> None:
    text = replace(TEXT, type=QuestionType.MULTIPLE, choices=(RIGHT, RIGHT, WRONG))
    assert len(save(draft, text).choices) == 3


def test_a_question_is_replaced_where_it_stands(draft: CourseVersion) -> None:
    question = save(draft)
    other = save(draft)
    kept = question.choices[0].id
    text = replace(TEXT, text_en="Who is a child?", choices=(RIGHT, WRONG, WRONG))
    authoring.save_question(
        course_version=draft, text=text, question_id=question.id, revision=1, actor=SYSTEM
    )
    assert order(draft) == [question.id, other.id]
    assert question.text_en == "Who is a child?"
    assert [it.correct for it in question.choices] == [True, False, False]
    assert question.choices[0].id == kept
    authoring.save_question(
        course_version=draft, text=TEXT, question_id=question.id, revision=2, actor=SYSTEM
    )
    db.session.commit()
    assert len(question.choices) == 2


def test_two_editors_of_one_question_are_noticed(draft: CourseVersion) -> None:
    question = save(draft)
    with pytest.raises(StaleEdit):
        authoring.save_question(
            course_version=draft, text=TEXT, question_id=question.id, revision=0, actor=SYSTEM
        )


def test_a_question_of_another_quiz_is_not_found(draft: CourseVersion) -> None:
    other = QuizFactory.create().slots[0].question_id
    with pytest.raises(NotFound):
        authoring.save_question(
            course_version=draft, text=TEXT, question_id=other, revision=1, actor=SYSTEM
        )


def test_questions_change_places_and_leave(draft: CourseVersion) -> None:
    one, two, three = (save(draft).id for _ in range(3))
    authoring.move_question(course_version=draft, question_id=three, up=True, actor=SYSTEM)
    assert order(draft) == [one, three, two]
    authoring.move_question(course_version=draft, question_id=one, up=True, actor=SYSTEM)
    assert order(draft) == [one, three, two]
    authoring.remove_question(course_version=draft, question_id=three, actor=SYSTEM)
    assert order(draft) == [one, two]
    assert db.session.get(Question, three) is None


def test_the_title_and_the_attempts_can_be_set(draft: CourseVersion) -> None:
    text = QuizText(title_fr="Test", title_en="Test", attempts_allowed=3)
    quiz = authoring.save_quiz(course_version=draft, text=text, actor=SYSTEM)
    assert (quiz.title_en, quiz.attempts_allowed) == ("Test", 3)


def test_the_quiz_of_a_published_version_stays_as_it_is() -> None:
    quiz = QuizFactory.create()
    version, question_id = quiz.course_version, quiz.slots[0].question_id
    with pytest.raises(NotADraft):
        save(version)
    with pytest.raises(NotADraft):
        authoring.move_question(
            course_version=version, question_id=question_id, up=True, actor=SYSTEM
        )
    with pytest.raises(NotADraft):
        authoring.remove_question(course_version=version, question_id=question_id, actor=SYSTEM)


def test_an_administrator_writes_no_quiz(draft: CourseVersion) -> None:
    actor = UserFactory.create(role=Role.ADMINISTRATOR).actor
    with pytest.raises(NotAllowed):
        authoring.save_question(course_version=draft, text=TEXT, actor=actor)
    with pytest.raises(NotAllowed):
        authoring.save_quiz(course_version=draft, text=authoring.DEFAULT_TITLE, actor=actor)
    with pytest.raises(NotAllowed):
        authoring.remove_question(course_version=draft, question_id=1, actor=actor)
    with pytest.raises(NotAllowed):
        authoring.copy_quizzes(origin=draft, draft=draft, actor=actor)


def test_a_revised_version_has_questions_of_its_own() -> None:
    quiz = QuizFactory.create()
    draft = courses.revise_version(
        course_version=quiz.course_version, effective_from=date(2015, 7, 1), actor=SYSTEM
    )
    copied = queries.final_quiz(draft.id)
    assert copied is not None
    texts = [it.question.text_fr for it in quiz.slots]
    assert [it.question.text_fr for it in copied.slots] == texts
    question = copied.slots[0].question
    assert question.id != quiz.slots[0].question_id
    assert [it.correct for it in question.choices] == [True, False, False, False]
