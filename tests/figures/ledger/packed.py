"""Facts of the counting rules as the ledger keeps them."""

from collections import defaultdict
from collections.abc import Iterable
from operator import itemgetter

from lms.figures.counting.dimensions import NONE, Dimension
from lms.figures.counting.questions import Scope
from lms.figures.counting.values import CountedFact, CountedHeadcount
from lms.figures.ledger.blocks import month_number
from lms.figures.ledger.facts import Month
from lms.figures.ledger.keys import Codes
from lms.figures.ledger.records import (
    OUTCOMES,
    RECORD,
    column,
    day_number,
    day_of,
    pack,
)
from lms.figures.ledger.rows import Rows

Counted = CountedFact | CountedHeadcount
FACT, SESSION, DAY = map((RECORD.names or ()).index, ("fact", "training_session", "day"))


class Numbers:
    """Gives every code a number, in the order in which they are met."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}

    def of(self, code: str) -> int:
        return self.known.setdefault(code, len(self.known) + 1)

    @property
    def codes(self) -> dict[int, str]:
        return {number: code for code, number in self.known.items()}


def packed(
    scope: Scope,
    facts: Iterable[CountedFact] = (),
    headcounts: Iterable[CountedHeadcount] = (),
    *,
    places: frozenset[int] | None = None,
) -> tuple[Rows, Codes]:
    """Return facts as rows, and what their numbers stand for."""
    categories, regions = Numbers(), Numbers()

    def record(it: Counted, person: int, count: int, *, at_least: bool) -> tuple[int, ...]:
        place, category = regions.of(it.region), categories.of(it.category)
        return (
            *(it.id, person, it.training_session, day_number(it.last_day), 1, 0, count),
            *(category, place, 0, 1, 0, 0, OUTCOMES.index(it.outcome)),
            *(column(it.sex, it.age_group), int(at_least)),
        )

    persons = [record(it, it.person, 0, at_least=False) for it in facts]
    heads = [record(it, 0, it.count, at_least=it.at_least) for it in headcounts]
    by_month: dict[int, list[tuple[int, ...]]] = defaultdict(list)
    for it in (*persons, *heads):
        by_month[month_number(day_of(it[DAY]))].append(it)
    months = [
        Month.of(number, [pack(sorted(by_month[number], key=itemgetter(SESSION, FACT)))])
        for number in sorted(by_month)
    ]
    rows = Rows.within(scope, places, months)
    codes = {
        Dimension.CATEGORY: categories.codes,
        Dimension.REGION: regions.codes,
        Dimension.CERCLE: regions.codes,
        Dimension.PROGRAMME: {0: NONE},
        Dimension.COURSE: {1: "C-1"},
        Dimension.ORGANISATION: {0: NONE},
    }
    return rows, codes
