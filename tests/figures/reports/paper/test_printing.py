from io import BytesIO
from pathlib import Path

import pytest
from flask_babel import force_locale
from pypdf import PdfReader

from lms.figures.release.cells import Audience
from lms.figures.reports.copies import Copy
from lms.figures.reports.paper.printing import draw
from tests.factories.people import DistinctionFactory, PersonFactory
from tests.figures.given import session_with
from tests.figures.reports.given import published

pytestmark = pytest.mark.usefixtures("database")


@pytest.mark.parametrize(
    ("locale", "words"), [("fr", "Personnes formées"), ("en", "Persons trained")]
)
def test_a_report_is_two_pages_in_each_language(tmp_path: Path, locale: str, words: str) -> None:
    session_with({PersonFactory.create(): "P"})
    report = published(tmp_path)
    copy = Copy(Audience.INSIDE, report.content or {})
    with force_locale(locale):
        file = draw(report, copy)
        again = draw(report, copy)
    pages = PdfReader(BytesIO(file)).pages
    assert len(pages) == 2
    assert words in pages[0].extract_text()
    assert (report.digest or "?") in pages[1].extract_text()
    assert file == again


def test_a_report_of_nobody_says_so(tmp_path: Path) -> None:
    report = published(tmp_path)
    with force_locale("en"):
        file = draw(report, Copy(Audience.OUTSIDE, report.content or {}))
    assert "Nobody is counted" in PdfReader(BytesIO(file)).pages[0].extract_text()


def test_a_report_without_headcounts_does_not_say_that_nobody_is_counted(tmp_path: Path) -> None:
    session_with({PersonFactory.create(): "P"})
    report = published(tmp_path)
    with force_locale("en"):
        file = draw(report, Copy(Audience.INSIDE, report.content or {}))
    assert "Nobody" not in "".join(it.extract_text() for it in PdfReader(BytesIO(file)).pages)


def test_the_paper_says_its_figures_in_words_masked_like_its_tables(tmp_path: Path) -> None:
    session_with({PersonFactory.create(): "P" for _ in range(3)})
    report = published(tmp_path)
    for audience, words in (
        (Audience.INSIDE, "three women"),
        (Audience.OUTSIDE, "fewer than five"),
    ):
        with force_locale("en"):
            file = draw(report, Copy(audience, report.content or {}))
        said = PdfReader(BytesIO(file)).pages[1].extract_text()
        assert f"During the reporting period, {words}" in said


def test_for_outside_the_paper_masks_small_numbers(tmp_path: Path) -> None:
    session_with({PersonFactory.create(): "P" for _ in range(3)})
    report = published(tmp_path)
    with force_locale("en"):
        file = draw(report, Copy(Audience.OUTSIDE, report.content or {}))
    text = "".join(it.extract_text() for it in PdfReader(BytesIO(file)).pages)
    assert "<5" in text
    assert "For outside the unit" in text


def test_decisions_follow_on_pages_of_their_own(tmp_path: Path) -> None:
    DistinctionFactory.create_batch(80)
    report = published(tmp_path)
    with force_locale("en"):
        file = draw(report, Copy(Audience.INSIDE, report.content or {}))
    _first, second, *more = [it.extract_text() for it in PdfReader(BytesIO(file)).pages]
    assert len(more) == 2
    assert "Signature (Ed25519)" in second
    assert "Decided by hand since the last report" in more[0]
    assert all("Report R-2014-001" in it for it in more)
    assert sum(it.count("are two persons. Records no.") for it in more) == 80
