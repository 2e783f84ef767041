"""The facts of one month, field by field, with the sets of persons that they make."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from pyroaring import BitMap

from lms.figures.ledger.records import (
    TRAINED,
    Array,
    Columns,
    Fields,
    columns,
    day_number,
    day_of,
    unpack,
)
from lms.figures.ledger.sets import bitmaps

Sets = Mapping[int, BitMap]
"""Who stands with each value of a field."""
Pairs = frozenset[tuple[int, int]]
"""Which values of two fields are met together."""
USUAL = ((TRAINED, "category"), (TRAINED, "place"), (TRAINED, "column"), (None, "column"))
"""What every page of figures asks of a month: made when it is read, so that no page waits."""


@dataclass(slots=True)
class Facts:
    """Facts about persons within one month, in the order of their days.

    The sets of a field are made when they are first asked for; facts never change.
    """

    columns: Columns
    _sets: dict[tuple[int | None, str], Sets] = field(default_factory=dict, repr=False)
    _everyone: dict[int | None, BitMap] = field(default_factory=dict, repr=False)
    _pairs: dict[tuple[int, str, str], Pairs] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.columns["fact"])

    def __getitem__(self, name: str) -> Array:
        """Return one field of every fact."""
        return self.columns[name]

    @property
    def first_day(self) -> date:
        """The day of the first fact."""
        return day_of(self.columns["day"][0])

    @property
    def last_day(self) -> date:
        """The day of the last fact."""
        return day_of(self.columns["day"][-1])

    def until(self, day: date) -> "Facts":
        """Return the facts up to a day."""
        end = np.searchsorted(self.columns["day"], day_number(day), side="right")
        return self.pick(slice(0, int(end)))

    def pick(self, which: Array | slice) -> "Facts":
        """Return some of the facts, by a mask or in the order of their places."""
        return Facts({name: it[which] for name, it in self.columns.items()})

    def sets(self, outcome: int | None, name: str) -> Sets:
        """Return who stands with each value of a field in facts of one outcome, None for any."""
        if (outcome, name) not in self._sets:
            self._sets[outcome, name] = self._made(outcome, name)
        return self._sets[outcome, name]

    def everyone(self, outcome: int | None) -> BitMap:
        """Return who has a fact of one outcome, None for any."""
        if outcome not in self._everyone:
            self._everyone[outcome] = bitmaps.union(self.sets(outcome, "column").values())
        return self._everyone[outcome]

    def pairs(self, outcome: int, first: str, second: str) -> Pairs:
        """Return which values of two fields are met in facts of one outcome."""
        if (outcome, first, second) not in self._pairs:
            here = self.columns["outcome"] == outcome
            one, other = (self.columns[it][here].astype(np.int64) for it in (first, second))
            width = int(other.max(initial=0)) + 1
            met = np.flatnonzero(np.bincount(one * width + other))
            self._pairs[outcome, first, second] = frozenset(
                zip((met // width).tolist(), (met % width).tolist(), strict=True)
            )
        return self._pairs[outcome, first, second]

    def _made(self, outcome: int | None, name: str) -> Sets:
        values, persons = self.columns[name], self.columns["person"]
        if outcome is not None:
            here = self.columns["outcome"] == outcome
            values, persons = values[here], persons[here]
        return dict(bitmaps.by_value(values, persons))


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The facts of one month: of persons that hold, of persons that no longer do, headcounts."""

    stamp: int
    live: Facts
    retracted: Facts
    headcounts: Array
    latest: int
    """The moment of the last change: as of any later one the month is what it is now."""

    @classmethod
    def of(cls, stamp: int, packed: Iterable[bytes]) -> "Month":
        """Return the month that these packs make."""
        records, order = unpack(packed)
        about_somebody, holds = records["person"] > 0, records["retracted"] == 0
        moments = [records[it].max(initial=0) for it in ("recorded", "retracted")]
        live = Facts(columns(records, order[(about_somebody & holds)[order]]))
        for outcome, name in USUAL:
            live.sets(outcome, name)
        return cls(
            stamp=stamp,
            live=live,
            retracted=Facts(columns(records, order[(about_somebody & ~holds)[order]])),
            headcounts=records[~about_somebody],
            latest=int(max(moments)),
        )

    def as_of(self, moment: int) -> Facts:
        """Return the facts about persons as they were known at a moment, in their order."""
        if moment >= self.latest:
            return self.live
        parts = [it.pick(known_at(it, moment)) for it in (self.live, self.retracted)]
        both = Facts(
            {name: np.concatenate([it[name] for it in parts]) for name in parts[0].columns}
        )
        order = np.lexsort([both[name] for name in ("fact", "training_session", "day")])
        return both.pick(order)


def known_at(fields: Fields, moment: int) -> Array:
    """Return which facts were known and held at a moment."""
    retracted = fields["retracted"]
    found: Array = (fields["recorded"] <= moment) & ((retracted == 0) | (retracted > moment))
    return found
