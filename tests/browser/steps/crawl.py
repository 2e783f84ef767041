"""Following every link, to one page of each kind."""

import re
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Response

from tests.browser.visitor import Visitor

FILES = re.compile(r"\.(?:pdf|csv|json|xlsx|svg)(?:\?|$)")
HREFS = "[...document.querySelectorAll('a[href]')].map((it) => it.getAttribute('href'))"
ENOUGH = 100

Look = Callable[[Visitor], Iterable[str]]
"""Return what is wrong with the page, a sentence each."""


class Crawl:
    """Remembers what was looked at, by whomever."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._seen: set[str] = set()
        self.faults: list[str] = []

    def follow(self, visitor: Visitor, *starts: str) -> None:
        """Look at these pages, and at one page of each kind that links lead to from there."""
        noises = _listen(visitor)
        waiting = list(starts)
        while waiting:
            path = waiting.pop(0)
            visitor.open(path)
            self.faults += [f"{path}: {it}" for it in (*self._look(visitor), *noises)]
            noises.clear()
            for href in links(visitor):
                if kind(href) not in self._seen:
                    self._seen.add(kind(href))
                    waiting.append(href)
        assert len(self._seen) < ENOUGH, "every page seems to be of a kind of its own"


def kind(path: str) -> str:
    """Return what pages of one kind have in common: the address without its numbers."""
    return re.sub(r"\d+", "0", urlsplit(path).path)


def _listen(visitor: Visitor) -> list[str]:
    """Return a list that grows with every noise of the browser: errors, broken rules, losses."""
    noises: list[str] = []

    def said(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            noises.append(message.text)

    def answered(response: Response) -> None:
        if not response.ok and response.status != 302:
            noises.append(f"{response.url}: {response.status}")

    visitor.page.on("console", said)
    visitor.page.on("pageerror", lambda error: noises.append(str(error)))
    visitor.page.on("response", answered)
    return noises


def links(visitor: Visitor) -> list[str]:
    """Return where the links of a page lead, files and the other language apart."""
    hrefs: list[str] = visitor.page.evaluate(HREFS)
    return [
        it
        for it in hrefs
        if it.startswith("/") and not it.startswith("/language/") and not FILES.search(it)
    ]
