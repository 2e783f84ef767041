"""Columns side by side over time, each beside the one of the period before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from lms.lib.charts.amounts import Amount, Certainty, Words, largest, share
from lms.lib.charts.elements import LINE, element, picture, words
from lms.lib.charts.marks import MASKED_WIDTH, Track, box, hatch, masked

TALL = 150  # px of the tallest column
FOOT = TALL + LINE
ALL_SAID = 6  # columns that leave room for a number above each
SLICES = 3  # an open column ends in


@dataclass(frozen=True, slots=True)
class Step:
    """One period: its name, the year where one begins, its amount and that of the one before."""

    name: str
    year: str
    amount: Amount
    before: Amount | None = None


def trend(said: Words, steps: Sequence[Step]) -> Markup:
    """Return the picture: full columns, with hollow ones of the period before at their left."""
    most = largest([it.amount for it in steps] + [it.before for it in steps if it.before])
    wide = 100 / max(len(steps), 1)
    parts = [hatch(said)]
    for at, step in enumerate(steps):
        parts += _step(step, most, Track(at * wide, 0, wide, TALL), said)
        if _is_said(at, steps):
            parts.append(_number(step, most, at * wide + wide / 2, at == len(steps) - 1))
    parts.append(_ground())
    return picture(said, FOOT + 2 * LINE + 4, parts)


def _step(step: Step, most: int, slot: Track, said: Words) -> Iterator[Markup]:
    middle = slot.x + slot.width / 2
    left, thick = slot.x + slot.width * 0.1, slot.width * 0.8
    if step.before is not None:
        thick = slot.width * 0.38
        tall = TALL * share(step.before, most)
        if tall:
            yield _hollow(Track(left, FOOT - tall, thick, tall))
        left += slot.width * 0.42
    yield from _column(step.amount, most, Track(left, 0, thick, TALL), said)
    yield words(step.name, middle, FOOT + 20, text_anchor="middle")
    if step.year:
        yield words(step.year, middle, FOOT + 20 + LINE, text_anchor="middle", font_weight="650")


def _column(amount: Amount, most: int, slot: Track, said: Words) -> Iterator[Markup]:
    tall = TALL * share(amount, most)
    if amount.certainty is Certainty.MASKED:
        yield masked(Track(slot.x, FOOT - MASKED_WIDTH * 2, slot.width, MASKED_WIDTH * 2), said)
    elif amount.value and amount.certainty is Certainty.AT_LEAST:
        body = tall * 0.8
        yield box(Track(slot.x, FOOT - body, slot.width, body), "c-ochre")
        for slice_ in range(SLICES):
            top = FOOT - body - tall * 0.2 * (slice_ + 1) / SLICES
            yield box(Track(slot.x, top, slot.width, tall * 0.03), "c-ochre")
    elif amount.value:
        yield box(Track(slot.x, FOOT - tall, slot.width, tall), "c-teal")


def _hollow(at: Track) -> Markup:
    return element(
        "rect",
        class_="c-soft",
        x=f"{at.x:.2f}%",
        y=f"{at.y:.2f}",
        width=f"{at.width:.2f}%",
        height=f"{at.height:.2f}",
        fill="none",
        stroke="currentColor",
        stroke_width="1.5",
    )


def _is_said(at: int, steps: Sequence[Step]) -> bool:
    """Tell whether a number has room: above each of few columns; of many, the last and highest."""
    if len(steps) <= ALL_SAID or at == len(steps) - 1:
        return True
    sizes = [it.amount.size for it in steps]
    return at == sizes.index(max(sizes)) and at < len(steps) - 3


def _number(step: Step, most: int, middle: float, last: bool) -> Markup:  # noqa: FBT001 - of one step
    tall = TALL * share(step.amount, most)
    if last:
        return words(step.amount.shown, 100, FOOT - tall - 6, text_anchor="end", font_weight="650")
    return words(
        step.amount.shown, middle, FOOT - tall - 6, text_anchor="middle", font_weight="650"
    )


def _ground() -> Markup:
    return box(Track(0, FOOT, 100, 2), "c-ink")
