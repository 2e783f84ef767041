"""The coverage of declared strength on the dashboard (DOMAIN R17)."""

from dataclasses import dataclass

from flask_babel import gettext as _
from markupsafe import Markup

from lms.figures import labels
from lms.figures.board.pictures import Row
from lms.figures.board.words import amount, told
from lms.figures.counting.values import Count
from lms.figures.targets import labels as said
from lms.figures.targets.against.covering import Covered, covered
from lms.figures.totals import Reading
from lms.i18n import days, number
from lms.lib.charts.amounts import Words
from lms.lib.charts.bars import Bar, bars

MOST = 12  # bars that can be taken in at once; the table has them all


@dataclass(frozen=True, slots=True, kw_only=True)
class Strengths:
    """The rotations of a window; ``picture`` shows those in force on its last day."""

    picture: Markup
    left_out: int
    """How many in force are in the table alone."""
    rows: list[Row]
    where: str
    """Where the trainings counted were held; empty for anywhere."""


def strengths(reading: Reading) -> Strengths | None:
    """Return the coverage; None where no strength is declared for these days."""
    found = covered(reading)
    if not found:
        return None
    current = [it for it in found if it.current]
    drawn = current[:MOST]
    described = Words(
        "strengths",
        _("Coverage of declared strength"),
        told((_name(it), it.coverage.persons) for it in drawn),
    )
    return Strengths(
        picture=bars(described, [_bar(it) for it in drawn]) if drawn else Markup(""),
        left_out=len(current) - len(drawn),
        rows=[_row(it) for it in found],
        where=said.counted_where(reading),
    )


def _bar(it: Covered) -> Bar:
    """Return the bar of a rotation; a strength that is too low is no mark to measure by."""
    goal = 0 if it.coverage.outdated else it.coverage.strength or 0
    return Bar(_name(it), amount(Count(it.coverage.persons)), goal=goal)


def _row(it: Covered) -> Row:
    window = it.strength.window
    return Row(
        f"{said.name(it.strength)} · {days(window.first, window.last)}",
        "",
        [
            number(it.coverage.persons),
            said.amount(it.coverage.strength),
            labels.coverage(it.coverage),
        ],
    )


def _name(it: Covered) -> str:
    return f"{said.name(it.strength)} · {labels.coverage(it.coverage)}"
