"""People counted without names: sums, never distinct, "at least" kept (DOMAIN R2, R10)."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from lms.figures.counting.tables import Branch, Table, Units, tabulate
from lms.figures.counting.values import CountedHeadcount
from lms.sessions.outcome import Outcome


def headcounts(
    counted: Iterable[CountedHeadcount],
    tree: Iterable[Branch],
    *,
    outcome: Outcome,
    row_of: Callable[[CountedHeadcount], str] = lambda it: it.category,
) -> Table:
    """Return the sums of the headcounts with that outcome; the other stays apart."""
    rows: dict[str, dict[int, int]] = defaultdict(dict)
    kept = [it for it in counted if it.outcome is outcome]
    for it in kept:
        rows[row_of(it)][it.id] = it.count
    columns = {it.id: it.column for it in kept}
    return tabulate(Units(rows, columns, frozenset(it.id for it in kept if it.at_least)), tree)
