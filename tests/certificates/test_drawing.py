import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from lms.certificates.drawing import draw
from lms.certificates.kinds import Kind
from lms.certificates.values import Content
from lms.people.kinds import Sex
from tests.factories.certificates import make_content
from tests.paper import barcodes, printed_text, run_program

TITLE = (
    "Protection de l’enfant en période de conflit armé à l’intention des formatrices et"
    " formateurs des forces de défense, cycle 2"
)
LONG = make_content(
    given_names="Fatoumata Binta Oumou Kadiatou",
    surname="WALET ALHASSANE AG MOHAMED",
    title_fr=TITLE,
    title_en=TITLE,
)
Print = Callable[..., Path]


@pytest.fixture
def print_pdf(tmp_path: Path) -> Print:
    def print_pdf(*contents: Content) -> Path:
        path = tmp_path / "certificate.pdf"
        path.write_bytes(draw(contents))
        return path

    return print_pdf


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def boxes(pdf: Path) -> list[tuple[str, float, float, float, float]]:
    """Every word with its left, top, right and bottom edge, in millimetres."""
    page = run_program("pdftotext", "-bbox", pdf, "-")
    pattern = r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<'
    found = re.findall(pattern, page)
    return [(word, *(float(edge) * 25.4 / 72 for edge in edges)) for *edges, word in found]


def test_a_page_says_everything_in_both_languages(print_pdf: Print) -> None:
    text = printed_text(print_pdf(make_content()))
    for said in (
        "Certificat de réussite",
        "Certificate of Completion",
        "Le présent certificat est délivré à Mme",
        "This is to certify that Ms.",
        "adjudant, qui a suivi",
        "Warrant Officer, has successfully",
        "« Protection de l’enfant",
        "“Protecting children",
        "(14 heures), tenue à Gao",
        "(14 hours), held in Gao",
        "du 12 au 14 mars 2014.",
        "from 12 to 14 March 2014.",
        "Fait à Bamako, le 20 mars 2014",
        "Issued in Bamako, 20 March 2014",
        "Cheffe de l’unité · Head of unit",
        "CP-2014-000123-N",
        "Code 7K4P 2MTR 9QXH",
        "FDS-3J, version 2",
    ):
        assert said in text


def test_the_name_stands_once(print_pdf: Print) -> None:
    assert printed_text(print_pdf(make_content())).count("Aïssata MAÏGA") == 1


def test_each_certificate_has_one_page_of_a4_landscape(print_pdf: Print) -> None:
    reader = PdfReader(print_pdf(make_content(), LONG, make_content(kind=Kind.PARTICIPATION)))
    sizes = {(round(p.mediabox.width), round(p.mediabox.height)) for p in reader.pages}
    assert len(reader.pages) == 3
    assert sizes == {(842, 595)}


def test_every_typeface_is_embedded_as_a_subset(print_pdf: Print) -> None:
    rows = run_program("pdffonts", print_pdf(make_content())).splitlines()[2:]
    names = {row.split()[0].partition("+")[2] for row in rows}
    assert names == {
        "GentiumPlus",
        "GentiumPlus-Bold",
        "GentiumPlus-Italic",
        "Andika",
        "Andika-Bold",
    }
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_the_code_on_the_page_leads_to_its_verification(print_pdf: Print) -> None:
    content = make_content()
    assert barcodes(print_pdf(content)) == [content.link]


def test_the_same_content_gives_the_same_bytes() -> None:
    assert draw([make_content(), LONG]) == draw([make_content(), LONG])


def test_pages_do_not_depend_on_what_was_drawn_before() -> None:
    before = draw([make_content()])
    draw([LONG])
    assert draw([make_content()]) == before


WORST = make_content(
    given_names="G" * 200,
    surname="Ag " * 60 + "M",
    title_fr=(TITLE * 2)[:200],
    title_en="W" * 200,
    rank_fr="m" * 60,
    host_fr="Direction générale de la formation " * 4,
    host_en="Directorate-General for training " * 4,
    unit_fr="Unité de protection de l’enfant " * 5,
    course_code="W" * 20,
    sample=True,
)


@pytest.mark.parametrize(
    "content", [make_content(), LONG, WORST, replace(LONG, kind=Kind.PARTICIPATION, sample=True)]
)
def test_no_text_leaves_the_frame(print_pdf: Print, content: Content) -> None:
    for word, left, top, right, bottom in boxes(print_pdf(content)):
        assert left > 20.6, word
        assert right < 276.4, word
        assert top > 20.6, word
        assert bottom < 189.4 + 1.2, word  # the box of a word is deeper than its letters


@pytest.mark.parametrize("content", [LONG, WORST])
def test_long_texts_are_all_there(print_pdf: Print, content: Content) -> None:
    text = squeezed(PdfReader(print_pdf(content)).pages[0].extract_text())
    name = f"{content.given_names}{content.surname.upper()}"
    for part in (name, content.title_fr, content.title_en, content.rank_fr):
        assert squeezed(part) in text


def test_words_of_one_language_stay_on_its_side(print_pdf: Print) -> None:
    for word, left, top, right, _bottom in boxes(print_pdf(LONG)):
        if 95 < top < 143:
            assert right < 148.5 or left > 148.5, word


@pytest.mark.parametrize(
    "changes",
    [
        {"sex": Sex.UNSPECIFIED, "rank_fr": "", "rank_en": ""},
        {"grade": "P-3", "rank_fr": "", "rank_en": "", "last_day": date(2015, 1, 1)},
        {"title_en": "Children"},
    ],
)
def test_both_languages_say_the_same_at_the_same_height(
    print_pdf: Print, changes: dict[str, object]
) -> None:
    tops: dict[str, list[float]] = {}
    for word, _left, top, _right, _bottom in boxes(print_pdf(make_content(**changes))):
        tops.setdefault(word, []).append(round(top, 2))
    assert tops["heures),"] == tops["hours),"]


def test_a_name_too_long_for_one_line_breaks_before_the_surname(print_pdf: Print) -> None:
    text = printed_text(print_pdf(LONG))
    lines = [line.strip() for line in text.splitlines()]
    assert "Fatoumata Binta Oumou Kadiatou" in lines
    assert "WALET ALHASSANE AG MOHAMED" in lines


def test_what_a_signatory_is_stays_under_their_line(print_pdf: Print) -> None:
    function = "Cheffe de la section de la protection de l’enfant"
    content = make_content(head_fr=function, head_en="Head of the Child Protection Section")
    edges = [
        (left, right)
        for _word, left, top, right, _bottom in boxes(print_pdf(content))
        if top > 170 and right < 120
    ]
    assert min(left for left, _ in edges) >= 40
    assert max(right for _, right in edges) <= 112


def test_sample_data_says_so_twice(print_pdf: Print) -> None:
    text = printed_text(print_pdf(make_content(sample=True)))
    assert text.count("Données d’exemple") == 2
    assert text.count("Sample data") == 2
    assert "exemple" not in printed_text(print_pdf(make_content(sample=False)))
