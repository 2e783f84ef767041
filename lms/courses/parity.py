"""What a bilingual text lacks in one of its languages; plain values only."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

LANGUAGES = ("fr", "en")


class Part(StrEnum):
    """Which text of a course is meant; the page puts it into words."""

    TITLE = "title"
    SUMMARY = "summary"
    MODULES = "modules"
    MODULE_TITLE = "module_title"
    OBJECTIVE = "objective"
    BODY = "body"
    QUIZ_TITLE = "quiz_title"
    QUESTIONS = "questions"
    QUESTION = "question"
    CHOICE = "choice"
    FEEDBACK = "feedback"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text in both languages, and where it stands.

    ``number`` is the place of its module or question, counted from 1. A text that is not
    ``required`` may be empty, but then in both languages.
    """

    part: Part
    fr: str
    en: str
    number: int = 0
    required: bool = True

    def has(self, language: str) -> bool:
        """Tell whether something other than blanks stands there in ``language``."""
        return bool((self.fr if language == "fr" else self.en).strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing that is missing; ``language`` is empty when it is not a matter of language."""

    part: Part
    language: str = ""
    number: int = 0


def gaps(texts: Iterable[Text]) -> list[Gap]:
    """Return what is missing, in the order of ``texts``, French before English."""
    return [
        Gap(part=text.part, language=language, number=text.number)
        for text in texts
        for language in LANGUAGES
        if not text.has(language) and (text.required or any(map(text.has, LANGUAGES)))
    ]
