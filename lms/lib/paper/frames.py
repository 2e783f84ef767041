"""The border of a certificate: cells of a mud-cloth pattern on a dark band, as vectors."""

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

BARK = HexColor("#2b1c12")
THREAD = HexColor("#ead9ba")
OCHRE = HexColor("#b8772a")

MARGIN = 7.0
BAND = 10.0
ORDER = "ABBCBB"
"""The cells in turn: lozenge, zigzag, zigzag, cross, zigzag, zigzag."""

CELLS_ACROSS = 25
CELLS_DOWN = 19
"""Both are one more than a multiple of six, so that each side begins and ends on a lozenge."""

FULL_WIDTH = 10.52
"""The width of a cell along the top; those of the sides are narrower."""

THREAD_WIDTH = 0.55
MIDDLE = BAND / 2
RULES = ((2.2, 0.7), (3.6, 0.2))
"""The double rule inside the band: distance from it, and thickness."""


def _polyline(path: PDFPathObject, *points: tuple[float, float], closed: bool = False) -> None:
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if closed:
        path.close()


def _lozenge(path: PDFPathObject, x: float, y: float, half: float) -> None:
    _polyline(path, (x, y - half), (x + half, y), (x, y + half), (x - half, y), closed=True)


def _posts(path: PDFPathObject, width: float) -> None:
    for x in (0.5, width - 0.5):
        _polyline(path, (x, 1.4), (x, 8.6))


def _lozenge_cell(threads: PDFPathObject, dots: PDFPathObject, width: float) -> None:
    """Draw cell A: two lozenges, one in the other, a dot within, between two posts."""
    middle = width / 2
    _lozenge(threads, middle, MIDDLE, 3.6)
    _lozenge(threads, middle, MIDDLE, 1.8)
    _posts(threads, width)
    dots.circle(middle, MIDDLE, 0.45)


def _zigzag_cell(threads: PDFPathObject, dots: PDFPathObject, width: float) -> None:
    """Draw cell B: two zigzags over the whole width, dots above and below."""
    quarter = width / 4
    for high, low in ((1.9, 4.7), (5.3, 8.1)):
        points = [(quarter * i, high if i % 2 else low) for i in range(5)]
        _polyline(threads, *points)
    for x in (quarter, 3 * quarter):
        dots.circle(x, 8.4, 0.38)
    for x in (0.4, width / 2, width - 0.4):
        dots.circle(x, 1.6, 0.38)


def _cross_cell(threads: PDFPathObject, dots: PDFPathObject, width: float) -> None:
    """Draw cell C: a cross with a dot in each of its four spaces, between double posts."""
    middle, squeeze = width / 2, width / FULL_WIDTH
    left, right = middle - 2.6 * squeeze, middle + 2.6 * squeeze
    _polyline(threads, (left, MIDDLE - 2.6), (right, MIDDLE + 2.6))
    _polyline(threads, (right, MIDDLE - 2.6), (left, MIDDLE + 2.6))
    _posts(threads, width)
    for x in (1.4 * squeeze, width - 1.4 * squeeze):
        _polyline(threads, (x, 3), (x, 7))
    for x, y in ((middle, 1.7), (middle, 8.3), (left, MIDDLE), (right, MIDDLE)):
        dots.circle(x, y, 0.45)


CELLS = {"A": _lozenge_cell, "B": _zigzag_cell, "C": _cross_cell}


def cells(count: int) -> str:
    """Return the letters of a side of ``count`` cells."""
    return "".join(ORDER[i % len(ORDER)] for i in range(count))


def _side(canvas: Canvas, length: float, count: int) -> None:
    """Draw one side of the band from the origin along x."""
    width = length / count
    for position, letter in enumerate(cells(count)):
        canvas.saveState()
        canvas.translate(position * width, 0)
        threads, dots = canvas.beginPath(), canvas.beginPath()
        CELLS[letter](threads, dots, width)
        canvas.drawPath(threads)
        canvas.drawPath(dots, stroke=0, fill=1)
        canvas.restoreState()


def _corner(canvas: Canvas, x: float, y: float) -> None:
    canvas.saveState()
    canvas.translate(x, y)
    path = canvas.beginPath()
    path.rect(1.2, 1.2, 7.6, 7.6)
    _lozenge(path, MIDDLE, MIDDLE, 2.6)
    _polyline(path, (MIDDLE, 3.8), (MIDDLE, 6.2))
    _polyline(path, (3.8, MIDDLE), (6.2, MIDDLE))
    canvas.drawPath(path)
    canvas.restoreState()


def draw_border(canvas: Canvas, width: float, height: float) -> None:
    """Draw band and rules on a sheet of ``width`` by ``height``.

    The canvas must already count in millimetres from the top left corner (``sheets``).
    """
    inner = MARGIN + BAND
    across, down = width - 2 * inner, height - 2 * inner
    canvas.saveState()
    canvas.setFillColor(BARK)
    band = canvas.beginPath()
    band.rect(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN)
    band.rect(inner, inner, across, down)
    canvas.drawPath(band, stroke=0, fill=1, fillMode=0)  # even-odd leaves the middle open
    canvas.setStrokeColor(THREAD)
    canvas.setFillColor(THREAD)
    canvas.setLineWidth(THREAD_WIDTH)
    for x, y, turn, length, count in (
        (inner, MARGIN, 0, across, CELLS_ACROSS),
        (width - inner, height - MARGIN, 180, across, CELLS_ACROSS),
        (width - MARGIN, inner, 90, down, CELLS_DOWN),
        (MARGIN, height - inner, -90, down, CELLS_DOWN),
    ):
        canvas.saveState()
        canvas.translate(x, y)
        canvas.rotate(turn)
        _side(canvas, length, count)
        canvas.restoreState()
    for x in (MARGIN, width - inner):
        for y in (MARGIN, height - inner):
            _corner(canvas, x, y)
    canvas.setStrokeColor(OCHRE)
    for distance, thickness in RULES:
        edge = inner + distance
        canvas.setLineWidth(thickness)
        canvas.rect(edge, edge, width - 2 * edge, height - 2 * edge)
    canvas.restoreState()
