"""The facts of a scope as columns."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from lms.figures.counting.questions import Scope
from lms.figures.ledger.records import RECORD, Array, Columns, day_number, moment_number


@dataclass(frozen=True, slots=True)
class Behind:
    """The facts that make a cell, newest first: their numbers, and who each is about."""

    facts: Array
    persons: Array

    def __len__(self) -> int:
        return len(self.facts)

    @property
    def distinct(self) -> int:
        """How many persons they are about."""
        return len(np.unique(self.persons))

    def without(self, persons: frozenset[int]) -> "Behind":
        """Return those about nobody of these."""
        return self._pick(~np.isin(self.persons, list(persons))) if persons else self

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
    """Facts about persons, in the order of their days, and headcounts; read when asked for."""

    scope: Scope
    places: frozenset[int] | None
    live: Sequence[Columns]
    retracted: Sequence[Columns]
    heads: Sequence[Array]
    same: Array | None = None
    """For each number of a person the one that stands for it; None where each is its own."""
    only: Array | None = None
    """Whether each person is in scope; None where all of them are."""
    _made: dict[str, Array] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self["person"])

    def __getitem__(self, name: str) -> Array:
        """Return one field of every fact about a person."""
        if name not in self._made:
            found = self._gathered(name)
            if name == "person" and self.same is not None:
                found = self.same[found]
            if self._chosen is not None:
                found = found[self._chosen]
            self._made[name] = found
        return self._made[name]

    @cached_property
    def persons(self) -> int:
        """One more than the highest number of a person."""
        people = self["person"]
        return int(people.max()) + 1 if people.size else 1

    @cached_property
    def headcounts(self) -> Array:
        """The records of the headcounts in scope, by number."""
        if not self.heads:
            return np.empty(0, dtype=RECORD)
        found = np.concatenate(self.heads)
        found = found[self._within({name: found[name] for name in found.dtype.names or ()})]
        if self.scope.as_of is None:
            found = found[found["retracted"] == 0]
        return found[np.argsort(found["fact"], kind="stable")]

    def if_same(self, same: Array) -> "Rows":
        """Return these facts as they would be if persons were those that ``same`` says."""
        return replace(self, same=same, _made={})

    def about(self, persons: Array) -> "Rows":
        """Return the facts about some persons alone; headcounts are about nobody."""
        return replace(self, only=persons, _made={})

    @cached_property
    def _chosen(self) -> Array | None:
        if self.only is None:
            return None
        person = self._gathered("person")
        found: Array = self.only[person if self.same is None else self.same[person]]
        return found

    @cached_property
    def _parts(self) -> list[tuple[Columns, Array | None]]:
        """The months, each with which of its facts are in scope; None for all of them."""
        if self.scope.as_of is None:
            return [(it, self._inside(it)) for it in self.live if it["fact"].size]
        return [
            (it, self._within(it))
            for pair in zip(self.live, self.retracted, strict=True)
            for it in pair
            if it["fact"].size
        ]

    @cached_property
    def _order(self) -> Array | None:
        """How facts that hold and facts that held then come into one order."""
        if self.scope.as_of is None:
            return None
        keys = [self._joined(name) for name in ("fact", "training_session", "day")]
        return np.lexsort(keys)

    def _gathered(self, name: str) -> Array:
        found = self._joined(name)
        return found if self._order is None else found[self._order]

    def _joined(self, name: str) -> Array:
        parts = [it[name] if mask is None else it[name][mask] for it, mask in self._parts]
        return np.concatenate(parts) if parts else np.empty(0, dtype=np.uint32)

    def _inside(self, month: Columns) -> Array | None:
        """Return which facts of a month are in scope, none of them being retracted."""
        days, window = month["day"], self.scope.window
        whole = day_number(window.first) <= days[0] and days[-1] <= day_number(window.last)
        return None if whole and self.places is None else self._within(month)

    def _within(self, facts: Columns) -> Array:
        window = self.scope.window
        found = (facts["day"] >= day_number(window.first)) & (
            facts["day"] <= day_number(window.last)
        )
        if self.places is not None:
            found &= np.isin(facts["place"], np.fromiter(self.places, dtype=np.uint32))
        if self.scope.as_of is not None:
            known = moment_number(self.scope.as_of)
            found &= facts["recorded"] <= known
            found &= (facts["retracted"] == 0) | (facts["retracted"] > known)
        result: Array = found
        return result
