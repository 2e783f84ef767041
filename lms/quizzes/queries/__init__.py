"""Reading quizzes, questions and attempts; nothing here changes a row."""

from lms.quizzes.queries.content import (
    asked,
    bank,
    final_quiz,
    key_of,
    questions,
    quizzes,
    slot_of,
)
from lms.quizzes.queries.results import Offer, OfferState, Taker, offered, passed, takers
from lms.quizzes.queries.taking import (
    attempt,
    attempts,
    begun,
    chosen,
    grade,
    open_attempts,
    participation,
)

__all__ = [
    "Offer",
    "OfferState",
    "Taker",
    "asked",
    "attempt",
    "attempts",
    "bank",
    "begun",
    "chosen",
    "final_quiz",
    "grade",
    "key_of",
    "offered",
    "open_attempts",
    "participation",
    "passed",
    "questions",
    "quizzes",
    "slot_of",
    "takers",
]
