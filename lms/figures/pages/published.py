"""Published figures beside recorded ones; the ones never correct the others (DOMAIN R10)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from lms.figures import labels, queries
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure
from lms.figures.counting.tables import Table
from lms.figures.counting.values import Count, add_up
from lms.figures.models import DeclaredFigure
from lms.figures.pages.periods import Choice, address, name
from lms.figures.totals import Reading
from lms.sessions.outcome import Outcome

# Published sensitization was counted, not listed; published training gave names.
RECORDED = {
    Outcome.TRAINED: Measure.PERSONS_TRAINED,
    Outcome.SENSITIZED: Measure.HEADCOUNT_SENSITIZED,
}


@dataclass(frozen=True, slots=True)
class Pair:
    """One line: what was published, and what is recorded."""

    label: str
    published: str
    recorded: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One table of the section."""

    caption: str
    pairs: list[Pair]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """The section: tables for this window, or the windows that have published figures."""

    comparisons: list[Comparison]
    elsewhere: list[Choice]


def published(reading: Reading, kept: Mapping[str, Any]) -> Published:
    """Return what was published for exactly the reading's window.

    Published figures are of the whole country, so a region shows none.
    """
    declared = queries.declared()
    window = reading.scope.window
    if reading.scope.regions is not None:
        return Published([], [])
    here = [it for it in declared if _window(it) == window]
    others = {_window(it) for it in declared} - {window}
    ordered = sorted(others, key=lambda it: (it.first, it.last))
    return Published(
        comparisons=[
            _compare(reading, outcome, theirs)
            for outcome in RECORDED
            if (theirs := [it for it in here if it.outcome is outcome])
        ],
        elsewhere=[Choice(name(it), address(it, kept)) for it in ordered],
    )


def windows(declared: Iterable[DeclaredFigure]) -> list[Window]:
    """Return the windows that have published figures."""
    return sorted({_window(it) for it in declared}, key=lambda it: (it.first, it.last))


def _compare(reading: Reading, outcome: Outcome, declared: Sequence[DeclaredFigure]) -> Comparison:
    measure = RECORDED[outcome]
    table, names = reading.table(measure), labels.names(reading)
    codes = {it.id: it.code for it in reading.categories}
    pairs = [
        Pair(
            names.row(codes[it.category_id]),
            labels.published(Count(it.count, it.at_least)),
            labels.cell(_recorded(table, codes[it.category_id])),
        )
        for it in declared
    ]
    caption = str(labels.MEASURES[measure])
    if outcome is Outcome.SENSITIZED:
        return Comparison(caption, pairs)
    whole = labels.published(add_up(Count(it.count, it.at_least) for it in declared))
    overlap = labels.count(table["overlap"].total)
    total = labels.count(table.total.total)
    pairs.append(Pair(_("Overlap between categories"), _("unknown"), overlap, "overlap"))
    pairs.append(Pair(_("Total"), whole, total, "total"))
    note = _("%(count)s: sum of published figures, distinctness unknown.", count=whole)
    return Comparison(caption, pairs, note)


def _recorded(table: Table, code: str) -> Count:
    return next((line.total for line in table.lines if line.key == code), Count())


def _window(declared: DeclaredFigure) -> Window:
    return Window(declared.period_start, declared.period_end)
