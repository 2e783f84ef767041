"""What was to be reached and what was counted, side by side, each over its own days."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from markupsafe import Markup

from lms.figures import labels
from lms.figures.board.pictures import Row
from lms.figures.board.words import NO_SHARE, amount, share, told
from lms.figures.counting.values import Count
from lms.figures.pages import periods
from lms.figures.queries import Region
from lms.figures.targets import labels as said
from lms.figures.targets.against.progress import Goals, Progress, goals
from lms.figures.targets.values import WHOLE_COUNTRY
from lms.figures.totals import Reading
from lms.i18n import number
from lms.lib.charts.amounts import Words
from lms.lib.charts.bars import Bar, bars


@dataclass(frozen=True, slots=True, kw_only=True)
class Aimed:
    """The targets of one measure in one period."""

    title: str
    current: bool
    """Whether it is the period of the page, and not one that only touches it."""
    picture: Markup
    rows: list[Row]
    apart: str
    """Who is counted without a target, in a sentence; empty where nobody is."""
    checks: list[str]
    """Which counts are not settled, and between which numbers they lie."""


def aimed(reading: Reading) -> list[Aimed]:
    """Return what was aimed at in the window of a reading, its own period first."""
    return [_aimed(it, f"goals-{at}", reading) for at, it in enumerate(goals(reading))]


def _aimed(found: Goals, key: str, reading: Reading) -> Aimed:
    regions = {it.code: it for it in reading.regions.values()}
    lines = [(_name(it, regions), it) for it in sorted(found.progress, key=_order)]
    title = f"{periods.name(found.window)} · {labels.MEASURES[found.measure]}"
    names = labels.names(reading)
    described = Words(key, title, told((name, it.count.value) for name, it in lines))
    without = [f"{names.row(code)} ({labels.cell(it)})" for code, it in found.apart.items()]
    return Aimed(
        title=title,
        current=found.window == reading.scope.window,
        picture=bars(
            described,
            [Bar(name, amount(it.count), goal=it.target.count) for name, it in lines],
        ),
        rows=[_row(name, it) for name, it in lines],
        apart=_("Without a target: %(categories)s.", categories=labels.listed(without))
        if without
        else "",
        checks=[
            # L10N: a line of a picture, and between which numbers it lies
            _("%(name)s: %(range)s", name=name, range=labels.to_check(it.range))
            for name, it in lines
            if it.range
        ],
    )


def _order(it: Progress) -> tuple[int, str]:
    """Return the place of a target: all categories, then each, the whole country first."""
    return (it.target.category.position if it.target.category else -1, it.target.region)


def _name(it: Progress, regions: Mapping[str, Region]) -> str:
    whom = said.category(it.target.category)
    if it.target.region == WHOLE_COUNTRY:
        return whom
    return f"{whom} · {said.region(it.target.region, regions)}"


def _row(name: str, it: Progress) -> Row:
    aim, count = it.target.count, it.count
    part = NO_SHARE if count.at_least else share(count.value, Count(aim))
    return Row(name, "", [number(aim), labels.cell(count), part, _remains(aim, count)])


def _remains(aim: int, count: Count) -> str:
    """Return what is missing; of "at least" nothing is subtracted (R10)."""
    if count.value >= aim:
        return _("reached")
    return NO_SHARE if count.at_least else number(aim - count.value)
