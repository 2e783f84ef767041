"""How facts are packed: one record a fact, of fixed width, in the order of its fields.

Days are counted from 1970, moments are microseconds since then in UTC; zero means none.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from lms.figures.counting.values import Column
from lms.people.kinds import AgeGroup, Sex
from lms.sessions.kinds import Phase
from lms.sessions.outcome import Outcome

Array = NDArray[Any]
Columns = Mapping[str, Array]


class Fields(Protocol):
    """Facts or headcounts, field by field."""

    def __getitem__(self, name: str, /) -> Array:
        """Return one field of each."""


RECORD = np.dtype(
    [
        ("fact", "<u4"),
        ("person", "<u4"),
        ("training_session", "<u4"),
        ("day", "<i4"),
        ("recorded", "<i8"),
        ("retracted", "<i8"),
        ("count", "<u4"),
        ("category", "<u4"),
        ("place", "<u4"),
        ("programme", "<u4"),
        ("course", "<u4"),
        ("organisation", "<u4"),
        ("phase", "u1"),
        ("outcome", "u1"),
        ("column", "u1"),
        ("at_least", "u1"),
    ]
)
EPOCH = date(1970, 1, 1)
EPOCH_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)

OUTCOMES = (Outcome.TRAINED, Outcome.SENSITIZED)
PHASES = tuple(Phase)
SEXES = (Sex.MALE, Sex.FEMALE, Sex.UNSPECIFIED)
AGE_GROUPS = (AgeGroup.ADULT, AgeGroup.MINOR)
COLUMNS = tuple(Column)
"""In the order of a table: that of age group, then of sex."""
UNSPECIFIED = SEXES.index(Sex.UNSPECIFIED)
MINOR = AGE_GROUPS.index(AgeGroup.MINOR)
TRAINED = OUTCOMES.index(Outcome.TRAINED)


def column(sex: Sex, age_group: AgeGroup) -> int:
    """Return the number of the column of a table in which somebody stands."""
    return AGE_GROUPS.index(age_group) * len(SEXES) + SEXES.index(sex)


def day_number(day: date) -> int:
    """Return a day as records have it."""
    return (day - EPOCH).days


def day_of(number: int) -> date:
    """Return the day that a record means."""
    return EPOCH + timedelta(days=int(number))


def moment_number(moment: datetime | None) -> int:
    """Return a moment as records have it; zero for none."""
    return 0 if moment is None else (moment - EPOCH_MOMENT) // timedelta(microseconds=1)


def pack(records: Iterable[tuple[int, ...]]) -> bytes:
    """Return records, each a tuple in the order of the fields, as they are kept."""
    return np.array(list(records), dtype=RECORD).tobytes()


def unpack(packed: Iterable[bytes]) -> tuple[Array, Array]:
    """Return the records of packs, and their places in the order of first times (R12).

    Packs come in the order of their sessions, all of one month: by day is all that is left.
    """
    records = np.frombuffer(b"".join(packed), dtype=RECORD)
    days = records["day"] - records["day"].min(initial=day_number(date.max))
    return records, np.argsort(days.astype(np.uint16), kind="stable")


def columns(records: Array, places: Array) -> dict[str, Array]:
    """Return each field of the records at some places, in the narrowest numbers that hold it."""
    return {name: _narrow(records[name][places]) for name in RECORD.names or ()}


def _narrow(values: Array) -> Array:
    if not values.size or values.min() < 0:
        return values
    return values.astype(np.min_scalar_type(values.max()))
