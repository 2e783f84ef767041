"""The facts of a scope as the rules take them, read row by row: to prove, never to answer."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, select

from lms.extensions import db
from lms.figures.counting.questions import Scope
from lms.figures.counting.values import CountedFact, CountedHeadcount
from lms.figures.models import Fact
from lms.figures.queries import Region


def facts(
    scope: Scope, *, codes: Mapping[int, str], regions: Mapping[int, Region]
) -> list[CountedFact]:
    """Return the facts about persons in ``scope`` as plain values, in one statement."""
    rows = db.session.execute(
        select(
            Fact.id,
            Fact.person_id,
            Fact.training_session_id,
            Fact.category_id,
            Fact.place_id,
            Fact.outcome,
            Fact.sex,
            Fact.age_group,
            Fact.last_day,
        ).where(Fact.person_id.is_not(None), *_within(scope, regions))
    )
    return [
        CountedFact(
            id=fact,
            person=person,
            training_session=held,
            category=codes[category],
            region=regions[place].code,
            outcome=outcome,
            sex=sex,
            age_group=age_group,
            last_day=last_day,
        )
        for fact, person, held, category, place, outcome, sex, age_group, last_day in rows
        if person is not None
    ]


def headcounts(
    scope: Scope, *, codes: Mapping[int, str], regions: Mapping[int, Region]
) -> list[CountedHeadcount]:
    """Return the facts about people counted without names in ``scope``, in one statement."""
    asked = select(Fact).where(Fact.count.is_not(None), *_within(scope, regions)).order_by(Fact.id)
    return [
        CountedHeadcount(
            id=fact.id,
            training_session=fact.training_session_id,
            category=codes[fact.category_id],
            region=regions[fact.place_id].code,
            outcome=fact.outcome,
            sex=fact.sex,
            age_group=fact.age_group,
            last_day=fact.last_day,
            count=fact.count or 0,
            at_least=fact.at_least,
        )
        for fact in db.session.scalars(asked)
    ]


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
