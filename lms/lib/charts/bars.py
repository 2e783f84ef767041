"""Bars lying under their words: one a row, a part of each striped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from markupsafe import Markup

from lms.lib.charts.amounts import Amount, Certainty, Words, largest
from lms.lib.charts.elements import LINE, element, picture, words
from lms.lib.charts.marks import Track, bar, hatch, part

ROOM = 66.0  # per cent for the bars; the rest is for what they say
THICK, GAP = 16, 12
LETTERS = 36  # of a label on one line, on a narrow phone
LINES = 3  # of a label at most


@dataclass(frozen=True, slots=True)
class Bar:
    """One row; ``part`` is how many of the amount are striped, ``goal`` where a mark stands."""

    label: str
    amount: Amount
    part: int = 0
    goal: int = 0


def bars(said: Words, rows: Sequence[Bar], *, part_label: str = "") -> Markup:
    """Return the picture; ``part_label`` says under the bars what the stripes are."""
    most = max(largest([it.amount for it in rows]), *(it.goal for it in rows), 0)
    parts, top = [hatch(said)], 0.0
    for row in rows:
        lines = _lines(row.label)
        parts += (words(it, 0, top + 18 + LINE * at) for at, it in enumerate(lines))
        at = Track(0, top + LINE * len(lines) + 2, ROOM, THICK)
        parts += _bar(row, most, at, said)
        top = at.y + THICK + GAP
    if part_label and any(it.part for it in rows):
        parts += _legend(part_label, top, said)
        top += LINE
    return picture(said, max(top, LINE), parts)


def _bar(row: Bar, most: int, at: Track, said: Words) -> Iterator[Markup]:
    yield from bar(row.amount, most, at, said)
    if row.part and row.amount.certainty is Certainty.EXACT:
        length = at.width * (min(row.part, row.amount.value) / max(most, 1))
        yield part(Track(at.x, at.y, length, at.height), said)
    if row.goal:
        reach = at.x + at.width * (row.goal / max(most, 1))
        yield _goal(reach, at)
    yield words(row.amount.shown, 100, at.y + 14, text_anchor="end", font_weight="650")


def _goal(reach: float, at: Track) -> Markup:
    return element(
        "line",
        class_="c-ink",
        x1=f"{reach:.2f}%",
        x2=f"{reach:.2f}%",
        y1=f"{at.y - 4:g}",
        y2=f"{at.y + at.height + 4:g}",
        stroke="currentColor",
        stroke_width="3",
    )


def _legend(label: str, top: float, said: Words) -> Iterator[Markup]:
    sample = Track(0, top + 5, 8, 14)
    yield from bar(Amount(1, ""), 1, sample, said)
    yield part(sample, said)
    yield words(label, 10, top + 18)


def _lines(label: str) -> list[str]:
    """Return a label cut into lines that a narrow phone can show."""
    return wrap(label, LETTERS, max_lines=LINES, placeholder="…") or [""]
