"""Drawing certificates: one A4 page each, French on the left, English on the right.

Nothing here knows the database or the day: the same contents give the same bytes.
"""

from collections.abc import Sequence

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from lms.certificates.rules import wording
from lms.certificates.rules.numbers import spell_code
from lms.certificates.rules.wording import NBSP, Side
from lms.certificates.values import Content
from lms.lib.paper import typefaces
from lms.lib.paper.fitting import Line, Paragraph, fit_columns
from lms.lib.paper.frames import OCHRE, draw_border
from lms.lib.paper.qr import draw_qr
from lms.lib.paper.sheets import A4_LANDSCAPE, INK, Sheets, Style, Title

INK_SOFT = HexColor("#574c3f")
TEAL = HexColor("#0a5a57")
LINE = HexColor("#cdbfa5")

MIDDLE = 148.5
LEFT, RIGHT = 86.0, 211.0
"""The axes of the two languages."""
LEFT_PEN, RIGHT_PEN = 76.0, 221.0
"""The axes of the two signatures."""

COLUMN, WIDEST = 84.0, 118.0
"""A column is set narrow if it can be, and never wider than the second."""
SMALLER = tuple(scale / 100 for scale in range(90, 20, -10))
TRIES = ((COLUMN, 1.0), (WIDEST, 1.0), *((WIDEST, scale) for scale in (0.97, 0.94, *SMALLER)))
"""Break lines, then shrink to 90 %; the rest only for texts no sheet was made for."""

BODY_TOP, BODY_HEIGHT = 101.5, 40.3
NAME_TOP, NAME_BOTTOM, NAME_WIDTH = 71.0, 87.0, 240.0
NAME_SIZE = 16.5
CAPITALS = 0.72
"""The height of a capital as a part of the size."""
SIGNATURE = 72.0
QR_SIZE = 23.0
QR_TOP = 147.0


def _put(sheets: Sheets, lines: Sequence[Line], x: float, y: float, colour: Color = INK) -> None:
    for line in lines:
        style = Style(line.typeface, line.size, colour)
        sheets.centred(x, y + line.drop, line.text.replace(NBSP, " "), style)


def _set(
    columns: Sequence[Sequence[Paragraph]],
    height: float,
    tries: Sequence[tuple[float, float]],
    *,
    paired: bool = False,
) -> list[list[Line]]:
    return fit_columns(
        columns, height=height, tries=tries, ruler=typefaces.width_of, paired=paired
    )


def _shrinking(width: float) -> list[tuple[float, float]]:
    """Return what to try where only one width is free."""
    return [(width, scale) for scale in (1.0, 0.95, *SMALLER)]


def _draw_heads(sheets: Sheets, sides: tuple[Side, Side]) -> None:
    """Set the unit's names, the headings and the words that lead to the name."""
    units = [
        [Paragraph(text=it.unit, typeface=typefaces.SERIF, size=4.8, leading=5.6)] for it in sides
    ]
    for x, lines in zip((82.0, 215.0), _set(units, 11.5, _shrinking(92.0)), strict=True):
        _put(sheets, lines, x, 35 - lines[-1].drop / 2, INK_SOFT)
    tops = (
        (57.0, typefaces.SERIF_BOLD, 10.6, "heading", INK),
        (67.5, typefaces.SERIF_ITALIC, 5.4, "opening", INK_SOFT),
    )
    for y, typeface, size, part, colour in tops:
        columns = [
            [Paragraph(text=getattr(it, part), typeface=typeface, size=size, leading=size)]
            for it in sides
        ]
        for x, lines in zip((LEFT, RIGHT), _set(columns, 0.0, _shrinking(WIDEST)), strict=True):
            _put(sheets, lines, x, y, colour)


def _named(text: str) -> Paragraph:
    return Paragraph(
        text=text, typeface=typefaces.SERIF_BOLD, size=NAME_SIZE, leading=NAME_SIZE * 0.92
    )


def _draw_name(sheets: Sheets, content: Content) -> None:
    """Set the name between the languages: on one line if it fits, else surname below given names.

    What is still too long is broken further and set smaller.
    """
    space = NAME_BOTTOM - NAME_TOP
    whole = [_named(wording.full_name(content))]
    apart = [_named(part) for part in wording.name_parts(content)]
    one_line = ((whole, scale / 100) for scale in (100, 95, 90))
    several = ((apart, scale / 100) for scale in range(64, 10, -3))
    for paragraphs, scale in (*one_line, *several):
        lines = _set([paragraphs], 0.0, [(NAME_WIDTH, scale)])[0]
        if lines[-1].drop + lines[0].size * CAPITALS <= space:
            break
    top = NAME_TOP + (space - lines[-1].drop + lines[0].size * CAPITALS) / 2
    _put(sheets, lines, MIDDLE, top, TEAL)


