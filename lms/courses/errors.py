"""Why a course could not be changed; the pages put each into a sentence."""

from collections.abc import Sequence
from datetime import date

from lms.courses.parity import Gap
from lms.errors import RuleBroken


class CodeTaken(RuleBroken):
    """Another course, or programme, already has the code."""


class TermsFixed(RuleBroken):
    """What the course counts as is fixed once a version was published."""


class NotADraft(RuleBroken):
    """The version is published or withdrawn: it is superseded, never edited."""


class NotPublished(RuleBroken):
    """Only a published version can be revised or withdrawn."""


class DraftExists(RuleBroken):
    """The course already has a draft, the version of that ``number``."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number


class Incomplete(RuleBroken):
    """The version cannot be published; ``gaps`` says what is missing, in order."""

    def __init__(self, gaps: Sequence[Gap]) -> None:
        super().__init__(f"{len(gaps)} missing")
        self.gaps = gaps


class AnotherInForce(RuleBroken):
    """A published version begins later, ``first`` being a day that this one would cover too."""

    def __init__(self, number: int, first: date) -> None:
        super().__init__(str(number))
        self.number = number
        self.first = first
