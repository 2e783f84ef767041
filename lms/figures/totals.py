"""One reading of the ledger, and every table that can be asked of it."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.figures import queries
from lms.figures.counting import dimensions, headcounts, persons
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.persons import Reckoning
from lms.figures.counting.questions import OF_PERSONS, Measure, Scope
from lms.figures.counting.ranges import Pair, Range, as_one, bounds
from lms.figures.counting.tables import Line, LineKind, Table
from lms.figures.counting.values import Column, CountedFact, CountedHeadcount
from lms.figures.queries import Region
from lms.people.models import Category
from lms.people.queries import identity
from lms.sessions.outcome import Outcome

OUTCOMES = {
    Measure.PERSONS_TRAINED: Outcome.TRAINED,
    Measure.PERSONS_SENSITIZED: Outcome.SENSITIZED,
    Measure.PARTICIPATIONS: Outcome.TRAINED,
    Measure.PARTICIPATIONS_ALL: None,
}
HEADCOUNT_OUTCOMES = {
    Measure.HEADCOUNT_SENSITIZED: Outcome.SENSITIZED,
    Measure.HEADCOUNT_TRAINED: Outcome.TRAINED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything counted in a scope, read once."""

    scope: Scope
    categories: Sequence[Category]
    regions: Mapping[int, Region]
    reckoning: Reckoning
    headcounts: Sequence[CountedHeadcount]
    open_pairs: Sequence[Pair] = ()
    """Persons counted who may be somebody known already, each with whom."""
    made: dict[tuple[Measure, Dimension], Table] = field(default_factory=dict, repr=False)
    """Tables asked for before: a page looks at one several times."""
    settled: list["Reading"] = field(default_factory=list, repr=False)
    """The reading if every doubt were one person, once asked for."""

    def table(self, measure: Measure, dimension: Dimension = Dimension.CATEGORY) -> Table:
        """Return the table of one measure; indicators have none and raise ``KeyError``."""
        if (measure, dimension) not in self.made:
            self.made[measure, dimension] = self._table(measure, dimension)
        return self.made[measure, dimension]

    def range(
        self, measure: Measure, line: Line, dimension: Dimension = Dimension.CATEGORY
    ) -> Range | None:
        """Return between which numbers a total of persons lies; None where nothing is open.

        Lines of overlaps have none: they follow from the others.
        """
        if measure not in OF_PERSONS or not self.open_pairs or line.kind is LineKind.OVERLAP:
            return None
        settled = self._if_one().table(measure, dimension)
        found = {it.key: it.total.value for it in settled.lines}
        provisional = {person for person, _ in self.open_pairs} & line.units
        return bounds(line.total.value, found.get(line.key, 0), len(provisional))

    def _if_one(self) -> "Reading":
        """Return the reading as it would be if every doubt were one person."""
        if not self.settled:
            facts = as_one(self.reckoning.facts, self.open_pairs)
            self.settled.append(
                replace(self, reckoning=persons.reckon(facts), open_pairs=(), made={}, settled=[])
            )
        return self.settled[0]

    def _table(self, measure: Measure, dimension: Dimension) -> Table:
        rows = dimensions.tree(dimension, self.categories)
        if measure in HEADCOUNT_OUTCOMES:
            return headcounts.headcounts(
                self.headcounts,
                rows,
                outcome=HEADCOUNT_OUTCOMES[measure],
                row_of=lambda it: dimensions.row(dimension, it, it),
            )
        row_of = self._row_of(dimension)
        outcome = OUTCOMES[measure]
        if measure in OF_PERSONS and outcome is not None:
            return persons.persons(self.reckoning, rows, outcome=outcome, row_of=row_of)
        return persons.participations(self.reckoning, rows, outcome=outcome, row_of=row_of)

    def behind(
        self, measure: Measure, dimension: Dimension, key: str, column: Column | None
    ) -> list[CountedFact]:
        """Return the facts that make a cell of a table, newest first.

        ``None`` is the total of the line. Raises ``KeyError`` for an unknown line.
        """
        line, outcome, columns = (
            self.table(measure, dimension)[key],
            OUTCOMES[measure],
            self.columns,
        )
        rows, row_of = self._rows_of(line, dimension), self._row_of(dimension)
        found = [
            fact
            for fact in self.reckoning.facts
            if fact.person in line.units
            and (outcome is None or fact.outcome is outcome)
            and (column is None or columns[fact.person] is column)
            and (rows is None or row_of(fact) in rows)
        ]
        return sorted(
            found, key=lambda it: (it.last_day, it.training_session, -it.person), reverse=True
        )

    @property
    def columns(self) -> Mapping[int, Column]:
        """The column of each person."""
        return self.reckoning.columns

    def _rows_of(self, line: Line, dimension: Dimension) -> set[str] | None:
        """Return the rows that stand in a line, parts included; ``None`` is all of them."""
        if not line.code:
            return None
        if line.kind is LineKind.UNSPECIFIED or dimension is not Dimension.CATEGORY:
            return {line.code}
        below: dict[int | None, list[Category]] = defaultdict(list)
        for category in self.categories:
            below[category.parent_id].append(category)
        found, todo = {line.code}, [it for it in self.categories if it.code == line.code]
        while todo:
            todo.extend(below[(it := todo.pop()).id])
            found.add(it.code)
        return found

    def history(self) -> list[CountedFact]:
        """Return the facts about persons before the window, back to the beginning of records."""
        yesterday = self.scope.window.first - timedelta(days=1)
        scope = replace(self.scope, window=Window(date.min, yesterday))
        codes = {it.id: it.code for it in self.categories}
        return queries.facts(scope, codes=codes, regions=self.regions)

    @property
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

    @property
    def contradictory(self) -> int:
        """How many persons stand with two sexes, or as a minor after an adult (R12)."""
        return sum(profile.contradictory for profile in self.reckoning.profiles.values())

    def _row_of(self, dimension: Dimension) -> Callable[[CountedFact], str]:
        profiles = self.reckoning.profiles
        if dimension is Dimension.CATEGORY:
            return persons.by_category
        return lambda fact: dimensions.row(dimension, fact, profiles[fact.person])


def read(*, scope: Scope, actor: Actor) -> Reading:
    """Return what the ledger says in ``scope``; trainers see their own regions only.

    Raises ``NotAllowed`` for participants; commands may ask as the system.
    """
    require(actor, "figures.read", Role.TRAINER, Role.UNIT_HEAD, Role.ADMINISTRATOR, system=True)
    scope = replace(scope, regions=visible_regions(scope.regions, actor))
    categories, regions = queries.categories(), queries.regions_of_places()
    codes = {it.id: it.code for it in categories}
    return Reading(
        scope=scope,
        categories=categories,
        regions=regions,
        reckoning=persons.reckon(queries.facts(scope, codes=codes, regions=regions)),
        headcounts=queries.headcounts(scope, codes=codes, regions=regions),
        open_pairs=identity.open_pairs() if scope.as_of is None else (),
    )


def visible_regions(asked: frozenset[str] | None, actor: Actor) -> frozenset[str] | None:
    """Return the regions asked for that ``actor`` may see totals of; ``None`` is all."""
    if actor.role is not Role.TRAINER:
        return asked
    return actor.regions if asked is None else asked & actor.regions
