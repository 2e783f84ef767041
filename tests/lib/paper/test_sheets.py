from io import BytesIO

from pypdf import PdfReader

from lms.lib.paper import typefaces
from lms.lib.paper.frames import draw_border
from lms.lib.paper.sheets import A4_LANDSCAPE, Sheets, Style, Title


def pages(count: int) -> bytes:
    sheets = Sheets(A4_LANDSCAPE, Title(title="Essai", author="Unité d’exemple"))
    for number in range(count):
        sheets.stamp("border", draw_border)
        sheets.centred(148, 100, f"Page {number}", Style(typefaces.SERIF, 8))
        sheets.end_page()
    return sheets.to_pdf()


def test_the_same_calls_give_the_same_bytes() -> None:
    assert pages(2) == pages(2)


def test_a_sheet_has_the_size_asked_for_and_says_what_it_is() -> None:
    reader = PdfReader(BytesIO(pages(1)))
    box = reader.pages[0].mediabox
    assert (round(box.width * 25.4 / 72), round(box.height * 25.4 / 72)) == (297, 210)
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Essai", "Unité d’exemple")


def test_a_stamp_is_kept_once_however_many_pages_show_it() -> None:
    one, ten = len(pages(1)), len(pages(10))
    assert ten - one < 10 * 1000
