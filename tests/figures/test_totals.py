from datetime import date

import pytest

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.errors import NotAllowed
from lms.figures import totals
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope
from lms.figures.counting.values import Column, Count
from lms.figures.models import Fact
from lms.figures.totals import Reading
from lms.people.kinds import Sex
from lms.sessions.outcome import Outcome
from tests.factories.figures import FactFactory, HeadcountFactFactory
from tests.factories.people import CategoryFactory
from tests.factories.sessions import ParticipationFactory

pytestmark = pytest.mark.usefixtures("database")
YEAR = Window(date(2014, 1, 1), date(2014, 12, 31))
DAY = date(2014, 3, 14)
TRAINED, CATEGORY = Measure.PERSONS_TRAINED, Dimension.CATEGORY


def read(actor: Actor = SYSTEM, regions: frozenset[str] | None = None) -> Reading:
    return totals.read(scope=Scope(window=YEAR, regions=regions), actor=actor)


def user(role: Role, *regions: str) -> Actor:
    return Actor(kind=ActorKind.USER, id=1, role=role, regions=frozenset(regions))


def test_a_person_in_two_categories_counts_once_in_the_whole() -> None:
    fact = FactFactory.create(last_day=DAY)
    again = ParticipationFactory.create(person=fact.person, category=CategoryFactory.create())
    FactFactory.create(participation=again, last_day=DAY)
    table = read().table(Measure.PERSONS_TRAINED)
    assert table.total.total == Count(1)
    assert table["overlap"].total == Count(-1)
    assert read().table(Measure.PARTICIPATIONS).total.total == Count(2)


def test_each_measure_has_its_own_table() -> None:
    FactFactory.create(last_day=DAY)
    FactFactory.create(last_day=DAY, outcome=Outcome.SENSITIZED)
    HeadcountFactFactory.create(last_day=DAY, count=7, outcome=Outcome.TRAINED)
    HeadcountFactFactory.create(last_day=DAY, count=40, at_least=True)
    reading = read()
    assert {it: reading.table(it).total.total for it in Measure if it != "indicator"} == {
        Measure.PERSONS_TRAINED: Count(1),
        Measure.PERSONS_SENSITIZED: Count(1),
        Measure.PARTICIPATIONS: Count(1),
        Measure.PARTICIPATIONS_ALL: Count(2),
        Measure.HEADCOUNT_SENSITIZED: Count(40, at_least=True),
        Measure.HEADCOUNT_TRAINED: Count(7),
    }


def test_any_dimension_gives_the_same_total() -> None:
    FactFactory.create_batch(3, last_day=DAY)
    HeadcountFactFactory.create(last_day=DAY, count=7)
    reading = read()
    for dimension in Dimension:
        table = reading.table(Measure.PERSONS_TRAINED, dimension)
        assert table.total.total == Count(3)
        assert table.ties_out
        assert reading.table(Measure.HEADCOUNT_SENSITIZED, dimension).total.total == Count(7)


def test_the_facts_behind_a_line_are_those_of_its_own_rows() -> None:
    parent = CategoryFactory.create()
    child = CategoryFactory.create(parent=parent)
    first = FactFactory.create(category=parent, last_day=DAY, sex=Sex.FEMALE)
    second = FactFactory.create(
        participation=ParticipationFactory.create(person=first.person),
        category=child,
        last_day=DAY,
        sex=Sex.FEMALE,
    )
    other = FactFactory.create(category=parent, last_day=date(2014, 2, 1), sex=Sex.MALE)
    reading = read()

    def behind(key: str, column: Column | None = None) -> list[int]:
        return sorted(reading.behind(TRAINED, CATEGORY, key, column).facts_from(0, 9))

    assert behind(parent.code) == behind("total") == [first.id, second.id, other.id]
    assert behind(child.code) == [second.id]
    assert behind(f"{parent.code}/unspecified") == [other.id]
    assert behind(parent.code, Column.MEN) == [other.id]
    with pytest.raises(KeyError):
        behind("nowhere")


def test_the_facts_behind_a_quarter_are_those_of_that_quarter() -> None:
    first = FactFactory.create(last_day=DAY)
    again = ParticipationFactory.create(person=first.person)
    second = FactFactory.create(participation=again, last_day=date(2014, 6, 4))
    reading = read()
    for key, expected in (
        ("2014-Q1", [first.id]),
        ("2014-Q2", [second.id]),
        ("overlap", [second.id, first.id]),
    ):
        found = reading.behind(TRAINED, Dimension.QUARTER, key, None)
        assert found.facts_from(0, 9) == expected


def test_the_regions_of_a_category_are_those_where_its_people_were_trained() -> None:
    parent = CategoryFactory.create()
    part = CategoryFactory.create(parent=parent)
    trained = FactFactory.create(last_day=DAY, category=part)
    FactFactory.create(last_day=DAY, category=parent, outcome=Outcome.SENSITIZED)
    assert read().regions_by_top == {parent.code: {trained.place.code}}


def test_a_trainer_reads_totals_of_their_regions_only() -> None:
    facts = FactFactory.create_batch(2, last_day=DAY)
    code = facts[0].place.code
    trainer = user(Role.TRAINER, code)
    assert len(read(trainer).tally.rows) == sum(it.place.code == code for it in facts)
    assert read(trainer, frozenset({"elsewhere"})).nobody
    assert read(user(Role.TRAINER)).nobody


@pytest.mark.parametrize("role", [Role.UNIT_HEAD, Role.ADMINISTRATOR])
def test_heads_and_administrators_read_all_regions(role: Role) -> None:
    FactFactory.create_batch(2, last_day=DAY)
    assert len(read(user(role)).tally.rows) == 2


def test_a_participant_reads_no_total() -> None:
    with pytest.raises(NotAllowed):
        read(Actor(kind=ActorKind.PARTICIPANT, id=1, role=Role.PARTICIPANT))


def test_r02_those_sensitized_who_were_trained_after_the_window_are_counted() -> None:
    sensitized = FactFactory.create_batch(3, last_day=DAY, outcome=Outcome.SENSITIZED)
    trained_too = FactFactory.create(last_day=DAY, outcome=Outcome.SENSITIZED)
    again(trained_too, date(2014, 11, 19))
    again(trained_too, date(2015, 2, 1))
    assert read().trained_later == 0
    again(sensitized[0], date(2015, 2, 1))
    again(sensitized[1], date(2013, 2, 1))
    again(sensitized[2], date(2015, 2, 1), Outcome.SENSITIZED)
    assert read().trained_later == 1
    unending = Scope(window=Window(YEAR.first, date.max))
    assert totals.read(scope=unending, actor=SYSTEM).trained_later == 0


def again(fact: Fact, day: date, outcome: Outcome = Outcome.TRAINED) -> None:
    participation = ParticipationFactory.create(person=fact.person)
    FactFactory.create(participation=participation, last_day=day, outcome=outcome)
