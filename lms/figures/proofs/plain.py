"""The facts of a scope as the rules take them, read row by row: to prove, never to answer."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, select

from lms.extensions import db
from lms.figures.counting.questions import Scope
from lms.figures.counting.values import CountedFact, CountedHeadcount
from lms.figures.models import Fact
from lms.figures.queries import Region


def read(
    scope: Scope, *, codes: Mapping[int, str], regions: Mapping[int, Region]
) -> tuple[list[CountedFact], list[CountedHeadcount]]:
    """Return the facts in ``scope`` as plain values, in one statement: persons, and headcounts."""
    asked = select(Fact).where(*_within(scope, regions)).order_by(Fact.id)
    return counted(db.session.scalars(asked), codes=codes, regions=regions)


def counted(
    facts: Iterable[Fact], *, codes: Mapping[int, str], regions: Mapping[int, Region]
) -> tuple[list[CountedFact], list[CountedHeadcount]]:
    """Return facts as plain values: those about persons, and the headcounts."""
    persons: list[CountedFact] = []
    headcounts: list[CountedHeadcount] = []
    for it in facts:
        common: dict[str, Any] = {
            "id": it.id,
            "training_session": it.training_session_id,
            "category": codes[it.category_id],
            "region": regions[it.place_id].code,
            "place": it.place_id,
            "outcome": it.outcome,
            "sex": it.sex,
            "age_group": it.age_group,
            "last_day": it.last_day,
        }
        if it.person_id is not None:
            persons.append(CountedFact(person=it.person_id, **common))
        else:
            headcounts.append(
                CountedHeadcount(count=it.count or 0, at_least=it.at_least, **common)
            )
    return persons, headcounts


def _within(scope: Scope, regions: Mapping[int, Region]) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        Fact.last_day.between(scope.window.first, scope.window.last)
    ]
    if scope.as_of is None:
        conditions.append(Fact.retracted_at.is_(None))
    else:
        conditions.append(Fact.recorded_at <= scope.as_of)
        conditions.append(Fact.retracted_at.is_(None) | (Fact.retracted_at > scope.as_of))
    if scope.regions is not None:
        places = [place for place, it in regions.items() if it.code in scope.regions]
        conditions.append(Fact.place_id.in_(places))
    return conditions
