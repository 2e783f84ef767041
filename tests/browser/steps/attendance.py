"""Calling the roll on a phone."""

from playwright.sync_api import Locator, expect

from tests.browser.visitor import Visitor


def call_roll(trainer: Visitor, session: str, slot: int) -> None:
    """Open the roll of a slot, counted from 1, from the page of the session."""
    trainer.open(session)
    trainer.page.locator(".slot").nth(slot - 1).get_by_role("link").click()
    expect(trainer.page.locator("#roll")).to_be_visible()
    trainer.page.wait_for_load_state()


def row_of(trainer: Visitor, name: str) -> Locator:
    """Return the line of one person on the roll."""
    return trainer.page.get_by_role("group", name=name)


def touch(trainer: Visitor, name: str) -> None:
    """Touch a name: present."""
    row_of(trainer, name).locator("label.name").click()


def is_present(trainer: Visitor, name: str) -> bool:
    """Tell whether somebody is shown as present."""
    return row_of(trainer, name).locator('input[type="radio"][value="present"]').is_checked()


def called(trainer: Visitor, number: int, of: int) -> None:
    """Fail unless the roll comes to say how many are called."""
    said = ("%(num)s called of %(expected)s", "%(num)s called of %(expected)s")
    trainer.sees(trainer.words.count(*said, number, expected=of))


def unmarked(trainer: Visitor) -> list[str]:
    """Return the names on the roll beside which nothing is chosen."""
    chosen = trainer.page.locator('input[type="radio"]:checked')
    rows = trainer.page.locator("#roll fieldset").filter(has_not=chosen)
    return rows.locator("strong").all_inner_texts()


def say(trainer: Visitor, name: str, state: str) -> None:
    """Touch one of the three signs beside a name."""
    row_of(trainer, name).locator(f"label.{state}").click()
