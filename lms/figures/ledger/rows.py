"""The facts of a scope as columns."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import TypeVar

import numpy as np
from pyroaring import BitMap

from lms.figures.counting import periods
from lms.figures.counting.periods import PeriodKind
from lms.figures.counting.questions import Scope
from lms.figures.ledger.facts import Facts, Month, Pairs, Sets, known_at
from lms.figures.ledger.records import RECORD, Array, Fields, day_number, moment_number
from lms.figures.ledger.sets import bitmaps

Row = TypeVar("Row", int, str)


@dataclass(frozen=True)
class Behind:
    """The facts that make a cell, newest first: their numbers, and who each is about."""

    facts: Array
    persons: Array

    def __len__(self) -> int:
        return len(self.facts)

    @cached_property
    def distinct(self) -> int:
        """How many persons they are about."""
        met = np.zeros(int(self.persons.max(initial=0)) + 1, dtype=bool)
        met[self.persons] = True
        return int(np.count_nonzero(met))

    def without(self, persons: BitMap) -> "Behind":
        """Return those about nobody of these."""
        return self._pick(~np.isin(self.persons, bitmaps.listed(persons))) if persons else self

    def by_person(self) -> "Behind":
        """Return them person by person."""
        return self._pick(np.argsort(self.persons, kind="stable"))

    def facts_from(self, start: int, most: int) -> list[int]:
        """Return the numbers of some facts, as a page lists them."""
        found: list[int] = self.facts[start : start + most].tolist()
        return found

    def _pick(self, which: Array) -> "Behind":
        return Behind(self.facts[which], self.persons[which])


@dataclass(kw_only=True)
class Rows:
    """Facts about persons, in the order of their days, and headcounts."""

    parts: Sequence[Facts]
    """Each within one month, the earliest first."""
    headcounts: Array
    """In the order of their days too."""
    same: Mapping[int, int] = field(default_factory=dict)
    """Who stands for whom; everybody else stands for themselves."""
    only: BitMap | None = None
    """Who is in scope; None where everybody is."""
    _made: dict[str, Array] = field(default_factory=dict, repr=False)
    _sets: dict[tuple[int | None, str], Sets] = field(default_factory=dict, repr=False)

    @classmethod
    def within(
        cls, scope: Scope, places: frozenset[int] | None, months: Iterable[Month]
    ) -> "Rows":
        """Return the facts of months that are in scope; ``places`` are numbers, None for all."""
        inside = _Inside(scope, places)
        those = list(months)
        parts = [inside.facts(it) for it in those]
        heads = [inside.headcounts(it) for it in those if it.headcounts.size]
        found = np.concatenate(heads) if heads else np.empty(0, dtype=RECORD)
        return cls(
            parts=[it for it in parts if len(it)],
            headcounts=found[np.lexsort((found["fact"], found["day"]))],
        )

    def __len__(self) -> int:
        return sum(map(len, self.parts)) if self.only is None else len(self["person"])

    def __getitem__(self, name: str) -> Array:
        """Return one field of every fact about a person."""
        if name not in self._made:
            found = self._joined(name)
            if name == "person":
                found = self._standing(found)
            self._made[name] = found if self._chosen is None else found[self._chosen]
        return self._made[name]

    def sets(self, outcome: int | None, name: str) -> Sets:
        """Return who stands with each value of a field in facts of one outcome, None for any."""
        if (outcome, name) not in self._sets:
            self._sets[outcome, name] = self.by_row(outcome, name, lambda value: value)
        return self._sets[outcome, name]

    def by_row(
        self, outcome: int | None, name: str, row: Callable[[int], Row]
    ) -> dict[Row, BitMap]:
        """Return who stands in each row to which the values of a field lead.

        All sets of a row are united at once: that is several times quicker than value by value.
        """
        found: dict[Row, list[BitMap]] = defaultdict(list)
        for part in self.parts:
            for value, persons in part.sets(outcome, name).items():
                found[row(value)].append(persons)
        return {key: self._in_scope(bitmaps.union(it)) for key, it in found.items()}

    def everyone(self, outcome: int | None = None) -> BitMap:
        """Return who has a fact of one outcome, None for any."""
        return self._in_scope(bitmaps.union(it.everyone(outcome) for it in self.parts))

    def pairs(self, outcome: int, first: str, second: str) -> Pairs:
        """Return which values of two fields are met in facts of one outcome, about anybody."""
        return frozenset().union(*(it.pairs(outcome, first, second) for it in self.parts))

    def by_period(self, kind: PeriodKind) -> "Iterator[tuple[str, Rows]]":
        """Return the facts of each period; no period ends within a month."""
        for code, parts in groupby(self.parts, lambda it: periods.code(kind, it.first_day)):
            yield code, replace(self, parts=list(parts), _made={}, _sets={})

    def up_to(
        self, days: Iterable[date], who: Callable[[Facts], Iterable[BitMap]]
    ) -> Iterator[int]:
        """Return how many are among those of the facts up to each day, the earliest day first."""
        so_far, ahead = BitMap(), deque(self.parts)
        for day in days:
            more: list[BitMap] = []
            while ahead and ahead[0].last_day <= day:
                more += who(ahead.popleft())
            so_far = begun = bitmaps.union([so_far, *more])
            if ahead and ahead[0].first_day <= day:
                begun = bitmaps.union([so_far, *who(ahead[0].until(day))])
            yield len(self._in_scope(begun))

    @cached_property
    def persons(self) -> int:
        """One more than the highest number of a person."""
        numbers = [part["person"].max() for part in self.parts]
        return int(max([*numbers, *self.same.values()], default=0)) + 1

    def if_same(self, same: Mapping[int, int]) -> "Rows":
        """Return these facts as they would be if persons were those that ``same`` says."""
        return replace(self, same=same, _made={}, _sets={})

    def about(self, persons: BitMap) -> "Rows":
        """Return the facts about some persons alone; headcounts are about nobody."""
        return replace(self, only=persons, _made={}, _sets={})

    def _in_scope(self, persons: BitMap) -> BitMap:
        found = bitmaps.replaced(persons, self.same) if self.same else persons
        return found if self.only is None else found & self.only

    def _standing(self, persons: Array) -> Array:
        """Return who stands for each of these persons."""
        if not self.same:
            return persons
        table = np.arange(max(self.persons, 1 + max(self.same)), dtype=np.uint32)
        table[list(self.same)] = list(self.same.values())
        found: Array = table[persons]
        return found

    @cached_property
    def _chosen(self) -> Array | None:
        if self.only is None:
            return None
        found: Array = bitmaps.marked(self.only, self.persons)[
            self._standing(self._joined("person"))
        ]
        return found

    def _joined(self, name: str) -> Array:
        parts = [it[name] for it in self.parts]
        return np.concatenate(parts) if parts else np.empty(0, dtype=np.uint32)


@dataclass(frozen=True, slots=True)
class _Inside:
    """Tells which facts of a month are in scope."""

    scope: Scope
    places: frozenset[int] | None

    def facts(self, month: Month) -> Facts:
        """Return the facts about persons in scope, as they were known."""
        known = self.scope.as_of
        facts = month.live if known is None else month.as_of(moment_number(known))
        if self.places is None and (not len(facts) or self._whole(facts)):
            return facts
        return facts.pick(self._within(facts))

    def headcounts(self, month: Month) -> Array:
        """Return the headcounts in scope, as they were known."""
        heads = month.headcounts
        found: Array = heads[self._within(heads) & self._held(heads)]
        return found

    def _whole(self, facts: Facts) -> bool:
        days, (first, last) = facts["day"], self._days
        return bool(first <= days[0] and days[-1] <= last)

    def _within(self, facts: Fields) -> Array:
        days, (first, last) = facts["day"], self._days
        found: Array = (days >= first) & (days <= last)
        if self.places is not None:
            found &= np.isin(facts["place"], np.fromiter(self.places, dtype=np.uint32))
        return found

    def _held(self, heads: Array) -> Array:
        if self.scope.as_of is not None:
            return known_at(heads, moment_number(self.scope.as_of))
        found: Array = heads["retracted"] == 0
        return found

    @property
    def _days(self) -> tuple[int, int]:
        return day_number(self.scope.window.first), day_number(self.scope.window.last)
