"""Every table of one scope, and the facts behind every cell."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

import numpy as np
from pyroaring import BitMap

from lms.figures.counting import dimensions
from lms.figures.counting.dimensions import Dimension, Node
from lms.figures.counting.questions import OF_PERSONS, Measure
from lms.figures.counting.ranges import Pair, leaders
from lms.figures.counting.tables import Line, LineKind
from lms.figures.counting.values import Column
from lms.figures.ledger import counted, profiles
from lms.figures.ledger.counted import Counted
from lms.figures.ledger.facts import Facts, Sets
from lms.figures.ledger.keys import Codes, Keys, keys
from lms.figures.ledger.records import COLUMNS, OUTCOMES, TRAINED, Array, Fields
from lms.figures.ledger.rows import Behind, Rows
from lms.figures.ledger.sets import bitmaps
from lms.figures.ledger.sets.people import People
from lms.figures.ledger.standing import Standing, Whoever
from lms.sessions.outcome import Outcome

OF_FACTS: Mapping[Measure, Outcome | None] = {
    Measure.PERSONS_TRAINED: Outcome.TRAINED,
    Measure.PERSONS_SENSITIZED: Outcome.SENSITIZED,
    Measure.PARTICIPATIONS: Outcome.TRAINED,
    Measure.PARTICIPATIONS_ALL: None,
}
OF_HEADS: Mapping[Measure, Outcome] = {
    Measure.HEADCOUNT_SENSITIZED: Outcome.SENSITIZED,
    Measure.HEADCOUNT_TRAINED: Outcome.TRAINED,
}

Within = tuple[Dimension, str]
"""A row of a second dimension."""


@dataclass(kw_only=True)
class Tally:
    """What is counted over the facts of a scope; a table asked for twice is made once."""

    rows: Rows
    codes: Codes
    categories: Sequence[Node]
    _made: dict[tuple[Measure, Dimension], Counted] = field(default_factory=dict, repr=False)

    def counted(self, measure: Measure, dimension: Dimension) -> Counted:
        """Return the table of one measure; indicators have none and raise ``KeyError``."""
        if (measure, dimension) not in self._made:
            self._made[measure, dimension] = self._count(measure, dimension)
        return self._made[measure, dimension]

    def total(self, measure: Measure) -> int:
        """Return the whole of a measure of persons or participations, without a table."""
        match measure:
            case Measure.PERSONS_TRAINED:
                return len(self._all_trained)
            case Measure.PERSONS_SENSITIZED:
                return len(self.rows.everyone() - self._all_trained)
            case _:
                return int(self._facts(measure).size)

    def across(
        self, measure: Measure, dimension: Dimension, second: Dimension
    ) -> Mapping[str, Counted]:
        """Return the table of one measure for each row of a second dimension, by its code.

        Each has the lines of the table of the whole, and maybe fewer that nobody stands in.
        """
        tree = dimensions.tree(dimension, self.categories)
        if measure in OF_HEADS:
            heads = self._heads(measure)
            of, columns = (self._head_keys(heads, it) for it in (dimension, second))
            return counted.headcounts_across(of, columns, heads, tree)
        if measure in OF_PERSONS:
            found = self._whoever(measure).across(dimension, second)
            rows = {code: self._counting(measure, it) for code, it in found.items()}
            return counted.across(rows, tree, self.people)
        here = self._facts(measure)
        of, columns = self._keys(dimension).pick(here), self._keys(second).pick(here)
        return counted.participations_across(of, columns, self.columns[here], tree)

    def behind(
        self,
        measure: Measure,
        dimension: Dimension,
        key: str,
        column: Column | None = None,
        within: Within | None = None,
    ) -> Behind:
        """Return the facts of a cell. Raises ``KeyError`` for an unknown line or row."""
        if within is None:
            made = self.counted(measure, dimension)
        else:
            made = self.across(measure, dimension, within[0])[within[1]]
        line = made.table[key]
        heads = self._heads(measure) if measure in OF_HEADS else None
        rows: Fields = self.rows if heads is None else heads

        def columns() -> Array:
            return self.columns if heads is None else heads["column"]

        here = self._members(measure, made, line, rows["person"])
        if (outcome := self._outcome(measure)) is not None:
            here &= rows["outcome"] == outcome
        if column is not None:
            here &= columns() == COLUMNS.index(column)
        if within is not None:
            here &= keys(rows, within[0], self.codes, columns).among({within[1]})
        tree = dimensions.tree(dimension, self.categories)
        if (below := counted.rows_of(line, tree)) is not None:
            here &= keys(rows, dimension, self.codes, columns).among(below)
        found = np.flatnonzero(here)[::-1]
        return Behind(rows["fact"][found], rows["person"][found])

    @cached_property
    def people(self) -> People:
        """Everybody of the scope by column."""
        return profiles.people(self.rows)

    @cached_property
    def columns(self) -> Array:
        """The number of the column in which the person of each fact stands."""
        found: Array = self.people.numbers(self.rows.persons)[self.rows["person"]]
        return found

    def column_of(self, person: int) -> Column:
        """Return the column in which a person of the scope stands."""
        return COLUMNS[self.people.column_of(person)]

    @cached_property
    def contradictory(self) -> BitMap:
        """Who stands with two sexes, or as a minor after an adult (R12)."""
        return profiles.contradictory(self.rows)

    def contradictions(self) -> "Tally":
        """Return the tally of those persons alone."""
        return replace(self, rows=self.rows.about(self.contradictory), _made={})

    def present(self, persons: Collection[int]) -> frozenset[int]:
        """Return which of these persons have a fact in the scope."""
        return frozenset(self.rows.everyone() & BitMap(persons))

    def of_categories(self, codes: Collection[str]) -> BitMap:
        """Return the persons with a fact in one of these categories."""
        return bitmaps.union(self._standing_in(self.rows.sets(None, "category"), codes))

    def trained_by(self, days: Sequence[date], codes: Collection[str] | None = None) -> list[int]:
        """Return how many had been trained up to each of these days, the earliest day first.

        ``codes`` are those of categories, None for all.
        """

        def trained(month: Facts) -> Iterable[BitMap]:
            found = month.sets(TRAINED, "category")
            return found.values() if codes is None else self._standing_in(found, codes)

        return [*self.rows.up_to(days, trained)]

    def _standing_in(self, sets: Sets, codes: Collection[str]) -> list[BitMap]:
        known = self.codes[Dimension.CATEGORY]
        return [who for number, who in sets.items() if known[number] in codes]

    def if_one(self, pairs: Sequence[Pair]) -> "Tally":
        """Return the tally as it would be if each pair were one person."""
        return replace(self, rows=self.rows.if_same(leaders(pairs)), _made={})

    def among(
        self, persons: Iterable[int], measure: Measure, dimension: Dimension, key: str
    ) -> int:
        """Return how many of these persons stand in a line."""
        here = self.counted(measure, dimension).persons[key]
        return here.intersection_cardinality(BitMap(persons))

    def _count(self, measure: Measure, dimension: Dimension) -> Counted:
        tree = dimensions.tree(dimension, self.categories)
        if measure in OF_HEADS:
            heads = self._heads(measure)
            return Counted(counted.headcounts(self._head_keys(heads, dimension), heads, tree))
        if measure in OF_PERSONS:
            found = self._whoever(measure).by(dimension)
            return counted.persons(self._counting(measure, found), tree, self.people)
        here = self._facts(measure)
        of = self._keys(dimension).pick(here)
        return Counted(counted.participations(of, self.columns[here], tree))

    def _whoever(self, measure: Measure) -> Whoever:
        return Whoever(self.rows, self._outcome(measure), self.people, self.codes)

    def _outcome(self, measure: Measure) -> int | None:
        outcome = OF_HEADS.get(measure) or OF_FACTS[measure]
        return None if outcome is None else OUTCOMES.index(outcome)

    def _counting(self, measure: Measure, found: Standing) -> Standing:
        """Return whom a measure of persons counts: trained beats sensitized (R1)."""
        if measure is not Measure.PERSONS_SENSITIZED:
            return found
        return {code: it - self._all_trained for code, it in found.items()}

    @cached_property
    def _all_trained(self) -> BitMap:
        return self.rows.everyone(TRAINED)

    def _facts(self, measure: Measure) -> Array:
        """Return which facts a measure of participations counts, by their place."""
        outcome = self._outcome(measure)
        if outcome is None:
            return np.arange(len(self.rows))
        return np.flatnonzero(self.rows["outcome"] == outcome)

    def _heads(self, measure: Measure) -> Array:
        heads = self.rows.headcounts
        found: Array = heads[heads["outcome"] == self._outcome(measure)]
        return found

    def _keys(self, dimension: Dimension) -> Keys:
        return keys(self.rows, dimension, self.codes, lambda: self.columns)

    def _head_keys(self, heads: Array, dimension: Dimension) -> Keys:
        return keys(heads, dimension, self.codes, lambda: heads["column"])

    def _members(self, measure: Measure, made: Counted, line: Line, persons: Array) -> Array:
        """Return of each fact whether its person stands in a line; of sums, everybody may."""
        if measure not in OF_PERSONS:
            return np.ones(persons.size, dtype=bool)
        overlap = line.kind is LineKind.OVERLAP
        those = bitmaps.several(made.parts[line.key]) if overlap else made.persons[line.key]
        return bitmaps.marked(those, self.rows.persons)[persons]
