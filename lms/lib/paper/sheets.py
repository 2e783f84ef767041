"""A PDF whose pages are measured in millimetres from the top left corner.

The same calls give the same bytes: no clock and no chance enter the file.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from lms.lib.paper.typefaces import SERIF, register_typefaces

# Text form of the bytes, meant for mail of the nineties: a fifth of the file for nothing.
rl_config.useA85 = 0

A4_LANDSCAPE = (297.0, 210.0)
INK = HexColor("#1c1712")


Draw = Callable[[Canvas, float, float], None]
"""Draws on a canvas that counts millimetres downwards, for a sheet of width and height."""


@contextmanager
def _downwards(canvas: Canvas, height: float) -> Iterator[None]:
    canvas.saveState()
    canvas.translate(0, height * mm)
    canvas.scale(mm, -mm)
    yield
    canvas.restoreState()


@cache
def _recorded(draw: Draw, width: float, height: float) -> str:
    """Return what ``draw`` writes into a page: writing numbers is most of the work."""
    canvas = Canvas(BytesIO(), pagesize=(width * mm, height * mm))
    with _downwards(canvas, height):
        draw(canvas, width, height)
    written: str = canvas.getCurrentPageContent()
    return written


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """What a reader's window and a screen reader say of the file."""

    title: str
    author: str
    language: str = "fr"


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set; the size is that of the letters, in millimetres."""

    typeface: str
    size: float
    colour: Color = INK


class Sheets:
    """Pages of one size, drawn one after the other."""

    def __init__(self, size: tuple[float, float], title: Title) -> None:
        register_typefaces()
        self.width, self.height = size
        self._buffer = BytesIO()
        self.canvas = Canvas(
            self._buffer,
            pagesize=(self.width * mm, self.height * mm),
            invariant=1,
            lang=title.language,
            initialFontName=SERIF,  # else Helvetica is named in the file, not embedded
        )
        self.canvas.setTitle(title.title)
        self.canvas.setAuthor(title.author)
        self.canvas.setCreator("Kalanso")

    @contextmanager
    def drawing(self) -> Iterator[Canvas]:
        """Yield the canvas counting millimetres downwards; shapes only, text would be mirrored."""
        with _downwards(self.canvas, self.height):
            yield self.canvas

    def stamp(self, name: str, draw: Draw) -> None:
        """Show what ``draw`` draws; however many pages show it, the file holds it once.

        What it draws must not depend on anything but the size: a process asks it once.
        """
        if not self.canvas.hasForm(name):
            self.canvas.beginForm(name, 0, 0, self.width * mm, self.height * mm)
            self.canvas.addLiteral(_recorded(draw, self.width, self.height))
            self.canvas.endForm()
        self.canvas.doForm(name)

    def centred(self, x: float, y: float, text: str, style: Style) -> None:
        """Set one line around ``x`` with its baseline at ``y``."""
        self.canvas.setFillColor(style.colour)
        self.canvas.setFont(style.typeface, style.size * mm)
        self.canvas.drawCentredString(x * mm, (self.height - y) * mm, text)

    def end_page(self) -> None:
        """Finish the page; what comes next stands on a new one."""
        self.canvas.showPage()

    def to_pdf(self) -> bytes:
        """Return the file; nothing can be drawn afterwards."""
        self.canvas.save()
        return self._buffer.getvalue()
