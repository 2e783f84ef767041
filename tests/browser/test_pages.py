"""Every page that links lead to, whoever reads it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from lms.demo.accounts import PASSWORD
from lms.demo.plan.codes import SHORT_CODE
from tests.browser.steps import crawl, eyes
from tests.browser.steps.accounts import member
from tests.browser.steps.crawl import Crawl
from tests.browser.steps.sessions import closed_session
from tests.browser.visitor import House, Visitor

pytestmark = pytest.mark.reading_pages

TEAM = ("head", "trainer", "admin")
OF_A_SESSION = ("", "/roll", "/people", "/headcounts", "/quizzes", "/certificates")
UNREADABLE = "can hardly be read: "


@pytest.fixture(scope="module")
def french_faults(in_french: House) -> list[str]:
    """Return what is wrong on any page in French, with what eyes say of it."""
    return faults(in_french, look_closely)


def test_every_page_in_french_fits_its_window_and_loads_without_a_fault(
    french_faults: list[str],
) -> None:
    assert [it for it in french_faults if UNREADABLE not in it] == []


def test_all_text_stands_out_from_its_ground_by_day_and_by_night(french_faults: list[str]) -> None:
    assert [it for it in french_faults if UNREADABLE in it] == []


def test_every_page_in_english_fits_its_window_and_loads_without_a_fault(
    browser: Browser, sample: str
) -> None:
    assert faults(House(browser, sample, "en"), eyes.misfits) == []


def look_closely(visitor: Visitor) -> Iterator[str]:
    yield from eyes.misfits(visitor)
    yield from (f"{UNREADABLE}{it}" for it in eyes.unreadable(visitor))


def faults(mission: House, look: crawl.Look) -> list[str]:
    """Return what is wrong on any page; a closed session has looks of its own."""
    found = Crawl(look)
    for who in TEAM:
        reader = member(mission, f"{who}@example.org", PASSWORD)
        found.follow(reader, "/")
        if who == "head":
            closed = closed_session(reader)
            found.follow(reader, *(f"{closed}{it}" for it in OF_A_SESSION))
    found.follow(mission.visitor(), "/", f"/s/{SHORT_CODE}")
    return found.faults
