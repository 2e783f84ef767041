"""Fitting text into a space: break lines, then shrink; nothing is ever cut.

A line breaks at a plain space only, so a no-break space holds words together.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Measure = Callable[[str], float]

HALVINGS = 12
"""How often the search for the narrowest even lines halves its range."""


def _pieces(word: str, width: float, measure: Measure) -> list[str]:
    """Return the word, in several pieces only if it is wider than a whole line."""
    pieces, piece = [], ""
    for letter in word:
        if piece and measure(piece + letter) > width:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]


def break_lines(text: str, width: float, measure: Measure) -> list[str]:
    """Return ``text`` in as few lines as fit in ``width``, each filled before the next."""
    lines: list[str] = []
    for word in text.split(" "):
        for position, piece in enumerate(_pieces(word, width, measure)):
            joined = f"{lines[-1]} {piece}" if lines else piece
            if lines and position == 0 and measure(joined) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def balance_lines(text: str, width: float, measure: Measure) -> list[str]:
    """Return as few lines as fit in ``width``, as even in length as breaks allow."""
    best = break_lines(text, width, measure)
    if len(best) == 1:
        return best
    narrow, wide = width / 2, width
    for _ in range(HALVINGS):
        middle = (narrow + wide) / 2
        lines = break_lines(text, middle, measure)
        if len(lines) > len(best) or max(map(measure, lines)) > middle:
            narrow = middle
        else:
            best, wide = lines, middle
    return best


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Words in one typeface, with the space between their lines and before the first."""

    text: str
    typeface: str
    size: float
    leading: float
    space_before: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it will stand: ``drop`` is its baseline below that of the first."""

    text: str
    typeface: str
    size: float
    drop: float


Ruler = Callable[[str, str, float], float]
"""The width of a text in a typeface and size, such as ``typefaces.width_of``."""


def set_column(
    paragraphs: Sequence[Paragraph], width: float, scale: float, ruler: Ruler
) -> list[Line]:
    """Return the lines of a column at ``scale``, from the first baseline down."""
    lines: list[Line] = []
    drop = 0.0
    for paragraph in paragraphs:
        size = paragraph.size * scale

        def measure(text: str, typeface: str = paragraph.typeface, size: float = size) -> float:
            return ruler(text, typeface, size)

        for position, text in enumerate(balance_lines(paragraph.text, width, measure)):
            if lines:
                before = paragraph.space_before if position == 0 else 0.0
                drop += (paragraph.leading + before) * scale
            lines.append(Line(text, paragraph.typeface, size, drop))
    return lines


def fit_columns(
    columns: Sequence[Sequence[Paragraph]],
    *,
    height: float,
    tries: Sequence[tuple[float, float]],
    ruler: Ruler,
) -> list[list[Line]]:
    """Return every column in the first (width, scale) of ``tries`` at which all are low enough.

    ``height`` is measured from the first baseline to the last. The same width and scale serve
    all columns, so that two languages side by side look alike. The last try is kept even if it
    is too high: text may stand too close, it is never left out.
    """
    found: list[list[Line]] = []
    for width, scale in tries:
        found = [set_column(column, width, scale, ruler) for column in columns]
        if all(column[-1].drop <= height for column in found if column):
            break
    return found
