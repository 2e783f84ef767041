"""How questions are answered, what a quiz is for, and who entered the answers."""

from enum import StrEnum


class QuestionType(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"


class Purpose(StrEnum):
    """What the quiz is for; only ``final`` decides a certificate."""

    FINAL = "final"
    PRACTICE = "practice"


class AttemptMode(StrEnum):
    """Who entered the answers."""

    SELF = "self"
    ORAL = "oral"
    BULK = "bulk"
