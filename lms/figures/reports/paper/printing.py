"""A published report as two pages in one language; the same report gives the same bytes.

What was decided by hand since the report before follows on pages of its own.
"""

from collections.abc import Sequence

from flask_babel import gettext as _
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm

from lms.figures import labels
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import OF_HEADCOUNTS, OF_PARTICIPATIONS, OF_PERSONS, Measure
from lms.figures.counting.tables import LineKind
from lms.figures.exports.rows import said
from lms.figures.reports import labels as words, pages
from lms.figures.reports.copies import Copy
from lms.figures.reports.files.notes import attached, made, mark
from lms.figures.reports.models import Report
from lms.figures.reports.pages import BY_REGION, Shown
from lms.i18n import language
from lms.lib.paper import typefaces
from lms.lib.paper.fitting import break_lines
from lms.lib.paper.sheets import INK, Sheets, Style, Title

A4 = (210.0, 297.0)
LEFT, RIGHT, BOTTOM = 18.0, 192.0, 278.0
COLUMN, LEADING = 17.0, 5.4
SOFT, TEAL, RULE = HexColor("#574c3f"), HexColor("#0a5a57"), HexColor("#cdbfa5")
FIRST_PAGE = [(it, Dimension.CATEGORY) for it in OF_PERSONS]
SECOND_PAGE = [*((it, Dimension.CATEGORY) for it in OF_HEADCOUNTS), *BY_REGION]
NOTE = 3.0
"""The size of notes in millimetres."""


def draw(report: Report, copy: Copy) -> bytes:
    """Return the file in the language being written."""
    title = words.title(report)
    author = copy.content["approved_by"]
    page = _Page(Sheets(A4, Title(title=title, author=author, language=language())), copy)
    page.head(title)
    page.tables(pages.tables(page.copy, FIRST_PAGE), room=175.0)
    if not pages.tables(page.copy):
        page.nobody()
    page.bars()
    page.turn(title)
    page.tables(pages.tables(page.copy, SECOND_PAGE), room=120.0)
    page.words(report)
    page.attached(title, attached(copy))
    return page.sheets.to_pdf()


