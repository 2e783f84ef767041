from io import BytesIO
from pathlib import Path

import pytest
from flask_babel import force_locale
from pypdf import PdfReader

from lms.figures.reports.paper.audit import draw_sample
from lms.figures.reports.proving import sampling
from lms.sessions.kinds import MarkState
from tests.factories.lists import ImportedRowFactory
from tests.factories.people import PersonFactory
from tests.figures.given import session_with
from tests.figures.reports.given import published

pytestmark = pytest.mark.usefixtures("database")


def test_the_same_seed_draws_the_same_persons_each_once(tmp_path: Path) -> None:
    session_with({PersonFactory.create(): "P" for _ in range(6)})
    report = published(tmp_path)
    seed = sampling.usual_seed(report)
    drawn = [[it.fact.person_id for it in sampling.draw(report, seed, 4)] for _ in range(2)]
    assert drawn[0] == drawn[1]
    assert len(set(drawn[0])) == 4


def test_who_was_counted_later_is_never_drawn(tmp_path: Path) -> None:
    session_with({PersonFactory.create(): "P"})
    report = published(tmp_path)
    session_with({PersonFactory.create(): "P"})
    assert len(sampling.draw(report, 1)) == 1


def test_a_person_is_drawn_with_the_row_of_the_sheet_and_the_marks(tmp_path: Path) -> None:
    session_with({PersonFactory.create(): "PPPA"})
    report = published(tmp_path)
    (drawn,) = sampling.draw(report, 1)
    row = ImportedRowFactory.create(participation_id=drawn.fact.participation_id, number=7)
    (drawn,) = sampling.draw(report, 1)
    assert drawn.sheet == (row.imported_list_id, 7)
    assert [it for _, it in drawn.marks] == [MarkState.PRESENT] * 3 + [MarkState.ABSENT]


def test_the_paper_names_nobody(tmp_path: Path) -> None:
    person = PersonFactory.create(surname="Exemplaire")
    session_with({person: "P"})
    report = published(tmp_path)
    with force_locale("en"):
        file = draw_sample(report, sampling.draw(report, 1), 1)
    text = PdfReader(BytesIO(file)).pages[0].extract_text()
    assert "Marks obtained: 1 of 1" in text
    assert "exemplaire" not in text.lower()
