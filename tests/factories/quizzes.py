"""Questions in both languages, quizzes and attempts; the first choice is the right one."""

from datetime import UTC, datetime
from typing import Any

from factory.alchemy import SQLAlchemyModelFactory
from factory.declarations import LazyAttribute, Sequence, SubFactory
from factory.helpers import post_generation

from lms.extensions import db
from lms.quizzes.kinds import QuestionType
from lms.quizzes.models import Answer, Attempt, Bank, Choice, Question, Quiz, QuizSlot
from tests.factories.courses import CourseVersionFactory
from tests.factories.sessions import ParticipationFactory

MORNING = datetime(2014, 3, 14, 9, tzinfo=UTC)


class BankFactory(SQLAlchemyModelFactory):
    class Meta:
        model = Bank
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    code = Sequence(lambda n: f"BANK-{n}")
    label_fr = "Questions d’exemple"
    label_en = "Sample questions"


class QuestionFactory(SQLAlchemyModelFactory):
    class Meta:
        model = Question
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    bank = SubFactory(BankFactory)
    type = QuestionType.SINGLE
    text_fr = Sequence(lambda n: f"Question d’exemple {n}")
    text_en = Sequence(lambda n: f"Sample question {n}")
    feedback_fr = "Une explication."
    feedback_en = "An explanation."
    choices = LazyAttribute(
        lambda it: [
            Choice(
                position=position,
                text_fr=f"Réponse {letter}",
                text_en=f"Answer {letter}",
                correct=position == 1 or (it.type is QuestionType.MULTIPLE and position == 2),
            )
            for position, letter in enumerate("ABCD", start=1)
        ]
    )


class ChoiceFactory(SQLAlchemyModelFactory):
    class Meta:
        model = Choice
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    question = SubFactory(QuestionFactory)
    position = Sequence(lambda n: 10 + n)
    text_fr = "Encore une réponse"
    text_en = "One more answer"


class QuizFactory(SQLAlchemyModelFactory):
    """Makes a quiz of ``questions`` questions (a number), three unless told."""

    class Meta:
        model = Quiz
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    course_version = SubFactory(CourseVersionFactory)
    title_fr = "Évaluation finale"
    title_en = "Final assessment"

    @post_generation  # type: ignore[untyped-decorator]  # factory_boy left it untyped
    def questions(quiz: Any, _create: bool, extracted: int | None, **_: object) -> None:  # noqa: N805
        for position in range(1, (3 if extracted is None else extracted) + 1):
            QuizSlotFactory.create(quiz=quiz, position=position)


class QuizSlotFactory(SQLAlchemyModelFactory):
    class Meta:
        model = QuizSlot
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    quiz = SubFactory(QuizFactory, questions=0)
    question = SubFactory(QuestionFactory)
    position = 1


class AttemptFactory(SQLAlchemyModelFactory):
    class Meta:
        model = Attempt
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    participation = SubFactory(ParticipationFactory)
    quiz = LazyAttribute(
        lambda it: QuizFactory.create(
            course_version=it.participation.training_session.course_version
        )
    )
    number = 1
    question_ids = LazyAttribute(lambda it: [slot.question_id for slot in it.quiz.slots])
    started_at = MORNING


class AnswerFactory(SQLAlchemyModelFactory):
    class Meta:
        model = Answer
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    attempt_id = LazyAttribute(lambda _: AttemptFactory.create().id)
    question_id = LazyAttribute(lambda _: QuestionFactory.create().id)
    choice_ids: list[int] = []  # noqa: RUF012 - factory_boy reads it once
    at = MORNING
    actor_kind = "system"