class _Page:
    """Where the pen stands on the page."""

    def __init__(self, sheets: Sheets, copy: Copy) -> None:
        self.sheets, self.copy, self.y = sheets, copy, 24.0

    def head(self, title: str) -> None:
        """Set the title, and the mark of sample data that nothing takes away."""
        self._text(LEFT, title, Style(typefaces.SERIF_BOLD, 6.2, TEAL))
        self.y += 6
        if mark(self.copy):
            self._text(LEFT, mark(self.copy), Style(typefaces.SANS_BOLD, 3.4, SOFT))
            self.y += 5
        self.y += 3

    def turn(self, title: str) -> None:
        """Begin the next page."""
        self.sheets.end_page()
        self.y = 24.0
        self.head(title)

    def tables(self, shown: Sequence[Shown], *, room: float) -> None:
        """Set the tables one below the other, closer where there are many lines."""
        count = sum(len(it.rows) + len(it.ranges) + 3 for it in shown)
        leading = min(LEADING, room / max(count, 1))
        for it in shown:
            self._table(it, leading)

    def nobody(self) -> None:
        """Say that there is no table to be set, of persons or of headcounts."""
        self._text(LEFT, _("Nobody is counted in this period."), self._body(LEADING))
        self.y += LEADING

    def bars(self) -> None:
        """Draw how many persons were trained in each top category, the number beside."""
        lines = self.copy.lines(Measure.PERSONS_TRAINED, Dimension.CATEGORY)
        tops = [it for it in lines if it.depth == 0 and it.kind is LineKind.ROW]
        if not tops:
            return
        names = words.names(self.copy.content)
        most = max(it.total.value or 0 for it in tops)
        step = min(7.0, (BOTTOM - self.y - 8) / len(tops))
        self._text(
            LEFT, str(labels.MEASURES[Measure.PERSONS_TRAINED]), Style(typefaces.SANS_BOLD, 3.6)
        )
        self.y += step
        for it in tops:
            self._text(LEFT, names.row(it.code), self._body(step), width=66.0)
            # A masked number has no length: its mark stands where a bar would begin.
            length = 80.0 * it.total.value / most if it.total.value else 0.0
            with self.sheets.drawing() as canvas:
                canvas.setFillColor(TEAL)
                canvas.rect(88.0, self.y - step * 0.55, length, step * 0.6, stroke=0, fill=1)
            self._text(90.0 + length, said(it.total), self._body(step))
            self.y += step

    def words(self, report: Report) -> None:
        """Set the report in sentences; then how it was made, who answers for it, its proof."""
        said = [(it, INK) for it in _lines([" ".join(pages.sentences(self.copy))])]
        said += [("", INK), *((it, SOFT) for it in _lines(_notes(report, self.copy)))]
        self.y += 2
        leading = min(NOTE * 1.4, (BOTTOM - self.y) / len(said))
        for line, colour in said:
            self._text(LEFT, line, Style(typefaces.SANS, leading / 1.4, colour))
            self.y += leading

    def attached(self, title: str, lines: Sequence[str]) -> None:
        """Set on pages that follow what was decided, below its heading; nothing where none was."""
        if not lines:
            return
        self.turn(title)
        heading, *said = lines
        self._text(LEFT, heading, Style(typefaces.SANS_BOLD, 3.6))
        self.y += LEADING
        for it in said:
            for line in break_lines(it, RIGHT - LEFT, _width):
                if self.y > BOTTOM:
                    self.turn(title)
                self._text(LEFT, line, Style(typefaces.SANS, NOTE, SOFT))
                self.y += NOTE * 1.4

    def _table(self, shown: Shown, leading: float) -> None:
        style = self._body(leading)
        self._text(LEFT, shown.title, Style(typefaces.SANS_BOLD, style.size))
        self.y += leading
        heads = [str(it["label"]) for it in shown.columns[1:]]
        self._numbers(heads, Style(typefaces.SANS, style.size * 0.75, SOFT))
        self._rule()
        self.y += leading
        for row in shown.rows:
            bold = typefaces.SANS_BOLD if row.look == "total" else typefaces.SANS
            indent = 4.0 if "child" in row.look else 0.0
            room = RIGHT - LEFT - indent - COLUMN * len(row.cells)
            self._text(LEFT + indent, row.label, Style(bold, style.size), width=room)
            self._numbers(row.cells, Style(bold, style.size))
            self.y += leading
        for bounds in shown.ranges:
            self._text(LEFT, bounds, Style(typefaces.SANS, style.size * 0.85, SOFT))
            self.y += leading
        self.y += leading

    def _numbers(self, cells: Sequence[str], style: Style) -> None:
        for position, cell in enumerate(reversed(cells)):
            self._set(style, cell, COLUMN - 1)
            x = RIGHT - position * COLUMN
            self.sheets.canvas.drawRightString(x * mm, (A4[1] - self.y) * mm, cell)

    def _rule(self) -> None:
        with self.sheets.drawing() as canvas:
            canvas.setStrokeColor(RULE)
            canvas.setLineWidth(0.2)
            canvas.line(LEFT, self.y + 1.2, RIGHT, self.y + 1.2)

    def _text(self, x: float, text: str, style: Style, width: float = RIGHT - LEFT) -> None:
        self._set(style, text, width)
        self.sheets.canvas.drawString(x * mm, (A4[1] - self.y) * mm, text)

    def _set(self, style: Style, text: str, width: float) -> None:
        """Choose the letters, smaller where the words would not fit."""
        wide = typefaces.width_of(text, style.typeface, style.size)
        size = style.size * min(1.0, width / wide) if wide else style.size
        self.sheets.canvas.setFillColor(style.colour)
        self.sheets.canvas.setFont(style.typeface, size * mm)

    def _body(self, leading: float) -> Style:
        return Style(typefaces.SANS, min(3.6, leading * 0.68), INK)


def _lines(said: Sequence[str]) -> list[str]:
    return [line for it in said for line in break_lines(it, RIGHT - LEFT, _width)]


def _width(text: str) -> float:
    return typefaces.width_of(text, typefaces.SANS, NOTE)


def _notes(report: Report, copy: Copy) -> list[str]:
    said_of = {it: copy.lines(it, Dimension.CATEGORY)[-1].total for it in OF_PARTICIPATIONS}
    return [
        *(
            _("%(measure)s: %(count)s.", measure=str(labels.MEASURES[it]), count=said(total))
            for it, total in said_of.items()
        ),
        *made(report, copy),
    ]
