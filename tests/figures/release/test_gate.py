"""What leaves the unit, and what two files together may not tell."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.errors import NotAllowed
from lms.extensions import db
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope
from lms.figures.counting.values import Column
from lms.figures.models import Fact
from lms.figures.release import gate
from lms.figures.release.cells import Audience, ReleasedTable
from lms.people.kinds import Sex
from lms.people.models import Category
from lms.sessions.outcome import Outcome
from tests.factories.figures import FactFactory, HeadcountFactFactory
from tests.factories.people import CategoryFactory

pytestmark = pytest.mark.usefixtures("database")
HEADS, TRAINED = Measure.HEADCOUNT_SENSITIZED, Measure.PERSONS_TRAINED


def months(first: int, last: int) -> Scope:
    ends = [31, 28, 31, 30, 31, 30]
    return Scope(window=Window(date(2014, first, 1), date(2014, last, ends[last - 1])))


def heads(month: int, count: int, sex: Sex = Sex.MALE, code: str = "partners") -> None:
    category = db.session.query(Category).filter_by(code=code).one_or_none()
    HeadcountFactFactory.create(
        category=category or CategoryFactory.create(code=code),
        last_day=date(2014, month, 14),
        count=count,
        sex=sex,
        at_least=False,
    )


def outside(scope: Scope, measure: Measure = HEADS) -> ReleasedTable:
    return gate.release(scope=scope, actor=SYSTEM).table(measure)


def test_outside_is_the_default_and_full_numbers_are_for_heads_and_administrators() -> None:
    heads(3, 3)
    assert outside(months(3, 3)).total.total.mark == "<5"
    for role in (Role.UNIT_HEAD, Role.ADMINISTRATOR):
        actor = Actor(kind=ActorKind.USER, id=1, role=role)
        found = gate.release(scope=months(3, 3), audience=Audience.INSIDE, actor=actor)
        assert found.table(HEADS).total.total.value == 3
    trainer = Actor(kind=ActorKind.USER, id=1, role=Role.TRAINER)
    with pytest.raises(NotAllowed):
        gate.release(scope=months(3, 3), audience=Audience.INSIDE, actor=trainer)


def test_the_worked_example_goes_through_the_gate() -> None:
    for code, (men, women) in {"army": (31, 3), "gendarmerie": (12, 6), "guard": (9, 0)}.items():
        heads(3, men, code=code)
        if women:
            heads(3, women, Sex.FEMALE, code=code)
    table = outside(months(3, 3))
    assert table["army"].cells[Column.WOMEN].mark == "<5"
    assert table["army"].cells[Column.MEN].mark == "s"
    assert table["army"].total.value == 34
    assert table["guard"].cells[Column.WOMEN].value == 0
    assert table.total.total.value == 61


def test_a_window_that_grows_by_a_few_does_not_tell_how_many() -> None:
    heads(1, 20)
    heads(2, 3)
    assert outside(months(1, 1)).total.total.value == 20
    assert outside(months(1, 2)).total.total.mark == "s"


def test_a_window_that_leaves_out_a_few_at_its_beginning_does_not_tell_how_many() -> None:
    heads(1, 3)
    heads(2, 20)
    assert outside(months(1, 2)).total.total.value == 23
    assert outside(months(2, 2)).total.total.mark == "s"


def test_a_month_cannot_be_had_from_its_quarter() -> None:
    heads(1, 20)
    heads(2, 3)
    heads(3, 30)
    release = gate.release(scope=months(1, 3), actor=SYSTEM)
    by_month = release.table(HEADS, Dimension.MONTH)
    assert by_month["2014-02"].total.mark == "<5"
    assert [by_month[it].total.mark for it in ("2014-01", "2014-03")].count("s") >= 1


def test_all_participations_less_the_completed_ones_do_not_tell_who_left_early() -> None:
    day = date(2014, 3, 14)
    first = FactFactory.create(last_day=day)
    where = {"category": first.category, "place": first.place, "sex": first.sex}
    FactFactory.create_batch(19, last_day=day, **where)
    FactFactory.create(last_day=day, outcome=Outcome.SENSITIZED, **where)
    release = gate.release(scope=months(3, 3), actor=SYSTEM)
    assert release.table(Measure.PARTICIPATIONS).total.total.value == 20
    assert release.table(Measure.PARTICIPATIONS_ALL).total.total.value is None


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.integers(0, 12), min_size=4, max_size=4))
def test_no_two_files_of_overlapping_windows_differ_by_a_small_number(counts: list[int]) -> None:
    for fact in db.session.query(Fact).all():
        db.session.delete(fact)
    for month, count in enumerate(counts, start=1):
        if count:
            heads(month, count)
    windows = [(first, last) for first in range(1, 5) for last in range(first, 5)]
    shown = {it: outside(months(*it)).total.cells[Column.MEN].value for it in windows}
    for (first, last), whole in shown.items():
        for (begin, end), part in shown.items():
            if first <= begin and end <= last and whole is not None and part is not None:
                assert whole - part == 0 or whole - part >= 5, (counts, first, last, begin, end)


def test_nothing_below_a_region_leaves_the_unit() -> None:
    heads(1, 40)
    outside, inside = (
        gate.release(scope=months(1, 2), audience=it, actor=SYSTEM)
        for it in (Audience.OUTSIDE, Audience.INSIDE)
    )
    assert inside.table(HEADS, Dimension.CERCLE)
    with pytest.raises(gate.NotReleased):
        outside.table(HEADS, Dimension.CERCLE)
