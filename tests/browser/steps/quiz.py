"""Taking the quiz with a pass code, one question a screen."""

from tests.browser.steps import eyes
from tests.browser.steps.sessions import Slip
from tests.browser.visitor import Visitor


def enter(participant: Visitor, slip: Slip) -> None:
    """Follow the QR code and type the pass code."""
    participant.page.goto(slip.address)
    participant.fill({"Pass code": slip.pass_code})
    participant.press("Continue")


def begin(participant: Visitor) -> None:
    """Go from one's own page to the first question."""
    participant.press("Begin the quiz")
    participant.press("Begin the quiz")
    participant.page.wait_for_url("**/quiz/*/1")


def stands_at(participant: Visitor, number: int, total: int) -> None:
    """Fail unless this question is asked."""
    participant.reads("Question %(number)s of %(total)s", number=number, total=total)
    eyes.fits(participant)


def answer(participant: Visitor, *choices: str, then: str = "Next question") -> None:
    """Choose, and press the button that keeps the answer."""
    for choice in choices:
        participant.page.get_by_label(choice, exact=True).check()
    participant.press(then)


def hand_in(participant: Visitor, answers: int) -> None:
    """Hand in for good."""
    press_hand_in(participant, answers)
    participant.reads("Quiz handed in")
    eyes.fits(participant)


def press_hand_in(participant: Visitor, answers: int) -> None:
    """Press the button that hands in, whatever comes of it."""
    said = ("Hand in %(num)s answer", "Hand in %(num)s answers")
    participant.press_words(participant.words.count(*said, answers))


def give_back(participant: Visitor) -> None:
    """End the visit."""
    participant.press("Give the phone back")
    participant.reads("The visit has ended. The next person can enter their code.")
