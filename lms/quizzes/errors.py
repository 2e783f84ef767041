"""Why a quiz could not be written or taken; the pages put each into a sentence."""

from lms.errors import RuleBroken
from lms.quizzes.rules import Fault


class BadChoices(RuleBroken):
    """The choices do not make a question; ``fault`` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


class NothingToAsk(RuleBroken):
    """The session has no quiz, or none of its questions was in force on its first day."""


class NotOpen(RuleBroken):
    """The session has not begun yet, is closed or was cancelled: nobody takes its quiz now."""


class NoAttemptLeft(RuleBroken):
    """Every attempt allowed has been handed in."""


class AlreadyPassed(RuleBroken):
    """The quiz is passed: another attempt could not add anything."""


class AlreadyHandedIn(RuleBroken):
    """The attempt has been handed in: what was answered stands."""


class NotAChoice(RuleBroken):
    """What was chosen is not offered, or several were chosen where one may be."""
