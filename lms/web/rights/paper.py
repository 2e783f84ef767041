"""The personal sheet on paper: titles and lines down the page, as many pages as it takes."""

from collections.abc import Iterable
from functools import partial

from reportlab.lib.units import mm

from lms.lib.paper.fitting import break_lines
from lms.lib.paper.sheets import INK, Sheets, Title
from lms.lib.paper.typefaces import SANS, SANS_BOLD, width_of

A4 = (210.0, 297.0)
MARGIN, LABEL = 20.0, 55.0
SIZE, LEADING = 3.6, 5.4

Line = tuple[str, str]
"""A label and what stands beside it; a line without a value is a title."""


def draw(title: Title, lines: Iterable[Line]) -> bytes:
    """Return the sheet as a PDF file."""
    sheets = Sheets(A4, title)
    y = MARGIN
    for label, value in [(title.title, ""), *lines]:
        face = SANS if value else SANS_BOLD
        width = A4[0] - 2 * MARGIN - (LABEL if value else 0)
        rows = break_lines(value or label, width, partial(_width, face))
        y += LEADING / 2 if not value else 0
        for position, row in enumerate(rows):
            if y > A4[1] - MARGIN:
                sheets.end_page()
                y = MARGIN
            if value and not position:
                _set(sheets, MARGIN, y, label, SANS_BOLD)
            _set(sheets, MARGIN + (LABEL if value else 0), y, row, face)
            y += LEADING
    sheets.end_page()
    return sheets.to_pdf()


def _set(sheets: Sheets, x: float, y: float, text: str, face: str) -> None:
    sheets.canvas.setFillColor(INK)
    sheets.canvas.setFont(face, SIZE * mm)
    sheets.canvas.drawString(x * mm, (sheets.height - y) * mm, text)


def _width(face: str, text: str) -> float:
    return width_of(text, face, SIZE)
