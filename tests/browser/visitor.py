"""A person before a screen, who reads one language and knows buttons by their words."""

import re
from dataclasses import dataclass

from babel.support import Translations
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.house import ROOT

PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 800}
WIDER_THAN_ITS_WINDOW = "document.documentElement.scrollWidth > window.innerWidth"


@dataclass(frozen=True)
class Words:
    """What a message of the sources says in one language."""

    locale: str

    def __call__(self, message: str, **values: object) -> str:
        """Return the text of a message with its values."""
        text = Translations.load(ROOT / "translations", [self.locale]).ugettext(message)
        return text % values if values else text

    def label(self, message: str) -> re.Pattern[str]:
        """Return what matches a label, whatever soft words follow it."""
        return re.compile(rf"^\s*{re.escape(self(message))}(?:\s*\(.*\))?\s*$")


@dataclass(frozen=True)
class Visitor:
    """One browser window of one person."""

    page: Page
    words: Words
    address: str

    def open(self, path: str) -> None:
        """Go to a page by its path; fail unless it is there."""
        answer = self.page.goto(self.address + path)
        assert answer is not None
        assert answer.ok, f"{path}: {answer.status}"

    def field(self, message: str, within: Locator | None = None) -> Locator:
        """Return the field with a label."""
        return (within or self.page).get_by_label(self.words.label(message))

    def fill(self, message: str, value: str, within: Locator | None = None) -> None:
        """Type into the field with a label."""
        self.field(message, within).fill(value)

    def choose(self, message: str, option: str) -> None:
        """Take the option of a list whose words begin so."""
        field = self.field(message)
        pattern = re.compile(re.escape(option))
        value = field.locator("option", has_text=pattern).first.get_attribute("value")
        field.select_option(value)

    def tick(self, message: str, within: Locator | None = None) -> None:
        """Tick a box or a radio button by its words."""
        self.field(message, within).check(force=True)

    def press(self, message: str, **values: object) -> None:
        """Press the first button or link of a button's look with these words."""
        name = self.words(message, **values)
        button = self.page.get_by_role("button", name=name, exact=True)
        (button if button.count() else self.page.get_by_role("link", name=name)).first.click()

    def follow(self, message: str, **values: object) -> None:
        """Follow the first link with these words."""
        self.page.get_by_role("link", name=self.words(message, **values)).first.click()

    def sees(self, text: str) -> None:
        """Fail unless a text is on the page."""
        expect(self.page.locator("body")).to_contain_text(text)

    def reads(self, message: str, **values: object) -> None:
        """Fail unless a message is on the page."""
        self.sees(self.words(message, **values))

    def download(self, path: str) -> bytes:
        """Return a file as this person gets it."""
        answer = self.page.request.get(self.address + path)
        assert answer.ok, f"{path}: {answer.status}"
        return answer.body()

    @property
    def path(self) -> str:
        """Where the window is."""
        return self.page.url.removeprefix(self.address)


def visit(browser: Browser, address: str, locale: str, *, phone: bool = False) -> Visitor:
    """Return somebody who has just opened a window; on a phone, without scripts."""
    window = browser.new_context(
        locale=locale,
        viewport=PHONE if phone else DESK,
        java_script_enabled=not phone,
        service_workers="block",
    )
    window.set_default_timeout(10_000)
    return Visitor(window.new_page(), Words(locale), address)


def fits(page: Page) -> bool:
    """Tell whether nothing of a page lies beside its window."""
    return not page.evaluate(WIDER_THAN_ITS_WINDOW)
