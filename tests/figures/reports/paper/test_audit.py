from io import BytesIO
from pathlib import Path

import pytest
from flask_babel import force_locale
from pypdf import PdfReader

from lms.figures.reports.paper.audit import draw_sample
from lms.figures.reports.proving import sampling
from tests.factories.people import PersonFactory
from tests.factories.unit import UnitProfileFactory
from tests.figures.given import session_with
from tests.figures.reports.given import published

pytestmark = pytest.mark.usefixtures("database")


def test_many_persons_go_over_pages_and_no_name_stands_there(tmp_path: Path) -> None:
    people = [PersonFactory.create(surname="Exemple-Nom") for _ in range(25)]
    session_with(dict.fromkeys(people, "PP"))
    UnitProfileFactory.create(is_sample=True)
    report = published(tmp_path)
    with force_locale("en"):
        pages = PdfReader(BytesIO(draw_sample(report, sampling.draw(report, 5), 5))).pages
    text = "".join(it.extract_text() for it in pages)
    assert len(pages) > 1
    assert all("Sample data" in it.extract_text() for it in pages)
    assert "25. " in text
    assert "Exemple-Nom" not in text
