"""Taking a quiz on a phone without scripts, as awkwardly as people do."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from lms.demo.accounts import PASSWORD
from lms.demo.plan.codes import PASS_CODE, SHORT_CODE
from tests.browser.steps import quiz, sessions
from tests.browser.steps.accounts import member
from tests.browser.steps.sessions import Slip
from tests.browser.visitor import PHONE, House, Visitor
from tools import chromium


@pytest.fixture(scope="session")
def codes(in_french: House) -> Iterator[str]:
    """Return the pass codes nobody has used yet."""
    head = member(in_french, "head@example.org", PASSWORD)
    return iter(sessions.codes_of(head, sessions.find(head, SHORT_CODE))[1:])


@pytest.fixture
def participant(mission: House, codes: Iterator[str]) -> Visitor:
    """Return somebody before the first question."""
    visitor = mission.visitor(size=PHONE, scripts=False)
    quiz.enter(visitor, Slip(f"{mission.address}/s/{SHORT_CODE}", next(codes)))
    quiz.begin(visitor)
    return visitor


def test_a_quiz_handed_in_twice_counts_once(participant: Visitor) -> None:
    first = participant.page.get_by_role("radio").first
    first.check()
    participant.press("Next question")
    participant.open(f"{participant.path.rpartition('/')[0]}/review")
    twin = participant.in_another_tab()
    twin.open(participant.path)
    quiz.hand_in(participant, 1)
    result = participant.read()

    quiz.press_hand_in(twin, 1)

    twin.reads("This attempt was handed in already. What was answered before counts.")
    participant.page.reload()
    assert participant.read() == result


def test_an_answer_chosen_and_not_sent_outlives_a_change_of_language(
    participant: Visitor,
) -> None:
    other = {"fr": "EN", "en": "FR"}[participant.words.locale]
    participant.page.get_by_role("radio").last.check()

    participant.page.get_by_role("button", name=other).click()

    expect(participant.page.get_by_role("radio").last).to_be_checked()
    expect(participant.page.locator("html")).to_have_attribute("lang", other.lower())


def test_the_arrow_of_the_browser_brings_no_visit_back(browser: Browser, sample: str) -> None:
    with chromium.like_a_phone(browser) as phone:
        participant = House(phone, sample, "fr").visitor(size=PHONE, scripts=False)
        quiz.enter(participant, Slip(f"{sample}/s/{SHORT_CODE}", PASS_CODE))
        participant.reads("Begin the quiz")
        quiz.give_back(participant)

        participant.page.go_back(wait_until="commit")

        participant.reads("Sign in to see this page.")
