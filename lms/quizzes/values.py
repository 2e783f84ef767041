"""What a form, a command or the sample mission hands over to write a quiz."""

from dataclasses import dataclass
from datetime import date

from lms.quizzes.kinds import QuestionType


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceText:
    """One of the answers offered, in both languages."""

    text_fr: str
    text_en: str
    correct: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionText:
    """A question with its choices, in the order in which they are offered."""

    type: QuestionType
    text_fr: str
    text_en: str
    choices: tuple[ChoiceText, ...]
    feedback_fr: str = ""
    feedback_en: str = ""
    effective_from: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizText:
    """What a quiz is called in both languages, and how often it may be taken."""

    title_fr: str
    title_en: str
    attempts_allowed: int = 2
