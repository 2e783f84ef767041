"""Fitting text into a space: break lines, then shrink; nothing is ever cut.

A line breaks at a plain space only, so a no-break space holds words together.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

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


def balance_lines(text: str, width: float, measure: Measure, fewest: int = 1) -> list[str]:
    """Return as few lines as fit, as even in length as breaks allow.

    There are at least ``fewest``, as far as the words allow; none that fits is broken.
    """
    best = break_lines(text, width, measure)
    wanted = max(len(best), fewest)
    if wanted == 1:
        return best
    narrow = max((it for it in map(measure, text.split(" ")) if it <= width), default=0.0)
    wide = width
    for _ in range(HALVINGS):
        middle = (narrow + wide) / 2
        lines = break_lines(text, middle, measure)
        if len(lines) > wanted or max(map(measure, lines)) > middle:
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
    fewest: int = 1
    """How many lines it has at least; where the words do not allow them, their space is left."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it will stand: ``drop`` is its baseline below that of the first."""

    text: str
    typeface: str
    size: float
    drop: float


Ruler = Callable[[str, str, float], float]
"""The width of a text in a typeface and size, such as ``typefaces.width_of``."""


def _measure(paragraph: Paragraph, scale: float, ruler: Ruler) -> Measure:
    return lambda text: ruler(text, paragraph.typeface, paragraph.size * scale)


def set_column(
    paragraphs: Sequence[Paragraph], width: float, scale: float, ruler: Ruler
) -> list[Line]:
    """Return the lines of a column at ``scale``, from the first baseline down."""
    lines: list[Line] = []
    drop = 0.0
    for paragraph in paragraphs:
        measure = _measure(paragraph, scale, ruler)
        texts = balance_lines(paragraph.text, width, measure, paragraph.fewest)
        for position, text in enumerate(texts):
            if lines:
                before = paragraph.space_before if position == 0 else 0.0
                drop += (paragraph.leading + before) * scale
            lines.append(Line(text, paragraph.typeface, paragraph.size * scale, drop))
        drop += max(paragraph.fewest - len(texts), 0) * paragraph.leading * scale
    return lines


def _paired(
    columns: Sequence[Sequence[Paragraph]], width: float, scale: float, ruler: Ruler
) -> list[list[Paragraph]]:
    """Return the columns, each paragraph asking for as many lines as its longest neighbour has."""
    rows = []
    for row in zip(*columns, strict=True):
        counts = [len(break_lines(it.text, width, _measure(it, scale, ruler))) for it in row]
        rows.append([replace(it, fewest=max(counts)) for it in row])
    return [list(column) for column in zip(*rows, strict=True)]


def fit_columns(
    columns: Sequence[Sequence[Paragraph]],
    *,
    height: float,
    tries: Sequence[tuple[float, float]],
    ruler: Ruler,
    paired: bool = False,
) -> list[list[Line]]:
    """Return every column in the first (width, scale) of ``tries`` at which all are low enough.

    ``height`` is measured from the first baseline to the last. The same width and scale serve
    all columns, so that two languages side by side look alike; ``paired`` ones also break each
    paragraph into as many lines as the other's. The last try is kept even if it is too high:
    text may stand too close, it is never left out.
    """
    found: list[list[Line]] = []
    for width, scale in tries:
        asked = _paired(columns, width, scale, ruler) if paired else columns
        found = [set_column(column, width, scale, ruler) for column in asked]
        if all(column[-1].drop <= height for column in found if column):
            break
    return found
