"""What a first visit to three pages transfers, as a browser with an empty cache counts it."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from lms.demo.accounts import PASSWORD
from lms.demo.plan.codes import PASS_CODE, SHORT_CODE
from tests.browser.steps import quiz
from tests.browser.steps.accounts import member
from tests.browser.steps.sessions import Slip
from tests.browser.visitor import PHONE, House, Visitor
from tools import chromium, server

HEAD = "head@example.org"


def figures() -> Iterator[str]:
    """Yield one line a figure; nothing can be said without a browser."""
    executable = chromium.program()
    if executable is None:
        yield "bytes of pages: no chromium here to count them"
        return
    with TemporaryDirectory() as folder:
        home = Path(folder)
        server.command(home, "demo")
        with server.running(home) as address, chromium.browser(executable) as browser:
            yield from _weigh(browser, address)


def _weigh(browser: Browser, address: str) -> Iterator[str]:
    house = House(browser, address, "fr")
    for name, reader, path in (
        ("sign-in", house.visitor(size=PHONE), "/sign-in"),
        ("quiz question", *_before_a_question(house)),
        ("figures", _head(house), "/figures/"),
    ):
        count, weight = _received(reader, path)
        yield f"cold bytes of the page {name}: {weight:,} in {count} requests"


def _before_a_question(house: House) -> tuple[Visitor, str]:
    """Return somebody whose browser has forgotten all but their visit, and where it stopped."""
    first = house.visitor(size=PHONE)
    quiz.enter(first, Slip(f"{house.address}/s/{SHORT_CODE}", PASS_CODE))
    quiz.begin(first)
    house.visits[PASS_CODE] = first.page.context.storage_state()
    return house.visitor(known_as=PASS_CODE, size=PHONE), first.path


def _head(house: House) -> Visitor:
    """Return the unit head in a browser that has forgotten all but their visit."""
    member(house, HEAD, PASSWORD)
    return house.visitor(known_as=HEAD)


def _received(reader: Visitor, path: str) -> tuple[int, int]:
    """Return how many answers came and their bytes, heads and all."""
    sizes: list[int] = []
    wire = reader.page.context.new_cdp_session(reader.page)
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda it: sizes.append(int(it["encodedDataLength"])))
    reader.page.goto(reader.address + path, wait_until="networkidle")
    return len(sizes), sum(sizes)


if __name__ == "__main__":
    print(*figures(), sep="\n")
