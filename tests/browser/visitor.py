"""A person before a screen, who reads one language and knows buttons by their words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Literal

from babel.support import Translations
from playwright.sync_api import Browser, Locator, Page, StorageState, ViewportSize, expect

from tests.house import ROOT

Pair = tuple[str, str]
"""A text in French and in English."""

PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 800}
PATIENCE = 10_000
PRESSED: tuple[Literal["button"], Literal["link"]] = ("button", "link")


@cache
def _catalogue(locale: str) -> Translations:
    found = Translations.load(ROOT / "translations", [locale])
    assert isinstance(found, Translations), "the catalogues are not compiled: run make"
    return found


@dataclass(frozen=True)
class Words:
    """What a message of the sources says in one language."""

    locale: str

    def __call__(self, message: str, context: str = "", /, **values: object) -> str:
        """Return the text of a message with its values."""
        catalogue = _catalogue(self.locale)
        text = catalogue.upgettext(context, message) if context else catalogue.ugettext(message)
        return _plain(text % values if values else text)

    def count(self, one: str, many: str, num: int, **values: object) -> str:
        """Return the text of a message about a number."""
        text = _catalogue(self.locale).ungettext(one, many, num)
        return _plain(text % {"num": num, **values})

    def said(self, pair: Pair) -> str:
        """Return which of two texts is in the language."""
        return pair[self.locale == "en"]


@dataclass(frozen=True)
class Visitor:
    """One browser window of one person."""

    page: Page
    words: Words
    address: str

    def in_another_tab(self) -> "Visitor":
        """Return the same person before a second page of the same browser."""
        return replace(self, page=self.page.context.new_page())

    def open(self, path: str) -> None:
        """Go to a page by its path; fail unless it is there."""
        answer = self.page.goto(self.address + path)
        assert answer is not None
        assert answer.ok, f"{path}: {answer.status}"

    def field(self, label: str, within: Locator | None = None) -> Locator:
        """Return the field with a label, whatever soft words follow it."""
        pattern = re.compile(rf"^\s*{_spaced(self.words(label))}(?:\s*\(.*\))?\s*$")
        return (within or self.page.locator("main")).get_by_label(pattern)

    def fill(self, fields: Mapping[str, str], within: Locator | None = None) -> None:
        """Type into fields by their labels."""
        for label, value in fields.items():
            self.field(label, within).fill(value)

    def choose(self, label: str, option: str, *, group: str = "") -> None:
        """Take the first option of a list that has these words, in a group of options."""
        field = self.field(label)
        options = field.locator(
            f'optgroup[label="{self.words(group)}"] option' if group else "option"
        )
        found = options.filter(has_text=re.compile(_spaced(self.words(option))))
        field.select_option(found.first.get_attribute("value"))

    def tick(self, label: str, within: Locator | None = None) -> None:
        """Tick a box or a radio button by its words."""
        self.field(label, within).check()

    def press(self, message: str, within: Locator | None = None, **values: object) -> None:
        """Press the first button, or link of a button's look, with these words."""
        self.press_words(self.words(message, **values), within)

    def press_words(self, words: str, within: Locator | None = None) -> None:
        """Press the first button or link with the words as they are read."""
        place = within or self.page.locator("body")
        button, link = (place.get_by_role(it, name=words, exact=True) for it in PRESSED)
        button.or_(link).first.click()

    def unfold(self, message: str) -> None:
        """Open what is behind a fold."""
        self.page.locator("summary").filter(has_text=self.words(message)).click()

    def read(self) -> str:
        """Return the text of the page with plain spaces."""
        self.page.wait_for_load_state()
        return _plain(self.page.locator("body").inner_text())

    def sees(self, text: str) -> None:
        """Fail unless a text comes to stand on the page."""
        expect(self.page.locator("body")).to_contain_text(re.compile(_spaced(text)))

    def reads(self, message: str, context: str = "", /, **values: object) -> None:
        """Fail unless a message comes to stand on the page."""
        self.sees(self.words(message, context, **values))

    def download(self, path: str) -> bytes:
        """Return a file as this person gets it."""
        answer = self.page.request.get(self.address + path)
        assert answer.ok, f"{path}: {answer.status}"
        return answer.body()

    def leads_to(self, message: str, **values: object) -> str:
        """Return the path a link leads to."""
        name = self.words(message, **values)
        found = self.page.get_by_role("link", name=name).first.get_attribute("href")
        assert found, name
        return found.removeprefix(self.address)

    def send_file(self, label: str, path: Path) -> None:
        """Choose a file of the device."""
        self.field(label).set_input_files(path)

    @property
    def path(self) -> str:
        """Where the window is."""
        return self.page.url.removeprefix(self.address)


@dataclass(frozen=True)
class House:
    """A server, as those who read one language come to it."""

    browser: Browser
    address: str
    locale: str
    visits: dict[str, StorageState] = field(default_factory=dict)
    """What the browser keeps of those who have signed in, by their address."""

    def visitor(
        self, *, known_as: str = "", size: ViewportSize = DESK, scripts: bool = True
    ) -> Visitor:
        """Return somebody who has just opened a window, in a browser where they may be known."""
        window = self.browser.new_context(
            locale=self.locale,
            viewport=size,
            java_script_enabled=scripts,
            service_workers="block",
            storage_state=self.visits.get(known_as),
        )
        window.set_default_timeout(PATIENCE)
        return Visitor(window.new_page(), Words(self.locale), self.address)


def _plain(text: str) -> str:
    """Return a text with plain spaces only."""
    return " ".join(text.split())


def _spaced(text: str) -> str:
    """Return a pattern of a text, whatever its spaces are."""
    return r"\s+".join(map(re.escape, text.split()))
