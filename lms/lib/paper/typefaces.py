"""The typefaces of printed pages, registered once with ReportLab and embedded as subsets.

The files in ``fonts`` are those of SIL, unmodified, each with its licence beside it.
"""

from functools import cache, lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FOLDER = Path(__file__).parent / "fonts"

SERIF = "GentiumPlus-Regular"
SERIF_BOLD = "GentiumPlus-Bold"
SERIF_ITALIC = "GentiumPlus-Italic"
SANS = "Andika-Regular"
SANS_BOLD = "Andika-Bold"

TYPEFACES = (SERIF, SERIF_BOLD, SERIF_ITALIC, SANS, SANS_BOLD)


@cache
def register_typefaces() -> None:
    """Make every typeface known to ReportLab; the files are parsed once a process."""
    for name in TYPEFACES:
        pdfmetrics.registerFont(TTFont(name, FOLDER / f"{name}.ttf"))


@lru_cache(maxsize=10_000)
def _width_at_one(text: str, typeface: str) -> float:
    """Return the width at size 1; the same words are measured again on every page."""
    register_typefaces()
    width: float = pdfmetrics.stringWidth(text, typeface, 1)
    return width


def width_of(text: str, typeface: str, size: float) -> float:
    """Return the width of ``text`` set in ``size``, in the unit of ``size``."""
    return _width_at_one(text, typeface) * size
