"""Finding one's way without a mouse, and what comes out of a printer."""

import pytest
from playwright.sync_api import expect

from lms.demo.accounts import PASSWORD
from lms.demo.plan.codes import SHORT_CODE
from tests.browser.steps import eyes
from tests.browser.steps.accounts import member
from tests.browser.steps.sessions import closed_session, find
from tests.browser.visitor import House, Visitor

pytestmark = pytest.mark.reading_pages

FURNITURE = "nav, header, footer a, button, .button, .tool, input[type=search], summary"
"""What one acts on, which paper cannot."""


@pytest.fixture
def head(in_french: House) -> Visitor:
    return member(in_french, "head@example.org", PASSWORD)


@pytest.mark.parametrize("path", ["/sessions/new", "/account"])
def test_the_focus_shows_wherever_the_keyboard_leads(head: Visitor, path: str) -> None:
    head.open(path)
    assert eyes.walk_by_keyboard(head.page) == []


def test_the_focus_shows_on_the_roll(head: Visitor) -> None:
    head.open(f"{find(head, SHORT_CODE)}/roll")
    assert eyes.walk_by_keyboard(head.page) == []


def test_nothing_to_press_is_printed_with_the_slips(head: Visitor) -> None:
    head.open(f"{find(head, SHORT_CODE)}/slips")
    assert_nothing_to_press_is_printed(head)


@pytest.mark.parametrize("its_session_is", ["open", "closed"])
def test_nothing_to_press_is_printed_with_the_roll(head: Visitor, its_session_is: str) -> None:
    session = find(head, SHORT_CODE) if its_session_is == "open" else closed_session(head)
    head.open(f"{session}/roll")
    assert_nothing_to_press_is_printed(head)


def assert_nothing_to_press_is_printed(head: Visitor) -> None:
    head.page.emulate_media(media="print")
    for it in head.page.locator(FURNITURE).all():
        expect(it).to_be_hidden()
