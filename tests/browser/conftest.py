"""A browser, and houses to visit in both languages: one furnished anew, and the sample mission."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests import databases
from tests.browser.steps.accounts import ADMINISTRATOR, PASSWORD
from tests.browser.visitor import House
from tests.tools_needed import needs
from tools import chromium, server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield the browser of this worker."""
    with chromium.browser(needs("chromium", found=chromium.program())) as started:
        yield started


@pytest.fixture(autouse=True)
def closed_windows(browser: Browser) -> Iterator[None]:
    """Leave no window open behind a test."""
    yield
    for window in browser.contexts:
        window.close()


@pytest.fixture(scope="session", params=["fr", "en"])
def locale(request: pytest.FixtureRequest) -> str:
    """Return each language in turn."""
    language: str = request.param
    return language


@pytest.fixture
def new_house(browser: Browser, locale: str, tmp_path: Path, worker: str) -> Iterator[House]:
    """Yield a house in which there is an administrator and nothing else."""
    words, typed = ("create-admin", ADMINISTRATOR), f"{PASSWORD}\n{PASSWORD}\n"
    with _served(tmp_path, f"lms_house_{worker}", *words, typed=typed) as address:
        yield House(browser, address, locale)


@pytest.fixture(scope="session")
def mission(browser: Browser, locale: str, sample: str) -> House:
    """Return the sample mission; what a test changes in it is of no concern to another."""
    return House(browser, sample, locale)


@pytest.fixture(scope="session")
def in_french(browser: Browser, sample: str) -> House:
    """Return the sample mission for what has nothing to do with words."""
    return House(browser, sample, "fr")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory, worker: str) -> Iterator[str]:
    """Yield the address of this worker's sample mission."""
    with _served(tmp_path_factory.mktemp("mission"), f"lms_mission_{worker}", "demo") as address:
        yield address


@pytest.fixture(scope="session")
def worker(request: pytest.FixtureRequest) -> str:
    """Return what this process is called among those that share the tests."""
    name: str = getattr(request.config, "workerinput", {}).get("workerid", "main")
    return name


@contextmanager
def _served(folder: Path, name: str, *words: str, typed: str = "") -> Iterator[str]:
    """Yield the address of a server on a new database, which one command has furnished."""
    with databases.without_schema(folder, name) as database:
        if databases.ON_POSTGRESQL:  # a file is brought up to date by any command
            server.lms(folder, "migrate", LMS_DATABASE_URL=database).check_returncode()
        server.lms(folder, *words, typed=typed, LMS_DATABASE_URL=database).check_returncode()
        with server.running(folder, LMS_DATABASE_URL=database) as address:
            yield address
