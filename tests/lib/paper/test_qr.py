from pathlib import Path

from lms.lib.paper.qr import draw_qr
from lms.lib.paper.sheets import INK, Sheets, Title
from tests.paper import barcodes

LINK = "https://kalanso.example.org/verify/7K4P2MTR9QXH"


def test_a_code_reads_back_from_the_printed_page(tmp_path: Path) -> None:
    sheets = Sheets((60, 60), Title(title="Code", author="Nobody"))
    with sheets.drawing() as canvas:
        canvas.setFillColor(INK)
        draw_qr(canvas, LINK, x=20, y=20, size=23)
    sheets.end_page()
    (tmp_path / "code.pdf").write_bytes(sheets.to_pdf())
    assert barcodes(tmp_path / "code.pdf") == [LINK]
