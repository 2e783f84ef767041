"""Figures as one printed page: the persons trained, and whoever was counted without a name."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import force_locale, gettext as _
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm

from lms.figures import labels, queries
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import OF_HEADCOUNTS, Measure
from lms.figures.counting.tables import LineKind
from lms.figures.counting.values import Column
from lms.figures.exports.notes import Origin, mark_of_sample, notes
from lms.figures.exports.rows import COUNTED, Entry, indicator_entries, said, worth_saying
from lms.figures.release.cells import ReleasedLine
from lms.figures.release.gate import Release
from lms.i18n import LOCALES, day, language, localised
from lms.lib.paper.fitting import break_lines
from lms.lib.paper.sheets import INK, Sheets, Style, Title
from lms.lib.paper.typefaces import SANS, SANS_BOLD, SERIF_BOLD, width_of
from lms.unit.models import UnitProfile

A4 = (210.0, 297.0)
LEFT, RIGHT, TOP, BOTTOM = 18.0, 192.0, 20.0, 279.0
LABELS = 92.0
"""How wide the heads of the lines may be."""
SOFT, RULE = HexColor("#5c5148"), HexColor("#b9aea2")
TITLE, HEAD, TEXT, SMALL = 6.0, 3.9, 3.1, 2.7  # letters, in millimetres
STEP = 4.9
NOTE_STEP = 3.7
HEADING = 22.0
LETTER = 0.68  # of the height of a line
HEADS_APART = 1.9  # lines between two tables
IN_FULL = (Measure.PERSONS_TRAINED, *OF_HEADCOUNTS)


@dataclass
class _Page:
    """Where the next line stands, and how high a line is."""

    sheets: Sheets
    y: float
    step: float

    def words(self, x: float, text: str, style: Style, *, right: bool = False) -> None:
        """Set words at the height of the page."""
        canvas = self.sheets.canvas
        canvas.setFillColor(style.colour)
        canvas.setFont(style.typeface, style.size * mm)
        set_words = canvas.drawRightString if right else canvas.drawString
        set_words(x * mm, (self.sheets.height - self.y) * mm, text)

    def rule(self, above: float) -> None:
        """Draw a hair line across the page."""
        canvas = self.sheets.canvas
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.2 * mm)
        y = (self.sheets.height - self.y + above) * mm
        canvas.line(LEFT * mm, y, RIGHT * mm, y)


def pdf(release: Release, origin: Origin, unit: UnitProfile) -> bytes:
    """Return a page a language, the reader's first, with what its numbers mean at the foot."""
    mine = language()
    title = Title(
        title=_("Training and sensitization"), author=localised(unit, "name"), language=mine
    )
    sheets = Sheets(A4, title)
    for locale in sorted(LOCALES, key=lambda it: it != mine):
        with force_locale(locale):
            _set_page(sheets, release, origin, localised(unit, "name"))
    return sheets.to_pdf()


def _set_page(sheets: Sheets, release: Release, origin: Origin, unit: str) -> None:
    said = _foot(notes(release, origin))
    held = [(it, lines) for it in COUNTED if (lines := _lines(release, it))]
    apart = list(indicator_entries(queries.indicators(release.reading.scope.window)))
    rows = sum(len(lines) + HEADS_APART for _measure, lines in held) + len(apart) + HEADS_APART
    room = BOTTOM - len(said) * NOTE_STEP - TOP - HEADING
    page = _Page(sheets, TOP, min(STEP, room / max(rows, 1)))
    _head(page, release, origin, unit)
    for measure, lines in held:
        _table(page, release, measure, lines)
    if apart:
        _apart(page, apart)
    page.y = BOTTOM - (len(said) - 1) * NOTE_STEP
    page.rule(NOTE_STEP)
    for note in said:
        page.words(LEFT, note, Style(SANS, SMALL, SOFT))
        page.y += NOTE_STEP
    sheets.end_page()


def _lines(release: Release, measure: Measure) -> list[ReleasedLine]:
    """Return what one page has room for: parts of categories where they matter most."""
    lines = worth_saying(release, measure)
    if lines[-1].is_empty:
        return []
    kept = [it for it in lines if it.kind is not LineKind.OVERLAP or not it.is_empty]
    return kept if measure in IN_FULL else [it for it in kept if it.depth == 0]


def _foot(said: Sequence[str]) -> list[str]:
    return [
        line
        for note in said
        for line in break_lines(note, RIGHT - LEFT, lambda it: width_of(it, SANS, SMALL))
    ]


def _head(page: _Page, release: Release, origin: Origin, unit: str) -> None:
    window = release.reading.scope.window
    page.words(LEFT, unit, Style(SANS, TEXT, SOFT))
    if origin.is_sample:
        page.words(RIGHT, mark_of_sample(), Style(SANS_BOLD, TEXT), right=True)
    page.y += 8
    page.words(LEFT, _("Training and sensitization"), Style(SERIF_BOLD, TITLE))
    page.y += 6
    days = _("From %(first)s to %(last)s", first=day(window.first), last=day(window.last))
    page.words(LEFT, days, Style(SANS, HEAD))
    page.y += 3


def _table(page: _Page, release: Release, measure: Measure, lines: Sequence[ReleasedLine]) -> None:
    """Set the lines of a measure; columns in which nobody stands are left out."""
    columns = [c for c in Column if any(it.cells[c].value != 0 for it in lines)]
    size = min(TEXT, page.step * LETTER)
    width = (RIGHT - LEFT - LABELS) / (len(Column) + 1)
    edges = [RIGHT - width * (len(columns) - at) for at in range(len(columns) + 1)]
    page.y += page.step * HEADS_APART
    page.words(LEFT, str(labels.MEASURES[measure]), Style(SERIF_BOLD, min(HEAD, size * 1.25)))
    heads = [*(_short(it) for it in columns), _("Total")]
    for edge, head in zip(edges, heads, strict=True):
        page.words(edge, head, Style(SANS, size, SOFT), right=True)
    page.rule(-0.3 * page.step)
    names = labels.names(release.reading)
    for line in lines:
        page.y += page.step
        bold = SANS_BOLD if line.kind is LineKind.TOTAL else SANS
        style = Style(bold, size, SOFT if line.kind is LineKind.OVERLAP else INK)
        label = labels.line(line, names, measure, Dimension.CATEGORY)
        page.words(LEFT + 4 * line.depth, label, style)
        for edge, cell in zip(
            edges, [*(line.cells[it] for it in columns), line.total], strict=True
        ):
            page.words(edge, said(cell), style, right=True)


def _apart(page: _Page, indicators: Sequence[Entry]) -> None:
    """Set the indicators, which are no training and are never added."""
    size = min(TEXT, page.step * LETTER)
    page.y += page.step * HEADS_APART
    heading = Style(SERIF_BOLD, min(HEAD, size * 1.25))
    page.words(LEFT, str(labels.MEASURES[Measure.INDICATOR]), heading)
    page.rule(-0.3 * page.step)
    for it in indicators:
        page.y += page.step
        page.words(LEFT, it.label, Style(SANS, size))
        page.words(RIGHT, said(it.cell), Style(SANS, size), right=True)


def _short(column: Column) -> str:
    match column:
        case Column.ADULTS_UNSPECIFIED:
            return _("n.s.")
        case Column.MINORS_UNSPECIFIED:
            return _("minors n.s.")
        case _:
            return str(labels.COLUMNS[column])
