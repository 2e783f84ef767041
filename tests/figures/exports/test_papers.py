from io import BytesIO

import pytest
from flask_babel import force_locale
from pypdf import PdfReader

from lms.figures import exports
from lms.unit.queries import profile
from tests.figures.exports.given import ORIGIN, THIRTY_AND_THREE, released

pytestmark = pytest.mark.usefixtures("database")


def test_there_is_a_page_a_language_the_reader_s_first() -> None:
    with force_locale("fr"):
        content = exports.pdf(released(THIRTY_AND_THREE), ORIGIN, profile())
    french, english = (it.extract_text() for it in PdfReader(BytesIO(content)).pages)
    assert "Personnes formées" in french
    assert "Persons trained" in english
    assert "Données d’exemple" in french
    assert "Sample data" in english
    assert "Du 1er janvier 2014 au 31 décembre 2014" in french


def test_masked_numbers_are_marks_on_paper_too() -> None:
    with force_locale("en"):
        content = exports.pdf(released(THIRTY_AND_THREE), ORIGIN, profile())
    page = PdfReader(BytesIO(content)).pages[0].extract_text()
    assert "<5" in page
    assert "For outside the unit" in page
