"""The browser of the system, without a window, for pictures, measures and tests."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = [
    "--no-sandbox",  # as root, in a container, there is none to be had
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
WITHOUT_PAGES_LEFT = "--disable-back-forward-cache"
"""Playwright's own choice, which no real browser makes."""


def program() -> Path | None:
    """Return where the browser is; None when there is none."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return Path(found) if found else None


@contextmanager
def browser(executable: Path) -> Iterator[Browser]:
    """Yield the browser, and close it."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=OPTIONS)
        yield started
        started.close()


@contextmanager
def like_a_phone(browser: Browser) -> Iterator[Browser]:
    """Yield a browser that keeps the pages it has left, to show them again at once."""
    started = browser.browser_type.launch(
        executable_path=program(), args=OPTIONS, ignore_default_args=[WITHOUT_PAGES_LEFT]
    )
    yield started
    started.close()
