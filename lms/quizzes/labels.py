"""Words for what quizzes keep as codes and numbers, in the reader's language."""

import math
from decimal import Decimal
from fractions import Fraction

from flask_babel import (
    LazyString,
    gettext as _,
    lazy_gettext as _l,
    lazy_pgettext as _lp,
    ngettext,
    pgettext,
)
from wtforms import SelectChoice

from lms.errors import RuleBroken
from lms.i18n import number
from lms.people.kinds import Sex
from lms.quizzes import errors, grading
from lms.quizzes.kinds import QuestionType
from lms.quizzes.rules import Fault

TYPES = {
    QuestionType.SINGLE: _l("One right answer"),
    QuestionType.MULTIPLE: _l("Several right answers"),
}

FAULTS = {
    Fault.TOO_FEW: _l("Offer at least two choices."),
    Fault.NONE_RIGHT: _l("Tick at least one choice as right."),
    Fault.SEVERAL_RIGHT: _l("Tick one right choice only, or let several answers be right."),
}

# L10N: counts of right answers, feminine in French: “une bonne réponse”
WORDS = (
    _lp("answers", "one"),
    _lp("answers", "two"),
    _lp("answers", "three"),
    _lp("answers", "four"),
    _lp("answers", "five"),
    _lp("answers", "six"),
    _lp("answers", "seven"),
    _lp("answers", "eight"),
    _lp("answers", "nine"),
)


REFUSALS: dict[type[RuleBroken], LazyString] = {
    errors.NothingToAsk: _l("This session has no quiz."),
    errors.NotOpen: _l(
        "The session is not open: its quiz cannot be taken now. What was kept stays."
    ),
    errors.AlreadyPassed: _l("The quiz is passed: there is nothing more to do."),
    errors.NoAttemptLeft: _l("Every attempt allowed has been handed in. The best one counts."),
    errors.AlreadyHandedIn: _l(
        "This attempt was handed in already. What was answered before counts."
    ),
}


def refusal(refused: RuleBroken) -> str:
    """Return the sentence that tells why a quiz cannot be taken or answered."""
    return str(REFUSALS[type(refused)])


def verdict(*, passed: bool, sex: Sex) -> str:
    """Return the word for who took the quiz; in French it agrees with the person."""
    if not passed:
        return _("Not passed")
    if sex is Sex.FEMALE:
        return pgettext("of a woman", "Passed")
    return pgettext("of a man", "Passed") if sex is Sex.MALE else pgettext("of a quiz", "Passed")


def needed(possible: int, pass_mark: int) -> str:
    """Return the sentence that tells how many right answers a pass asks for."""
    least = math.ceil(grading.needed(possible, pass_mark))
    return ngettext(
        "To pass, %(needed)s right answer is needed.",
        "To pass, %(needed)s right answers are needed.",
        least,
        needed=spelled(least),
    )


def types() -> list[SelectChoice]:
    """Return the types of question as a form offers them."""
    return [SelectChoice(str(code), word) for code, word in TYPES.items()]


def spelled(count: int) -> str:
    """Return ``count`` as it stands in a sentence: in words below ten."""
    return str(WORDS[count - 1]) if 0 < count <= len(WORDS) else number(count)


def score(points: Fraction, possible: int, needed: Fraction) -> str:
    """Return the sentence that tells a score; parts of a point are told as points."""
    if points.denominator != 1:
        return _(
            "Your score is %(points)s out of %(possible)s; you needed %(needed)s.",
            points=number(_tenths(points)),
            possible=number(possible),
            needed=number(_tenths(needed)),
        )
    right = int(points)
    least = math.ceil(needed)
    if not right:
        return _(
            "You have no right answer out of %(possible)s; you needed %(needed)s.",
            possible=spelled(possible),
            needed=spelled(least),
        )
    return ngettext(
        "You have %(right)s right answer out of %(possible)s; you needed %(needed)s.",
        "You have %(right)s right answers out of %(possible)s; you needed %(needed)s.",
        right,
        right=spelled(right),
        possible=spelled(possible),
        needed=spelled(least),
    )


def _tenths(points: Fraction) -> Decimal:
    # Only for showing: what decides is the exact fraction.
    return round(Decimal(points.numerator) / points.denominator, 1)
