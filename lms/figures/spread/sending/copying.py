"""A fact of the ledger as the servers keep it."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Integer,
    SmallInteger,
    SQLColumnExpression,
    Text,
    cast,
    extract,
    func,
    literal,
)
from sqlalchemy.dialects.postgresql import array

from lms.figures.ledger.records import AGE_GROUPS, EPOCH, OUTCOMES, PHASES, SEXES
from lms.figures.models import Fact


def as_kept() -> Mapping[str, SQLColumnExpression[Any]]:
    """Return what stands in each column, but for those that tell of batches."""
    day = Fact.last_day
    return {
        "fact": Fact.id,
        "person": func.coalesce(Fact.person_id, 0),
        "training_session": Fact.training_session_id,
        "day": cast(day - literal(EPOCH, Date), Integer),
        "month": cast(extract("year", day) * 12 + extract("month", day) - 1, Integer),
        "heads": func.coalesce(Fact.count, 0),
        "category": Fact.category_id,
        "place": Fact.place_id,
        "programme": func.coalesce(Fact.programme_id, 0),
        "course": Fact.course_id,
        "organisation": func.coalesce(Fact.organisation_id, 0),
        "phase": _place(Fact.phase, PHASES),
        "outcome": _place(Fact.outcome, OUTCOMES),
        "sex": _place(Fact.sex, SEXES),
        "age_group": _place(Fact.age_group, AGE_GROUPS),
        "at_least": Fact.at_least,
        "recorded": Fact.recorded_at,
        "retracted": Fact.retracted_at,
    }


def _place(kind: Any, kinds: Sequence[StrEnum]) -> ColumnElement[int]:  # noqa: ANN401 - a column of any kind
    """Return the place of a value in its list."""
    listed = array([literal(str(it), Text) for it in kinds])
    return cast(func.array_position(listed, cast(kind, Text)) - 1, SmallInteger)
