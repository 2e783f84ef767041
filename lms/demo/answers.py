"""Fills answer sheets: which choices stand for a right answer, and which for a wrong one."""

from collections.abc import Sequence
from dataclasses import dataclass

from lms.quizzes import queries
from lms.quizzes.grading import Key
from lms.sessions.models import TrainingSession

Choices = frozenset[int]


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """The questions of a session's quiz in order, each with a right and a wrong answer."""

    questions: tuple[tuple[int, Choices, Choices], ...]

    @classmethod
    def of(cls, training_session: TrainingSession) -> "AnswerSheet":
        """Return the sheet of the final quiz that the session's participants take."""
        quiz = queries.final_quiz(training_session.course_version_id)
        if quiz is None:
            raise ValueError(f"training_session:{training_session.id} has no quiz to answer")
        question_ids = queries.asked(quiz.id, training_session.first_day)
        asked = queries.questions(question_ids)
        keys = {it: queries.key_of(asked[it]) for it in question_ids}
        return cls(tuple((it, key.right, wrong(key)) for it, key in keys.items()))

    def filled(self, right: Sequence[bool]) -> dict[int, Choices]:
        """Answer question by question as ``right`` says; a wrong answer is worth nothing."""
        return {
            question_id: good if answered else bad
            for (question_id, good, bad), answered in zip(self.questions, right, strict=True)
        }


def wrong(key: Key) -> Choices:
    """Return an answer that gains nothing, however many choices are right."""
    return frozenset({min(key.offered - key.right)})
