"""The personal sheet on paper: titles and lines down the page, as many pages as it takes."""

from collections.abc import Iterable
from functools import partial

from reportlab.lib.units import mm

from lms.lib.paper.fitting import break_lines
from lms.lib.paper.sheets import Sheets, Style, Title
from lms.lib.paper.typefaces import SANS, SANS_BOLD, SERIF, SERIF_BOLD, width_of

A4 = (210.0, 297.0)
MARGIN, LABEL, FOOT, LEADING = 20.0, 55.0, 12.0, 5.4
HEADING, SMALL = Style(SERIF_BOLD, 6.0), Style(SERIF, 3.0)
BOLD, PLAIN = Style(SANS_BOLD, 3.6), Style(SANS, 3.6)

Line = tuple[str, str]
"""A label and what stands beside it. Without a value it is a title, without a label a note."""


def draw(title: Title, lines: Iterable[Line], foot: str) -> bytes:
    """Return the sheet as a PDF file; ``foot`` stands on every page."""
    sheets = Sheets(A4, title)
    _set(sheets, MARGIN, MARGIN + LEADING, title.title, HEADING)
    y = MARGIN + 4 * LEADING
    for label, value in lines:
        style = PLAIN if value else BOLD
        left = MARGIN + (LABEL if value and label else 0)
        rows = break_lines(value or label, A4[0] - MARGIN - left, partial(_width, style))
        y += 0 if value and label else LEADING
        for position, row in enumerate(rows):
            if y > A4[1] - MARGIN:
                _end(sheets, foot)
                y = MARGIN
            if value and not position:
                _set(sheets, MARGIN, y, label, BOLD)
            _set(sheets, left, y, row, style)
            y += LEADING
    _end(sheets, foot)
    return sheets.to_pdf()


def _end(sheets: Sheets, foot: str) -> None:
    _set(sheets, MARGIN, A4[1] - FOOT, foot, SMALL)
    sheets.end_page()


def _set(sheets: Sheets, x: float, y: float, text: str, style: Style) -> None:
    sheets.canvas.setFillColor(style.colour)
    sheets.canvas.setFont(style.typeface, style.size * mm)
    sheets.canvas.drawString(x * mm, (sheets.height - y) * mm, text)


def _width(style: Style, text: str) -> float:
    return width_of(text, style.typeface, style.size)
