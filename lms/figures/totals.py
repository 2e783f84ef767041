"""One reading of the ledger, and every table that can be asked of it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.figures import ledger, queries
from lms.figures.counting.dimensions import Dimension, codes_in_order
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import OF_PERSONS, Measure, Scope
from lms.figures.counting.ranges import Pair, Range, bounds
from lms.figures.counting.tables import Line, LineKind, Table
from lms.figures.counting.values import Column
from lms.figures.ledger.codes import Codes
from lms.figures.ledger.records import TRAINED
from lms.figures.ledger.rows import Behind
from lms.figures.ledger.tally import Tally, Within
from lms.figures.queries import Region
from lms.people.models import Category
from lms.people.queries import identity


@dataclass(kw_only=True)
class Reading:
    """Everything counted in a scope, at one moment."""

    scope: Scope
    categories: Sequence[Category]
    regions: Mapping[int, Region]
    tally: Tally
    places: frozenset[int] | None = None
    """The numbers of the places in scope; None for all."""
    own_places: frozenset[int] | None = None
    """The places of which whoever reads may see totals, whatever was asked for; None for all."""
    open_pairs: Sequence[Pair] = ()
    """Persons counted who may be somebody known already, each with whom."""

    def table(self, measure: Measure, dimension: Dimension = Dimension.CATEGORY) -> Table:
        """Return the table of one measure; indicators have none and raise ``KeyError``."""
        return self.tally.counted(measure, dimension).table

    def total(self, measure: Measure) -> int:
        """Return the whole of a measure of persons or participations, without a table."""
        return self.tally.total(measure)

    def across(
        self, measure: Measure, dimension: Dimension, second: Dimension
    ) -> Mapping[str, Table]:
        """Return the table of a measure for each row of a second dimension, in their order."""
        found = self.tally.across(measure, dimension, second)
        order = codes_in_order(second, self.categories)
        return {it: found[it].table for it in sorted(found, key=lambda it: order.get(it, (1, it)))}

    def line(
        self, measure: Measure, dimension: Dimension, key: str, within: Within | None = None
    ) -> Line:
        """Return a line of a table, or of that of a row of a second dimension.

        Raises ``KeyError`` for an unknown line or row.
        """
        if within is None:
            return self.table(measure, dimension)[key]
        second, row = within
        return self.tally.across(measure, dimension, second)[row].table[key]

    def range(
        self, measure: Measure, line: Line, dimension: Dimension = Dimension.CATEGORY
    ) -> Range | None:
        """Return between which numbers a total of persons lies; None where nothing is open.

        Lines of overlaps have none: they follow from the others.
        """
        if measure not in OF_PERSONS or not self.open_pairs or line.kind is LineKind.OVERLAP:
            return None
        settled = self._if_one.counted(measure, dimension).table
        found = {it.key: it.total.value for it in settled.lines}
        provisional = {person for person, _ in self.open_pairs}
        doubtful = self.tally.among(provisional, measure, dimension, line.key)
        return bounds(line.total.value, found.get(line.key, 0), doubtful)

    def behind(
        self,
        measure: Measure,
        dimension: Dimension,
        key: str,
        column: Column | None,
        within: Within | None = None,
    ) -> Behind:
        """Return the facts that make a cell of a table, newest first.

        ``None`` is the total of the line, ``within`` a row of a second dimension. Raises
        ``KeyError`` for an unknown line or row.
        """
        return self.tally.behind(measure, dimension, key, column, within)

    @property
    def nobody(self) -> bool:
        """Whether no fact is about a person."""
        return not len(self.tally.rows)

    @property
    def contradictory(self) -> int:
        """How many persons stand with two sexes, or as a minor after an adult (R12)."""
        return len(self.tally.contradictory)

    @cached_property
    def tops(self) -> dict[str, Category]:
        """The top-level category above each category, itself at the top."""
        by_id = {it.id: it for it in self.categories}
        found = {}
        for category in self.categories:
            top = category
            while top.parent_id is not None:
                top = by_id[top.parent_id]
            found[category.code] = top
        return found

    def codes_under(self, top: str) -> frozenset[str]:
        """Return the codes of the categories under a top-level one, its own included."""
        return frozenset(code for code, it in self.tops.items() if it.code == top)

    @cached_property
    def regions_by_top(self) -> Mapping[str, frozenset[str]]:
        """In which regions people of each top-level category were trained."""
        met = self.tally.rows.pairs(TRAINED, "category", "place")
        categories, regions = (
            self.tally.codes[it] for it in (Dimension.CATEGORY, Dimension.REGION)
        )
        found: dict[str, set[str]] = defaultdict(set)
        for category, place in met:
            if (top := self.tops.get(categories[category])) is not None:
                found[top.code].add(regions[place])
        return {code: frozenset(it) for code, it in found.items()}

    def trained_by(self, days: Sequence[date], codes: Collection[str] | None = None) -> list[int]:
        """Return how many had been trained from the beginning up to each day (R4).

        Days come in their order and lie in the window; the day before it may be asked too.
        ``codes`` are those of categories, None for all.
        """
        return self._from_the_beginning.tally.trained_by(days, codes)

    @cached_property
    def trained_later(self) -> int:
        """How many of those sensitized by name were trained after the window (R2)."""
        rows, last = self.tally.rows, self.scope.window.last
        sensitized = rows.everyone() - rows.everyone(TRAINED)
        if not sensitized or last == date.max:
            return 0
        after = self.over(Window(last + timedelta(days=1), date.max)).tally.rows
        return sensitized.intersection_cardinality(after.everyone(TRAINED))

    def over(self, window: Window) -> "Reading":
        """Return the same of other days; the facts alone are read again."""
        scope = replace(self.scope, window=window)
        rows = ledger.rows(scope, self.places)
        tally = Tally(rows=rows, codes=self.tally.codes, categories=self.categories)
        return replace(self, scope=scope, tally=tally)

    @cached_property
    def _from_the_beginning(self) -> "Reading":
        return self.over(Window(date.min, self.scope.window.last))

    @cached_property
    def _if_one(self) -> Tally:
        """The tally as it would be if every doubt were one person."""
        return self.tally.if_one(self.open_pairs)


def read(*, scope: Scope, actor: Actor) -> Reading:
    """Return what the ledger says in ``scope``; trainers see their own regions only.

    Raises ``NotAllowed`` for participants; commands may ask as the system.
    """
    require(actor, "figures.read", Role.TRAINER, Role.UNIT_HEAD, Role.ADMINISTRATOR, system=True)
    scope = replace(scope, regions=visible_regions(scope.regions, actor))
    categories, regions = queries.categories(), queries.regions_of_places()
    own, places = visible_regions(None, actor), _within(scope.regions, regions)
    return Reading(
        scope=scope,
        categories=categories,
        regions=regions,
        tally=Tally(
            rows=ledger.rows(scope, places),
            codes=Codes(categories, regions),
            categories=categories,
        ),
        places=places,
        own_places=_within(own, regions),
        open_pairs=identity.open_pairs() if scope.as_of is None else (),
    )


def _within(codes: frozenset[str] | None, regions: Mapping[int, Region]) -> frozenset[int] | None:
    """Return the numbers of the places in some regions; None for all."""
    if codes is None:
        return None
    return frozenset(it for it, region in regions.items() if region.code in codes)


def visible_regions(asked: frozenset[str] | None, actor: Actor) -> frozenset[str] | None:
    """Return the regions asked for that ``actor`` may see totals of; ``None`` is all."""
    if actor.role is not Role.TRAINER:
        return asked
    return actor.regions if asked is None else asked & actor.regions
