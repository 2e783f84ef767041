"""The marks of amounts: full, open at the end, hidden, nothing; each known by its shape."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from lms.lib.charts.amounts import Amount, Certainty, Words, share
from lms.lib.charts.elements import element, key_of, percent

OPEN_FROM = 0.8  # of its length, an open bar falls into slices
SLICES = ((0.82, 0.06), (0.905, 0.045), (0.97, 0.03))
MASKED_WIDTH = 8.0  # per cent, whatever is hidden


@dataclass(frozen=True, slots=True)
class Track:
    """Where a bar lies: per cent from the left and wide, pixels from the top and high."""

    x: float
    y: float
    width: float
    height: float


def hatch(said: Words) -> Markup:
    """Return the patterns of a picture: stripes on what is a part, dots on what is hidden."""
    key = key_of(said)
    stripes = element(
        "path",
        class_="c-paper",
        d="M-2 10L10-2M-2 2l4-4M6 10l4-4",
        stroke="currentColor",
        stroke_width="2",
    )
    dots = element("circle", class_="c-soft", cx=4, cy=4, r=1.5, fill="currentColor")
    return element("defs", _pattern(f"{key}-part", stripes), _pattern(f"{key}-hidden", dots))


def box(track: Track, paint: str, **attributes: object) -> Markup:
    """Return a rectangle painted with a class of colour."""
    return _rect(track, class_=paint, fill="currentColor", **attributes)


def part(track: Track, said: Words) -> Markup:
    """Return the stripes that lie on a part of a bar."""
    return _rect(track, fill=f"url(#{key_of(said)}-part)")


def masked(track: Track, said: Words) -> Markup:
    """Return the dashed frame with dots of an amount that is not told."""
    return _rect(
        track,
        class_="c-soft",
        fill=f"url(#{key_of(said)}-hidden)",
        stroke="currentColor",
        stroke_width="1.5",
        stroke_dasharray="4 3",
    )


def nothing(track: Track) -> Markup:
    """Return the thin line of zero at the beginning of a bar."""
    return _rect(track, class_="c-soft", fill="currentColor", width="2")


def bar(amount: Amount, most: int, room: Track, said: Words) -> Iterator[Markup]:
    """Return the marks of a bar that lies in ``room``, as long as the amount is large."""
    length = room.width * share(amount, most)
    if amount.certainty is Certainty.MASKED:
        width = min(MASKED_WIDTH, room.width)
        yield masked(Track(room.x, room.y, width, room.height), said)
    elif not amount.value:
        yield nothing(room)
    elif amount.certainty is Certainty.AT_LEAST:
        pieces = [(0.0, OPEN_FROM), *SLICES]
        for start, piece in pieces:
            at = Track(room.x + length * start, room.y, length * piece, room.height)
            yield box(at, "c-ochre")
    else:
        yield box(Track(room.x, room.y, length, room.height), "c-teal")


def _pattern(name: str, inside: Markup) -> Markup:
    return element("pattern", inside, id=name, width=8, height=8, patternUnits="userSpaceOnUse")


def _rect(track: Track, **attributes: object) -> Markup:
    sizes = {
        "x": percent(track.x),
        "y": f"{track.y:g}",
        "width": percent(track.width),
        "height": f"{track.height:g}",
    }
    return element("rect", **{**sizes, **attributes})
