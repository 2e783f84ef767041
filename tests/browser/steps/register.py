"""Deciding who is who."""

import re

from playwright.sync_api import Locator

from tests.browser.visitor import Visitor

A_DOUBT = re.compile(r"/matches/\d+")
SAME, TWO, LATER = "1", "2", "3"
"""The keys shown beside the three buttons."""


def open_doubt(head: Visitor) -> str:
    """Open the first doubt of the queue, and return its path."""
    head.open("/matches/")
    head.page.locator("main tbody tr").first.get_by_role("link").first.click()
    head.page.wait_for_url(A_DOUBT)
    head.reads("Is this the same person?")
    return head.path.partition("?")[0]


def links(reader: Visitor, doubt: str) -> Locator:
    """Return what leads to a doubt from the page at hand."""
    return reader.page.locator(f'main tbody a[href^="{doubt}"]')


def records(head: Visitor) -> list[str]:
    """Return the paths of the two records that stand side by side."""
    found = head.page.locator(".split section a[href^='/people/']").all()
    return [str(it.get_attribute("href")) for it in found]
