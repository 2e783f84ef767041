"""A map made of tiles: one an area, all of one size, roughly where the areas lie."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from lms.lib.charts.amounts import Amount, Certainty, Words, largest, share
from lms.lib.charts.elements import element, key_of, picture, words
from lms.lib.charts.marks import Track, hatch

TALL, GAP = 80, 4
ROOMY = 24.0  # per cent of the width that hold a name on a phone
SHADES = ((0.34, "c-tint", "c-ink"), (0.67, "c-mid", "c-ink"), (1.0, "c-teal", "c-on-teal"))
EMPTY = ("c-sunk", "c-ink")


@dataclass(frozen=True, slots=True)
class Tile:
    """One area: where it lies in the grid, how many columns it takes, and what it says."""

    column: int
    row: int
    code: str
    name: str
    amount: Amount
    span: int = 1


def tiles(said: Words, areas: Sequence[Tile]) -> Markup:
    """Return the picture of ``areas``; darker is more, dotted is hidden, dashed is "at least"."""
    most = largest([it.amount for it in areas])
    columns = max((it.column + it.span for it in areas), default=1)
    rows = max((it.row + 1 for it in areas), default=1)
    drawn = (_tile(area, most, 100 / columns, said) for area in areas)
    return picture(said, rows * TALL, [hatch(said), *drawn])


def _tile(area: Tile, most: int, wide: float, said: Words) -> Markup:
    x, y = area.column * wide, area.row * TALL
    paint, ink = _shade(area.amount, most)
    return element(
        "g",
        element("title", f"{area.name}: {area.amount.shown}"),
        *_ground(Track(x + 0.5, y + 1, wide * area.span - 1, TALL - GAP), area, paint, said),
        *_words(area, x + 2, y, ink, wide=wide >= ROOMY),
    )


def _ground(at: Track, area: Tile, paint: str, said: Words) -> Iterator[Markup]:
    place = {
        "x": f"{at.x:.2f}%",
        "y": f"{at.y:g}",
        "width": f"{at.width:.2f}%",
        "height": f"{at.height:g}",
        "rx": 4,
    }
    yield element("rect", class_=paint, fill="currentColor", **place)
    if area.amount.certainty is not Certainty.EXACT:
        dots = area.amount.certainty is Certainty.MASKED
        yield element(
            "rect",
            class_="c-ink",
            fill=f"url(#{key_of(said)}-hidden)" if dots else "none",
            stroke="currentColor",
            stroke_width="2",
            stroke_dasharray="6 4",
            **place,
        )


def _words(area: Tile, x: float, y: float, ink: str, *, wide: bool) -> Iterator[Markup]:
    yield words(area.code, x, y + 20, class_=ink, fill="currentColor")
    narrow = "" if wide else " wide-only"
    yield words(area.name, x, y + 40, class_=f"{ink}{narrow}", fill="currentColor")
    yield words(
        area.amount.shown,
        x,
        y + 65,
        class_=ink,
        fill="currentColor",
        font_size="20",
        font_weight="750",
    )


def _shade(amount: Amount, most: int) -> tuple[str, str]:
    size = share(amount, most)
    if not size:
        return EMPTY
    return next((paint, ink) for limit, paint, ink in SHADES if size <= limit)
