from collections.abc import Mapping
from datetime import date

import pytest

from lms.people.models import Category, Person
from lms.sessions.outcome import Outcome
from lms.web.register.pages.counted import Why, reasons
from lms.web.register.queries import records
from tests.factories.figures import RECORDED, FactFactory
from tests.factories.people import CategoryFactory, PersonFactory
from tests.factories.sessions import ParticipationFactory

pytestmark = pytest.mark.usefixtures("database")
MARCH, JUNE, NOVEMBER, NEXT = (
    date(2014, 3, 12),
    date(2014, 6, 3),
    date(2014, 11, 18),
    date(2015, 2, 4),
)
Told = tuple[Why, int | None, list[int]]


def fact(
    person: Person,
    category: Category,
    day: date,
    outcome: Outcome = Outcome.TRAINED,
    **more: object,
) -> int:
    """Return the participation of a fact."""
    participation = ParticipationFactory.create(
        person=person, category=category, training_session__first_day=day
    )
    FactFactory.create(participation=participation, outcome=outcome, **more)
    return int(participation.id)


def told(person: Person) -> Mapping[int, Told]:
    return {
        number: (
            it.why,
            it.other.participation.id if it.other else None,
            [one.participation.id for one in it.repeats],
        )
        for number, it in reasons(records.attendances([person.id])).items()
    }


def test_the_first_of_a_row_counts_and_those_after_it_add_nobody() -> None:
    person, army = PersonFactory.create(), CategoryFactory.create()
    later, first, last = (fact(person, army, it) for it in (JUNE, MARCH, NOVEMBER))
    assert told(person) == {
        first: (Why.ONCE, None, [later, last]),
        later: (Why.AGAIN, first, []),
        last: (Why.AGAIN, first, []),
    }


def test_each_year_has_its_own_first() -> None:
    person, army = PersonFactory.create(), CategoryFactory.create()
    first, next_year = fact(person, army, MARCH), fact(person, army, NEXT)
    assert {it[0] for it in told(person).values()} == {Why.ONCE}
    assert told(person).keys() == {first, next_year}


def test_another_row_counts_too_but_once_in_the_whole() -> None:
    person = PersonFactory.create()
    first = fact(person, CategoryFactory.create(), MARCH)
    second = fact(person, CategoryFactory.create(), JUNE)
    assert told(person) == {first: (Why.ONCE, None, []), second: (Why.TOO, first, [])}


def test_who_is_known_more_precisely_later_counts_there() -> None:
    """R7."""
    person, forces = PersonFactory.create(), CategoryFactory.create()
    army = CategoryFactory.create(parent=forces)
    vague, precise = fact(person, forces, MARCH), fact(person, army, NOVEMBER)
    assert told(person) == {
        precise: (Why.ONCE, None, [vague]),
        vague: (Why.AGAIN, precise, []),
    }


def test_a_row_two_steps_above_is_the_same_person() -> None:
    person, top = PersonFactory.create(), CategoryFactory.create()
    middle = CategoryFactory.create(parent=top)
    days = {top: MARCH, middle: JUNE, CategoryFactory.create(parent=middle): NOVEMBER}
    *vague, precise = (fact(person, it, day) for it, day in days.items())
    assert told(person)[precise] == (Why.ONCE, None, vague)


def test_whoever_is_trained_in_the_year_is_not_among_the_sensitized() -> None:
    """R1, R2: in any category."""
    person = PersonFactory.create()
    before = fact(person, CategoryFactory.create(), MARCH, Outcome.SENSITIZED)
    trained = fact(person, CategoryFactory.create(), JUNE)
    assert told(person) == {
        trained: (Why.ONCE, None, []),
        before: (Why.INSTEAD, trained, []),
    }


def test_the_sensitized_count_once_as_well() -> None:
    person, army = PersonFactory.create(), CategoryFactory.create()
    first, again = (fact(person, army, it, Outcome.SENSITIZED) for it in (MARCH, JUNE))
    assert told(person) == {first: (Why.ONCE, None, [again]), again: (Why.AGAIN, first, [])}


def test_what_no_longer_holds_counts_for_nothing() -> None:
    person, army = PersonFactory.create(), CategoryFactory.create()
    fact(person, army, MARCH, retracted_at=RECORDED)
    kept = fact(person, army, JUNE)
    assert told(person) == {kept: (Why.ONCE, None, [])}
