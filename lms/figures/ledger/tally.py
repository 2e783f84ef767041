"""Every table of one scope, and the facts behind every cell."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np

from lms.figures.counting import dimensions
from lms.figures.counting.dimensions import Dimension, Node
from lms.figures.counting.questions import OF_PERSONS, Measure
from lms.figures.counting.ranges import Pair, leaders
from lms.figures.counting.tables import Branch, Line, LineKind
from lms.figures.counting.values import Column
from lms.figures.ledger import counted, profiles
from lms.figures.ledger.counted import Counted
from lms.figures.ledger.distinct import People
from lms.figures.ledger.keys import Codes, Keys, keys
from lms.figures.ledger.records import COLUMNS, OUTCOMES, TRAINED, Array, day_of
from lms.figures.ledger.rows import Behind, Rows
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

    def across(
        self, measure: Measure, dimension: Dimension, second: Dimension
    ) -> Mapping[str, Counted]:
        """Return the table of one measure for each row of a second dimension, by its code."""
        tree = dimensions.tree(dimension, self.categories)
        if measure in OF_HEADS:
            heads = self._heads(measure)
            columns = self._head_keys(heads, second)
            return {
                code: self._headcounts(heads[here], dimension, tree)
                for code, here in counted.grouped(columns, np.arange(heads.size))
            }
        here = self._counting(measure)
        of, columns = self._keys(dimension).pick(here), self._keys(second).pick(here)
        who = self.rows["person"][here]
        if measure in OF_PERSONS:
            return counted.across(of, columns, who, tree, self._people)
        standing = self.columns[who]
        return {
            code: Counted(counted.participations(of.pick(those), standing[those], tree))
            for code, those in counted.grouped(columns, np.arange(who.size))
        }

    def behind(
        self,
        measure: Measure,
        dimension: Dimension,
        key: str,
        column: Column | None = None,
        within: Within | None = None,
    ) -> Behind:
        """Return the facts of a cell. Raises ``KeyError`` for an unknown line or row."""
        rows = self.rows
        if within is None:
            made = self.counted(measure, dimension)
        else:
            made = self.across(measure, dimension, within[0])[within[1]]
        line = made.table[key]
        here = self._members(measure, made, line)[rows["person"]]
        if (outcome := OF_FACTS[measure]) is not None:
            here &= rows["outcome"] == OUTCOMES.index(outcome)
        if column is not None:
            here &= self.columns[rows["person"]] == COLUMNS.index(column)
        if within is not None:
            here &= self._standing(within[0], {within[1]})
        if (below := self._rows_of(line, dimension)) is not None:
            here &= self._standing(dimension, below)
        found = np.flatnonzero(here)[::-1]
        return Behind(rows["fact"][found], rows["person"][found])

    @cached_property
    def columns(self) -> Array:
        """The number of the column of each person."""
        return profiles.columns(self.rows)

    def column_of(self, person: int) -> Column:
        """Return the column in which a person of the scope stands."""
        return COLUMNS[int(self.columns[person])]

    @cached_property
    def contradictory(self) -> int:
        """How many persons stand with two sexes, or as a minor after an adult (R12)."""
        return int(np.count_nonzero(profiles.contradictory(self.rows)))

    def contradictions(self) -> "Tally":
        """Return the tally of those persons alone."""
        rows = self.rows.about(profiles.contradictory(self.rows))
        return Tally(rows=rows, codes=self.codes, categories=self.categories)

    def present(self, persons: Collection[int]) -> frozenset[int]:
        """Return which of these persons have a fact in the scope."""
        here = np.isin(self.rows["person"], np.fromiter(persons, dtype=np.int64))
        return frozenset(np.unique(self.rows["person"][here]).tolist())

    def trained_in(self, dimension: Dimension) -> set[str]:
        """Return the rows of a dimension in which somebody was trained."""
        of = self._keys(dimension).pick(self.rows["outcome"] == TRAINED)
        return {of.codes[it] for it in np.unique(of.numbers)}

    def of_categories(self, codes: Collection[str]) -> frozenset[int]:
        """Return the numbers of the persons with a fact in one of these categories."""
        here = self.rows["person"][self._standing(Dimension.CATEGORY, codes)]
        return frozenset(np.unique(here).tolist())

    def first_days(self, rows_of: Iterable[Collection[str]] | None = None) -> dict[date, int]:
        """Return how many were first trained on each day; nobody twice in one group of rows.

        ``rows_of`` are the groups of categories, None stands for one group of all.
        """
        found: dict[date, int] = {}
        trained = self.rows["outcome"] == TRAINED
        groups: Iterable[Array] = (
            [trained]
            if rows_of is None
            else (trained & self._standing(Dimension.CATEGORY, it) for it in rows_of)
        )
        for here in groups:
            first = np.full(self.rows.persons, -1, dtype=np.int64)
            # Of several days written to one place the last one stays: here, the earliest.
            first[self.rows["person"][here][::-1]] = self.rows["day"][here][::-1]
            days, times = np.unique(first[first >= 0], return_counts=True)
            for day, count in zip(days, times, strict=True):
                found[day_of(day)] = found.get(day_of(day), 0) + int(count)
        return found

    def if_one(self, pairs: Sequence[Pair]) -> "Tally":
        """Return the tally as it would be if each pair were one person."""
        same = np.arange(max(self.rows.persons, 1 + max(map(max, pairs))), dtype=np.uint32)
        for person, leader in leaders(pairs).items():
            same[person] = leader
        return Tally(rows=self.rows.if_same(same), codes=self.codes, categories=self.categories)

    def among(
        self, persons: Iterable[int], measure: Measure, dimension: Dimension, key: str
    ) -> int:
        """Return how many of these persons stand in a line."""
        here = self.counted(measure, dimension).persons[key]
        return int(np.count_nonzero(np.isin(here, np.fromiter(set(persons), dtype=np.int64))))

    @cached_property
    def _people(self) -> People:
        return People(self.rows.persons, self.columns)

    def _count(self, measure: Measure, dimension: Dimension) -> Counted:
        tree = dimensions.tree(dimension, self.categories)
        if measure in OF_HEADS:
            return self._headcounts(self._heads(measure), dimension, tree)
        here = self._counting(measure)
        of, who = self._keys(dimension).pick(here), self.rows["person"][here]
        if measure in OF_PERSONS:
            return counted.persons(of, who, tree, self._people)
        return Counted(counted.participations(of, self.columns[who], tree))

    def _counting(self, measure: Measure) -> Array:
        """Return which facts a measure of persons or participations counts, by their place."""
        rows, outcome = self.rows, OF_FACTS[measure]
        if outcome is None:
            return np.arange(len(rows))
        here = rows["outcome"] == OUTCOMES.index(outcome)
        if measure is Measure.PERSONS_SENSITIZED:
            here &= ~profiles.trained(rows)[rows["person"]]
        return np.flatnonzero(here)

    def _heads(self, measure: Measure) -> Array:
        heads = self.rows.headcounts
        found: Array = heads[heads["outcome"] == OUTCOMES.index(OF_HEADS[measure])]
        return found

    def _headcounts(self, heads: Array, dimension: Dimension, tree: Sequence[Branch]) -> Counted:
        of = self._head_keys(heads, dimension)
        return Counted(counted.headcounts(of, heads, tree))

    def _keys(self, dimension: Dimension) -> Keys:
        return keys(self.rows, dimension, self.codes, lambda: self.columns[self.rows["person"]])

    def _head_keys(self, heads: Array, dimension: Dimension) -> Keys:
        return keys(heads, dimension, self.codes, lambda: heads["column"])

    def _members(self, measure: Measure, made: Counted, line: Line) -> Array:
        """Return whether each person stands in a line; of participations, everybody may."""
        if measure not in OF_PERSONS:
            return np.ones(self.rows.persons, dtype=bool)
        found = np.zeros(self.rows.persons, dtype=bool)
        if line.kind is LineKind.OVERLAP:
            found[self._people.several(made.parts[line.key])] = True
        else:
            found[made.persons[line.key]] = True
        return found

    def _standing(self, dimension: Dimension, codes: Collection[str]) -> Array:
        """Return whether each fact stands in one of these rows."""
        of = self._keys(dimension)
        among = np.array([code in codes for code in of.codes], dtype=bool)
        found: Array = among[of.numbers] if among.size else np.zeros(len(self.rows), dtype=bool)
        return found

    def _rows_of(self, line: Line, dimension: Dimension) -> set[str] | None:
        """Return the rows that stand in a line, parts included; None is all of them."""
        if not line.code:
            return None
        if line.kind is LineKind.UNSPECIFIED or dimension is not Dimension.CATEGORY:
            return {line.code}
        tree = dimensions.tree(dimension, self.categories)
        return set(counted.below(tree, line.code))
