"""Planning a session, bringing in its people, closing it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import zxingcpp
from PIL import Image

from tests.browser.steps import crawl, eyes
from tests.browser.visitor import Pair, Visitor


@dataclass(frozen=True)
class Newcomer:
    """Somebody added by hand."""

    surname: str
    given_names: str
    sex: str
    category: Pair
    rank: str = ""


@dataclass(frozen=True)
class Slip:
    """What stands on the paper of one participant."""

    address: str
    """What a phone reads off the QR code."""
    pass_code: str


def plan(trainer: Visitor, *, course: str, first: str, last: str, with_: str = "") -> str:
    """Plan a session of whole days in Gao as it was before 2016, and return its path."""
    trainer.open("/")
    trainer.press("Sessions")
    trainer.press("Plan a session")
    trainer.choose("Course", course)
    trainer.fill({"First day": first, "Last day": last, "Venue": "Camp Firhoun"})
    trainer.tick("Whole days, one roll call a day")
    trainer.choose("Place", "Gao", group="Until 18 January 2016")
    if with_:
        trainer.tick(with_)
    trainer.press("Plan the session")
    trainer.reads("The session is planned. Add the people who will come.")
    return trainer.path


def add(trainer: Visitor, session: str, newcomer: Newcomer) -> None:
    """Add one person by hand."""
    write_down(trainer, session, newcomer)
    trainer.press("Add to the session")
    trainer.sees(f"{newcomer.surname} {newcomer.given_names}")


def write_down(trainer: Visitor, session: str, newcomer: Newcomer) -> None:
    """Fill in the form of one person, without sending it."""
    trainer.open(f"{session}/people/add")
    form = trainer.page.locator("main form").first  # the one beside it looks for known persons
    trainer.fill({"Surname": newcomer.surname, "Given names": newcomer.given_names}, form)
    trainer.fill({"Rank": newcomer.rank}, form)
    trainer.tick(newcomer.sex)
    trainer.choose("Category", trainer.words.said(newcomer.category))


def expire(trainer: Visitor) -> None:
    """Let the forms of a page grow too old to be taken."""
    tokens = trainer.page.locator('input[name="csrf_token"]')
    tokens.evaluate_all("(all) => { for (const it of all) it.value = 'expired'; }")


def read_list(trainer: Visitor, session: str, file: Path, *, category: Pair) -> None:
    """Hand in a list and look at what was found in it; nothing is recorded yet."""
    trainer.open(f"{session}/people")
    trainer.press("Attendance list")
    trainer.send_file("List", file)
    trainer.choose("Category of people whose row says none", trainer.words.said(category))
    trainer.press("Read the list")


def say_columns(trainer: Visitor, days: Mapping[int, str]) -> None:
    """Say which column of a list holds the marks of which day, and look at the rows."""
    eyes.fits(trainer)
    for day, column in days.items():
        name = trainer.words("Day %(number)s", number=day)
        trainer.page.get_by_role("combobox", name=f"{name} ·").select_option(label=column)
    trainer.press("Check the rows")


def record_list(trainer: Visitor, rows: int) -> None:
    """Record the rows that were looked at."""
    trainer.reads("Nothing is recorded yet.")
    eyes.fits(trainer)
    trainer.press_words(trainer.words.count("Record %(num)s row", "Record %(num)s rows", rows))
    said = ("%(num)s row is recorded.", "%(num)s rows are recorded.")
    trainer.sees(trainer.words.count(*said, rows))


def slip_of(trainer: Visitor, session: str, name: str, picture: Path) -> Slip:
    """Return what is printed on the slip of one person, its code read as a phone does."""
    trainer.open(f"{session}/people")
    trainer.press("Slips to cut")
    slip = trainer.page.get_by_role("listitem").filter(has_text=name)
    slip.scroll_into_view_if_needed()
    slip.locator("img").screenshot(path=picture)
    with Image.open(picture) as image:
        address = zxingcpp.read_barcodes(image)[0].text
    return Slip(address, slip.locator(".slip-code").inner_text().strip())


def codes_of(reader: Visitor, session: str) -> list[str]:
    """Return the pass codes of everybody in a session, in the order of their names."""
    reader.open(f"{session}/slips")
    return [it.strip() for it in reader.page.locator(".slip-code").all_inner_texts()]


def count_heads(trainer: Visitor, session: str, *, category: Pair, men: int, women: int) -> None:
    """Count people who are not named."""
    trainer.open(f"{session}/headcounts")
    trainer.choose("Category", trainer.words.said(category))
    trainer.fill({"Men": str(men), "Women": str(women)})
    trainer.press("Save the headcount")
    trainer.reads("The headcount is saved.")


def close(trainer: Visitor, session: str) -> None:
    """Close a session in which nothing is missing."""
    trainer.open(session)
    trainer.press("Close the session…")
    trainer.press("Close the session")
    trainer.reads("The session is closed. It now counts in the figures.")


def find(reader: Visitor, short_code: str) -> str:
    """Return the path of the session with a code."""
    return _first(reader, f"/sessions/?q={short_code}")


def closed_session(reader: Visitor) -> str:
    """Return the path of a session that is closed."""
    return _first(reader, "/sessions/?status=closed")


def _first(reader: Visitor, search: str) -> str:
    reader.open(search)
    paths = crawl.links(reader)
    return next(it for it in paths if re.fullmatch(r"/sessions/\d+", it))