def _draw_ornaments(canvas: Canvas) -> None:
    canvas.setStrokeColor(OCHRE)
    canvas.setFillColor(OCHRE)
    canvas.setLineWidth(0.5)
    canvas.line(70, 91, 144, 91)
    canvas.line(153, 91, 227, 91)
    lozenge = canvas.beginPath()
    lozenge.moveTo(MIDDLE, 88.8)
    for x, y in ((2.2, 91), (0, 93.2), (-2.2, 91)):
        lozenge.lineTo(MIDDLE + x, y)
    lozenge.close()
    canvas.drawPath(lozenge, stroke=0, fill=1)
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.3)
    canvas.line(MIDDLE, 98, MIDDLE, 138)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.35)
    for x in (LEFT_PEN, RIGHT_PEN):
        canvas.line(x - SIGNATURE / 2, 170, x + SIGNATURE / 2, 170)


def _column(side: Side) -> list[Paragraph]:
    serif, bold = typefaces.SERIF, typefaces.SERIF_BOLD
    return [
        Paragraph(text=side.before_title, typeface=serif, size=5.4, leading=6.7),
        Paragraph(text=side.title, typeface=bold, size=6.6, leading=7.6, space_before=2.4),
        Paragraph(text=side.after_title, typeface=serif, size=5.4, leading=6.7, space_before=2.5),
    ]


def _draw_body(sheets: Sheets, sides: tuple[Side, Side]) -> None:
    columns = _set([_column(it) for it in sides], BODY_HEIGHT, TRIES, paired=True)
    for x, lines in zip((LEFT, RIGHT), columns, strict=True):
        _put(sheets, lines, x, BODY_TOP)


def _function(french: str, english: str) -> list[Paragraph]:
    """Return a signatory's function on one line if it fits there, else each language apart."""
    both = " · ".join(dict.fromkeys((french, english)))
    size = 4.4
    apart = typefaces.width_of(both, typefaces.SERIF, size) > SIGNATURE
    return [
        Paragraph(text=text, typeface=typefaces.SERIF, size=size, leading=5.0)
        for text in ((french, english) if apart else (both,))
    ]


def _draw_signatures(sheets: Sheets, content: Content, sides: tuple[Side, Side]) -> None:
    """Set function and place under the two lines; the space above is for pen and stamp."""
    functions = (
        _function(content.head_fr, content.head_en),
        _function(*wording.host_function(content)),
    )
    columns = [
        [
            *function,
            Paragraph(
                text=side.made,
                typeface=typefaces.SERIF,
                size=4.2,
                leading=5.0,
                space_before=0.4,
            ),
        ]
        for function, side in zip(functions, sides, strict=True)
    ]
    fitted = _set(columns, 11.0, _shrinking(SIGNATURE))
    for x, lines in zip((LEFT_PEN, RIGHT_PEN), fitted, strict=True):
        _put(sheets, lines[:-1], x, 175.4)
        _put(sheets, lines[-1:], x, 175.4, INK_SOFT)


def _draw_sample_mark(sheets: Sheets) -> None:
    """Say where a logo might stand that everything on the page is made up."""
    with sheets.drawing() as canvas:
        canvas.setStrokeColor(OCHRE)
        canvas.setLineWidth(0.35)
        canvas.setDash(1.2, 1)
        canvas.roundRect(MIDDLE - 18, 26.5, 36, 13.5, 1)
    for y, text in zip((32.4, 37.2), wording.SAMPLE, strict=True):
        sheets.centred(MIDDLE, y, text, Style(typefaces.SANS_BOLD, 3.4))


def _draw_proof(sheets: Sheets, content: Content) -> None:
    """Draw what proves the page: QR code, number, code, version."""
    with sheets.drawing() as canvas:
        canvas.setFillColor(INK)
        draw_qr(canvas, content.link, x=MIDDLE - QR_SIZE / 2, y=QR_TOP, size=QR_SIZE)
    sheets.centred(MIDDLE, 176.8, content.number, Style(typefaces.SANS_BOLD, 4.4))
    code = f"Code {spell_code(content.code)}"
    sheets.centred(MIDDLE, 181.8, code, Style(typefaces.SANS, 3.9))
    text = wording.small_print(content)
    print_ = Paragraph(text=text, typeface=typefaces.SANS, size=2.8, leading=3.2)
    _put(sheets, _set([[print_]], 0.0, _shrinking(84.0))[0], MIDDLE, 186.6, INK_SOFT)


def _draw_page(sheets: Sheets, content: Content) -> None:
    sides = (wording.french(content), wording.english(content))
    sheets.stamp("border", draw_border)
    with sheets.drawing() as canvas:
        _draw_ornaments(canvas)
    _draw_heads(sheets, sides)
    _draw_name(sheets, content)
    _draw_body(sheets, sides)
    _draw_signatures(sheets, content, sides)
    _draw_proof(sheets, content)
    if content.sample:
        _draw_sample_mark(sheets)
    sheets.end_page()


def draw(contents: Sequence[Content]) -> bytes:
    """Return a PDF with one page for each content, in the order given."""
    first = contents[0]
    heading = f"{wording.french(first).heading} · {wording.english(first).heading}"
    title = f"{heading} {first.number}" if len(contents) == 1 else "Certificats · Certificates"
    sheets = Sheets(A4_LANDSCAPE, Title(title=title, author=f"{first.unit_fr} · {first.unit_en}"))
    for content in contents:
        _draw_page(sheets, content)
    return sheets.to_pdf()
