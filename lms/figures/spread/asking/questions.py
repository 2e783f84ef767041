"""The statements that each server answers about its own persons.

They read its table alone, and group and join by person throughout, so that Citus can push them
down to the servers it knows just as well.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    FromClause,
    Integer,
    Select,
    Subquery,
    Table,
    any_,
    cast,
    column,
    false,
    func,
    literal,
    select,
)
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from lms.figures.counting.questions import Scope
from lms.figures.ledger.records import SEXES, TRAINED, UNSPECIFIED, day_number
from lms.figures.spread.asking.answers import Counted
from lms.figures.spread.asking.axes import OF_PERSONS, Axis
from lms.figures.spread.standing import Standing

MOST_ROWS = 62
"""Bits of a number that is never negative, one a row."""
Pairs = Collection[tuple[int, int]]
"""Numbers of a dimension, each with a set or a row in which it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What every statement of a question is about.

    ``second`` is the dimension along which rows are set out, if any; ``outcome`` the number of
    the one that counts, ``None`` every one.
    """

    facts: Table
    standing: Standing
    scope: Scope
    places: frozenset[int] | None
    axis: Axis
    second: Axis | None
    outcome: int | None


def persons(asked: Asked, pairs: Pairs) -> Select[*Counted]:
    """Return how many distinct persons stand in each set, by row of the second dimension."""
    found = _standing(asked, pairs).distinct().subquery("standing").c
    return _times(found)


def marked(asked: Asked) -> Select[*Counted]:
    """Return how many distinct persons stand in the same rows: those whose bits are set.

    Quicker than ``persons``, as each is looked at once; it can tell ``MOST_ROWS`` rows apart.
    """
    bits = [(number, 1 << place) for number, place in asked.axis.rows.items()]
    each = _standing(asked, bits).subquery("each").c
    found = (
        select(each.second, func.bit_or(each.stands).label("stands"), each.column)
        .group_by(each.second, each.person, each.column)
        .subquery("standing")
    ).c
    return _times(found)


def _standing(asked: Asked, pairs: Pairs) -> Select[*tuple[Any, ...]]:
    """Return each fact that counts, with its person and with what its number leads to.

    Who was trained in the scope is not counted as sensitized (R1).
    """
    facts, who = _of_persons(asked), _who(asked)
    joined, second = _second(asked, facts, who)
    led = _map(pairs, "led")
    found = (
        select(second.label("second"), led.c.stands, facts.c.person, who.c.column)
        .select_from(joined.join(led, led.c.number == _number(asked.axis, facts, who)))
        .where(*_counting(asked, facts))
    )
    return found if asked.outcome == TRAINED else found.where(who.c.trained == 0)


def _times(found: ReadOnlyColumnCollection[str, Any]) -> Select[*Counted]:
    keys = (found.second, found.stands, found.column)
    return select(*keys, func.count(), false()).group_by(*keys)


def participations(asked: Asked, pairs: Pairs) -> Select[*Counted]:
    """Return how many facts stand in each row, in the column of their person (R3)."""
    facts, who = _of_persons(asked), _who(asked)
    joined, second = _second(asked, facts, who)
    led = _map(pairs, "led")
    found = (
        select(second.label("second"), led.c.stands, who.c.column)
        .select_from(joined.join(led, led.c.number == _number(asked.axis, facts, who)))
        .where(*_counting(asked, facts))
        .subquery("standing")
    ).c
    return _times(found)


def headcounts(asked: Asked, pairs: Pairs) -> Select[*Counted]:
    """Return the sums of headcounts by row, and whether one of them is "at least" (R10)."""
    facts = asked.facts
    joined, second = _second(asked, facts, facts)
    led = _map(pairs, "led")
    standing = (facts.c.age_group * len(SEXES) + facts.c.sex).label("column")
    found = (
        select(second.label("second"), led.c.stands, standing, facts.c.heads, facts.c.at_least)
        .select_from(joined.join(led, led.c.number == facts.c[asked.axis.field]))
        .where(facts.c.person == 0, *_within(asked), *_counting(asked, facts))
        .subquery("standing")
    ).c
    keys = (found.second, found.stands, found.column)
    sums = (func.sum(found.heads), func.bool_or(found.at_least))
    return select(*keys, *sums).group_by(*keys)


def _within(asked: Asked) -> Sequence[ColumnElement[bool]]:
    """Return what is true of the rows in scope that count."""
    facts, scope = asked.facts.c, asked.scope
    first, last = day_number(scope.window.first), day_number(scope.window.last)
    found = [facts.day.between(first, last), asked.standing.counts(asked.facts)]
    if scope.as_of is None:
        found.append(facts.retracted.is_(None))
    else:
        found.append(facts.recorded <= scope.as_of)
        found.append(facts.retracted.is_(None) | (facts.retracted > scope.as_of))
    if asked.places is not None:
        found.append(facts.place == any_(literal(sorted(asked.places), ARRAY(Integer))))
    return found


def _of_persons(asked: Asked) -> Subquery:
    facts = asked.facts
    needed = {"person", "outcome", asked.axis.field}
    if asked.second:
        needed.add(asked.second.field)
    return (
        select(*(facts.c[it] for it in sorted(needed)))
        .where(facts.c.person > 0, *_within(asked))
        .subquery("here")
    )


def _who(asked: Asked) -> Subquery:
    """Return what each person comes to: the latest sex specified, and the latest age (R12)."""
    facts = asked.facts.c

    def latest(kind: ColumnElement[int], *, only: ColumnElement[bool]) -> ColumnElement[int]:
        # Arrays are compared from left to right: the last one brings its kind along.
        times = array([facts.day, facts.training_session, facts.fact, kind])
        last = func.max(times, type_=ARRAY(Integer)).filter(only)
        return last[4]

    sex = func.coalesce(latest(facts.sex, only=facts.sex != UNSPECIFIED), UNSPECIFIED)
    age_group = latest(facts.age_group, only=facts.age_group >= 0)
    trained = func.max((facts.outcome == TRAINED).cast(Integer))
    return (
        select(
            facts.person,
            sex.label("sex"),
            age_group.label("age_group"),
            (age_group * len(SEXES) + sex).label("column"),
            trained.label("trained"),
        )
        .where(facts.person > 0, *_within(asked))
        .group_by(facts.person)
        .subquery("who")
    )


def _second(
    asked: Asked, facts: FromClause, who: FromClause
) -> tuple[FromClause, ColumnElement[int]]:
    """Return the facts with their person, and the row of the second dimension of each."""
    joined = facts if facts is who else facts.join(who, who.c.person == facts.c.person)
    if asked.second is None:
        return joined, cast(0, Integer)
    rows = _map(asked.second.rows.items(), "across")
    number = _number(asked.second, facts, who)
    return joined.join(rows, rows.c.number == number), rows.c.stands


def _number(axis: Axis, facts: FromClause, who: FromClause) -> ColumnElement[int]:
    return (who if axis.dimension in OF_PERSONS else facts).c[axis.field]


def _counting(asked: Asked, facts: FromClause) -> Sequence[ColumnElement[bool]]:
    return () if asked.outcome is None else (facts.c.outcome == asked.outcome,)


def _map(pairs: Pairs, name: str) -> FromClause:
    """Return pairs of numbers as a table."""
    numbers = literal([it[0] for it in pairs], ARRAY(Integer))
    stands = literal([it[1] for it in pairs], ARRAY(BigInteger))
    made = func.unnest(numbers, stands).table_valued(
        column("number", Integer), column("stands", BigInteger), name=name
    )
    return made.render_derived()
