"""Deciding doubts at a desk: two records side by side, keys, and the way back."""

import pytest
from playwright.sync_api import expect

from lms.demo.accounts import PASSWORD
from tests.browser.steps import eyes, register
from tests.browser.steps.accounts import member
from tests.browser.visitor import House, Visitor


@pytest.fixture
def head(in_french: House) -> Visitor:
    """Return the unit head, after the register was compared with itself."""
    head = member(in_french, "head@example.org", PASSWORD)
    head.open("/people/duplicates")
    head.press("Look again")
    expect(head.page.locator("main tbody tr").first).to_be_visible()
    return head


def test_a_key_says_that_two_are_one_and_a_button_takes_it_back(head: Visitor) -> None:
    doubt = register.open_doubt(head)
    eyes.fits(head)
    head.page.keyboard.press(register.SAME)
    head.reads("Said to be one person. The totals follow.")
    head.open("/matches/")
    expect(register.links(head, doubt)).to_have_count(0)

    head.open(doubt)
    head.press("Take the decision back")
    head.reads("The decision is taken back. The totals follow.")
    head.open("/matches/")
    expect(register.links(head, doubt)).to_have_count(1)


def test_two_persons_are_never_asked_about_again(head: Visitor) -> None:
    doubt = register.open_doubt(head)
    one, _other = register.records(head)
    head.page.keyboard.press(register.TWO)
    head.reads("Said to be two persons; this is remembered for ever.")

    head.open("/people/duplicates")
    head.press("Look again")
    expect(register.links(head, doubt)).to_have_count(0)
    head.open(one)
    head.reads("Kept apart for ever")


def test_what_is_left_for_later_still_waits(head: Visitor) -> None:
    doubt = register.open_doubt(head)
    head.page.keyboard.press(register.LATER)
    head.page.wait_for_url(lambda it: doubt not in it)
    head.open("/matches/")
    expect(register.links(head, doubt)).to_have_count(1)


def test_a_merge_by_hand_is_seen_before_and_can_be_undone(head: Visitor) -> None:
    register.open_doubt(head)
    one, other = register.records(head)
    head.open(f"{one}/merge/{other.rpartition('/')[2]}")
    head.reads("What becomes of the totals")
    eyes.fits(head)
    head.press("Merge the two records")
    head.reads("The two records are one person. The totals follow.")
    head.press("Undo the merge")
    head.reads("The merge is undone: they are two people again. The totals follow.")
