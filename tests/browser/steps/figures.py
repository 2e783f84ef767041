"""Reading the totals, what is behind them, and taking them along."""

import csv
from collections.abc import Iterable
from io import BytesIO, StringIO

from openpyxl import load_workbook
from playwright.sync_api import Locator, expect

from tests.browser.visitor import Visitor

Line = tuple[str, list[int]]
"""A label and its numbers: men, women, adults not specified, boys, girls, and the total."""

COLUMNS = ("men", "women", "adults_not_specified", "boys", "girls", "total")
MINORS_NOT_SPECIFIED = -2
"""Of the numbers in a workbook; the page shows this column only where there are any."""


def open_figures(head: Visitor) -> None:
    """Go to the totals."""
    head.open("/")
    head.press("Figures")
    expect(head.page.locator("#totals")).to_be_visible()
    head.page.wait_for_load_state()


def open_exports(head: Visitor) -> None:
    """Unfold the files to take along."""
    head.unfold("Export")


def lines(head: Visitor) -> list[Line]:
    """Return the table of totals as it is read."""
    return _read(head.page.locator("#totals"))


def headcounts(head: Visitor) -> list[Line]:
    """Return the people counted without names, by category."""
    title = head.page.get_by_role("heading", name=head.words("Headcount sensitized"))
    return _read(head.page.locator("section").filter(has=title).get_by_role("table").first)


def lines_of_workbook(head: Visitor) -> list[Line]:
    """Return the lines of the first sheet of the XLSX file."""
    content = head.download(head.leads_to("%(form)s, full numbers", form="XLSX"))
    found = []
    for row in (
        load_workbook(BytesIO(content)).worksheets[0].iter_rows(min_row=2, values_only=True)
    ):
        label, *numbers, _remark = row
        if all(isinstance(it, int) for it in numbers):
            del numbers[MINORS_NOT_SPECIFIED]
            found.append((str(label), map(str, numbers)))
    return _counted(found)


def lines_of_csv(head: Visitor) -> list[Line]:
    """Return the lines of persons trained in the CSV file."""
    content = head.download(head.leads_to("%(form)s, full numbers", form="CSV"))
    rows = csv.DictReader(StringIO(content.decode("utf-8-sig")))
    return _counted(
        (row["label"], [row[it] for it in COLUMNS])
        for row in rows
        if row["measure"] == "persons_trained"
    )


def follow_figure(head: Visitor, label: str) -> None:
    """Go from the total of a line to the persons it is made of."""
    row = head.page.locator("#totals tbody tr").filter(has_text=label)
    row.get_by_role("link").last.click()


def _read(place: Locator) -> list[Line]:
    return _counted(
        (row.get_by_role("rowheader").inner_text(), row.get_by_role("cell").all_inner_texts())
        for row in place.locator("tbody tr").all()
    )


def _counted(found: Iterable[tuple[str, Iterable[str]]]) -> list[Line]:
    """Return the lines in which anybody stands, numbers as numbers."""
    read = [(" ".join(label.split()), [*map(_number, numbers)]) for label, numbers in found]
    return [(label, numbers) for label, numbers in read if any(numbers)]


def _number(text: str) -> int:
    return int("".join(text.replace("−", "-").replace(",", "").split()))
