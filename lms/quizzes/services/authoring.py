"""Writing the quiz of a course version while it is a draft; it is published together with it."""

from collections.abc import Sequence
from dataclasses import asdict

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.courses import queries as courses
from lms.courses.models import CourseVersion
from lms.errors import NotFound, StaleEdit
from lms.extensions import db
from lms.quizzes import queries, rules
from lms.quizzes.errors import BadChoices
from lms.quizzes.models import Bank, Choice, Question, QuestionType, Quiz, QuizSlot
from lms.quizzes.values import ChoiceText, QuestionText, QuizText

DEFAULT_TITLE = QuizText(title_fr="Évaluation finale", title_en="Final assessment")


def save_quiz(*, course_version: CourseVersion, text: QuizText, actor: Actor) -> Quiz:
    """Set the title and the attempts of the final quiz of a draft, making it when needed.

    Raises ``NotADraft`` once the version is published.
    """
    require(actor, "quiz:save", Role.TRAINER, Role.UNIT_HEAD, system=True)
    quiz = _final_quiz(courses.locked_draft(course_version.id))
    for name, value in asdict(text).items():
        setattr(quiz, name, value)
    audit.record("quiz:save", f"quiz:{quiz.id}", actor=actor)
    return quiz


def save_question(
    *,
    course_version: CourseVersion,
    text: QuestionText,
    question_id: int | None = None,
    revision: int | None = None,
    actor: Actor,
) -> Question:
    """Add a question at the end of the final quiz of a draft, or replace the one named.

    Raises ``NotADraft`` once the version is published, ``BadChoices``, ``StaleEdit`` when
    somebody saved the question since it was read at ``revision``, and ``NotFound`` when somebody
    removed it.
    """
    require(actor, "question:save", Role.TRAINER, Role.UNIT_HEAD, system=True)
    draft = courses.locked_draft(course_version.id)
    single = text.type is QuestionType.SINGLE
    fault = rules.fault([choice.correct for choice in text.choices], single=single)
    if fault is not None:
        raise BadChoices(fault)
    quiz = _final_quiz(draft)
    if question_id is None:
        question = Question(bank=_bank(draft), revision=0)
        quiz.slots.append(QuizSlot(question=question, position=len(quiz.slots) + 1))
    else:
        question = _slot(quiz, question_id).question
        if question.revision != revision:
            raise StaleEdit(f"question:{question_id}")
    _write(question, text)
    db.session.flush()  # the trail needs the id
    audit.record("question:save", f"question:{question.id}", actor=actor)
    return question


def move_question(
    *, course_version: CourseVersion, question_id: int, up: bool, actor: Actor
) -> None:
    """Let a question of a draft change places with the one before it, or after it.

    The first cannot go up nor the last down: nothing happens then. Raises ``NotADraft``.
    """
    require(actor, "question:move", Role.TRAINER, Role.UNIT_HEAD, system=True)
    quiz = _final_quiz(courses.locked_draft(course_version.id))
    slot = _slot(quiz, question_id)
    neighbours = {other.position: other for other in quiz.slots}
    other = neighbours.get(slot.position + (-1 if up else 1))
    if other is None:
        return
    slot.position, other.position = other.position, slot.position
    db.session.flush()  # the list is read again in its new order
    db.session.expire(quiz, ["slots"])
    audit.record("question:move", f"question:{question_id}", actor=actor)


def remove_question(*, course_version: CourseVersion, question_id: int, actor: Actor) -> None:
    """Take a question out of a draft's quiz and close the gap. Raises ``NotADraft``."""
    require(actor, "question:remove", Role.TRAINER, Role.UNIT_HEAD, system=True)
    quiz = _final_quiz(courses.locked_draft(course_version.id))
    gone = _slot(quiz, question_id)
    for slot in quiz.slots:
        if slot.position > gone.position:
            slot.position -= 1
    quiz.slots.remove(gone)
    db.session.delete(gone.question)
    audit.record("question:remove", f"question:{question_id}", actor=actor)


def copy_quizzes(*, origin: CourseVersion, draft: CourseVersion, actor: Actor) -> None:
    """Give a revised version its own quizzes, so that editing them leaves the origin's alone."""
    require(actor, "quiz:copy", Role.TRAINER, Role.UNIT_HEAD, system=True)
    for quiz in queries.quizzes(origin.id):
        copied = Quiz(
            course_version_id=draft.id,
            purpose=quiz.purpose,
            title_fr=quiz.title_fr,
            title_en=quiz.title_en,
            attempts_allowed=quiz.attempts_allowed,
            slots=[
                QuizSlot(position=slot.position, question=_copy(slot.question))
                for slot in quiz.slots
            ],
        )
        db.session.add(copied)
        db.session.flush()  # the trail needs the id
        audit.record("quiz:copy", f"quiz:{copied.id}", actor=actor)


def _final_quiz(draft: CourseVersion) -> Quiz:
    quiz = queries.final_quiz_afresh(draft.id)
    if quiz is None:
        quiz = Quiz(course_version_id=draft.id, **asdict(DEFAULT_TITLE))
        db.session.add(quiz)
        db.session.flush()  # whoever asked traces its id
    return quiz


def _bank(draft: CourseVersion) -> Bank:
    code = draft.course.code
    bank = queries.bank(code)
    return bank or Bank(code=code, label_fr=draft.title_fr, label_en=draft.title_en)


def _slot(quiz: Quiz, question_id: int) -> QuizSlot:
    for slot in quiz.slots:
        if slot.question_id == question_id:
            return slot
    raise NotFound(f"question:{question_id}")


def _write(question: Question, text: QuestionText) -> None:
    question.type = text.type
    question.text_fr, question.text_en = text.text_fr, text.text_en
    question.feedback_fr, question.feedback_en = text.feedback_fr, text.feedback_en
    question.effective_from = text.effective_from
    question.revision += 1
    _write_choices(question, text.choices)


def _write_choices(question: Question, wanted: Sequence[ChoiceText]) -> None:
    # Kept in place, so that a saved question does not renumber all its choices.
    del question.choices[len(wanted) :]
    for position, text in enumerate(wanted, start=1):
        if position > len(question.choices):
            question.choices.append(Choice(position=position))
        choice = question.choices[position - 1]
        choice.text_fr, choice.text_en = text.text_fr, text.text_en
        choice.correct = text.correct


def _copy(question: Question) -> Question:
    return Question(
        bank_id=question.bank_id,
        type=question.type,
        text_fr=question.text_fr,
        text_en=question.text_en,
        feedback_fr=question.feedback_fr,
        feedback_en=question.feedback_en,
        effective_from=question.effective_from,
        choices=[
            Choice(
                position=choice.position,
                text_fr=choice.text_fr,
                text_en=choice.text_en,
                correct=choice.correct,
            )
            for choice in question.choices
        ],
    )
