"""Sentences of a report leave the page in one tap, typography and all."""

import pytest
from playwright.sync_api import expect

from lms.demo.accounts import PASSWORD
from tests.browser.steps.accounts import member
from tests.browser.visitor import House, Visitor

pytestmark = pytest.mark.reading_pages


@pytest.fixture
def head(in_french: House) -> Visitor:
    return member(in_french, "head@example.org", PASSWORD)


def test_one_tap_copies_a_sentence_with_its_narrow_spaces(head: Visitor) -> None:
    head.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    head.open("/figures/?from=2013-07-01&to=2014-06-30")
    sentence = head.page.locator(".paste").first
    sentence.get_by_role("button", name="Copier").click()
    expect(sentence.get_by_role("status")).to_have_text("Copié")
    copied = head.page.evaluate("navigator.clipboard.readText()")
    assert copied == str(sentence.locator("p").first.text_content()).strip()
    assert "2\u202f421" in copied


def test_where_there_is_no_clipboard_the_words_are_copied_all_the_same(head: Visitor) -> None:
    head.page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    head.open("/figures/?from=2013-07-01&to=2014-06-30")
    sentence = head.page.locator(".paste").first
    sentence.get_by_role("button", name="Copier").click()
    expect(sentence.get_by_role("status")).to_have_text("Copié")
    selected = head.page.evaluate("getSelection().toString()")
    assert selected.strip() == str(sentence.locator("p").first.text_content()).strip()
