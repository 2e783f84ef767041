"""Every page in both languages, with rows in it, as somebody who may read it."""

import pytest

from tests import pages
from tests.access.row import Row
from tests.access.table import PAGES
from tests.world.house import House
from tests.world.visitors import Visitor

pytestmark = pytest.mark.reading_pages

# Whoever sees most of a page comes first.
READERS = (
    Visitor.HEAD,
    Visitor.ADMINISTRATOR,
    Visitor.TRAINER,
    Visitor.HOLDER,
    Visitor.ACCOUNT,
    Visitor.STRANGER,
)
NO_PAGE = {
    "web.healthz": "read by machines",
    "web.language": "leads back",
    "sessions.code_picture": "a picture",
    "certificates.pdf": "a paper in the language of the session",
    "certificates.session_pdf": "the same",
    "certificates.mine": "the same",
    "figures.as_csv": "a file",
    "rights.as_pdf": "a paper in both languages",
    "rights.as_json": "a file",
    "figures.as_xlsx": "a file",
    "api_description.openapi": "read by machines",
    "api_description.schema": "the same",
    "figures.as_json": "a file",
    "figures.as_pdf": "a paper, a page in each language",
    "exports.file": "a file",
    "reports.as_json": "a file",
    "reports.as_csv": "a file",
    "reports.as_xlsx": "a file",
    "reports.sample": "a paper",
    "reports.as_pdf": "a paper, in either language",
    "targets.template": "a file",
    "targets.entries": "a file",
}
SHOWN = [
    (row, visitor)
    for row in PAGES
    if row.endpoint not in NO_PAGE
    for visitor in READERS
    if row.by_visitor[visitor] in {"200", "404"}
]


# Their switch is a button that keeps what was chosen: see tests/quizzes/views/test_taking.py.
SWITCHED_BY_BUTTON = {"quizzes.question"}
SWITCHED = [it for it in SHOWN if it[0].endpoint not in SWITCHED_BY_BUTTON]


@pytest.fixture(autouse=True)
def _tokens(open_house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let forms carry their token, as they do outside of tests."""
    monkeypatch.setitem(open_house.app.config, "WTF_CSRF_ENABLED", value=True)


@pytest.mark.parametrize("locale", ["fr", "en"])
@pytest.mark.parametrize(("row", "visitor"), SHOWN, ids=str)
def test_a_page_is_well_made_in_its_language(
    open_house: House, row: Row, visitor: Visitor, locale: str
) -> None:
    browser = open_house.browser(visitor, locale=locale, holds=row.holds)
    answer = browser.get(row.address(open_house.world))
    assert str(answer.status_code) == row.by_visitor[visitor]
    pages.check(answer, locale=locale)


@pytest.mark.parametrize(("row", "visitor"), SWITCHED, ids=str)
def test_the_language_switch_leads_back_to_the_same_page(
    open_house: House, row: Row, visitor: Visitor
) -> None:
    address = row.address(open_house.world)
    browser = open_house.browser(visitor, locale="fr", holds=row.holds)
    switch = pages.one(pages.read(browser.get(address)), "a[@hreflang='en']").get("href")
    assert switch is not None
    assert browser.get(switch).location == address
    assert pages.read(browser.get(address)).get("lang") == "en"
