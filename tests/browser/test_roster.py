"""The roll on a phone: each touch is kept at once, by a network that comes and goes."""

import pytest
from playwright.sync_api import expect

from lms.demo.accounts import PASSWORD
from lms.demo.plan.codes import SHORT_CODE
from tests.browser.steps import attendance, sessions
from tests.browser.steps.accounts import member
from tests.browser.visitor import PHONE, House, Visitor

UNSENT = "Marks not sent yet. They stay here, and are sent with “End the roll call”."

MEANWHILE = (
    "%(name)s: %(who)s had put “%(found)s” (%(moment)s). Your mark, “%(put)s”, now counts;"
    " both are kept."
)
LAST_SLOT = 4
TRAINER = "Yacouba Arby"


@pytest.fixture
def roll(in_french: House) -> Visitor:
    """Return a trainer who has opened a roll that nobody has called yet."""
    return at_the_roll(in_french, "trainer@example.org")


def at_the_roll(house: House, email: str) -> Visitor:
    trainer = member(house, email, PASSWORD, size=PHONE)
    attendance.call_roll(trainer, sessions.find(trainer, SHORT_CODE), LAST_SLOT)
    return trainer


def kept(trainer: Visitor, name: str) -> None:
    """Wait until the server has answered: then the last touch can be undone."""
    expect(trainer.page.locator("#undo")).to_contain_text(name)


def test_each_touch_is_kept_without_a_button(roll: Visitor) -> None:
    first, second, third = attendance.unmarked(roll)[:3]
    attendance.touch(roll, first)
    attendance.touch(roll, second)
    kept(roll, second)

    roll.page.reload()

    assert attendance.is_present(roll, first)
    assert attendance.is_present(roll, second)
    assert not attendance.is_present(roll, third)


def test_the_last_touch_can_be_undone(roll: Visitor) -> None:
    name, *others = attendance.unmarked(roll)
    attendance.touch(roll, name)
    kept(roll, name)

    with roll.page.expect_response("**/tap"):
        roll.page.locator("#undo button").click()
    roll.page.reload()

    assert attendance.unmarked(roll) == [name, *others]


def test_a_touch_without_a_network_is_sent_once_there_is_one(roll: Visitor) -> None:
    name = attendance.unmarked(roll)[0]
    roll.page.context.set_offline(offline=True)
    attendance.touch(roll, name)
    roll.reads(UNSENT)

    with roll.page.expect_response("**/tap"):
        roll.page.context.set_offline(offline=False)
    expect(roll.page.locator("#unsent")).to_be_hidden()
    roll.page.reload()

    assert attendance.is_present(roll, name)


def test_two_who_call_at_once_are_told_of_each_other(mission: House) -> None:
    trainer = at_the_roll(mission, "trainer@example.org")
    head = at_the_roll(mission, "head@example.org")
    name, another = attendance.unmarked(trainer)[:2]
    attendance.touch(trainer, name)
    kept(trainer, name)
    attendance.touch(head, another)
    kept(head, another)

    attendance.say(head, name, "late")

    told, what_counts = head.words(MEANWHILE, **sentence(head, name)).split("@")
    head.sees(told)
    head.sees(what_counts)
    trainer.page.reload()
    assert attendance.is_present(trainer, another)
    assert not attendance.is_present(trainer, name)


def sentence(head: Visitor, name: str) -> dict[str, str]:
    """Return the values of what the second one is told; the moment is left open."""
    row = attendance.row_of(head, name)
    present, late = (
        str(row.locator(f'input[type="radio"][value="{it}"]').get_attribute("aria-label"))
        for it in ("present", "late")
    )
    return {"name": name, "who": TRAINER, "found": present, "put": late, "moment": "@"}
