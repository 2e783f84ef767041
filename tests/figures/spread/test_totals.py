"""What the servers answer is what one database says, and what the rules give."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.errors import NotAllowed
from lms.extensions import db
from lms.figures import ledger, queries, totals
from lms.figures.counting import dimensions, persons
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Measure
from lms.figures.counting.tables import Table
from lms.figures.proofs import plain
from lms.figures.spread.asking import questions
from lms.figures.spread.totals import read
from lms.people.kinds import AgeGroup, Sex
from lms.sessions.outcome import Outcome
from tests.factories.figures import RECORDED, FactFactory, HeadcountFactFactory
from tests.factories.people import CategoryFactory, PersonFactory
from tests.factories.sessions import ParticipationFactory
from tests.figures.spread.given import DAY, YEAR, on_postgresql, send, spread, trained

pytestmark = [on_postgresql, pytest.mark.usefixtures("servers")]
DAYS = [DAY, date(2014, 5, 2), date(2014, 9, 30)]
MEASURES = [it for it in Measure if it is not Measure.INDICATOR]
TRAINED, CATEGORY, MONTH = Measure.PERSONS_TRAINED, Dimension.CATEGORY, Dimension.MONTH


def shown(table: Table) -> list[tuple[object, ...]]:
    return [(it.key, it.depth, dict(it.cells)) for it in table.lines]


def write_facts() -> None:
    """Write facts of seven persons, who change category, sex, age and outcome; and headcounts."""
    top = CategoryFactory.create()
    categories = [top, *CategoryFactory.create_batch(2, parent=top), CategoryFactory.create()]
    people = PersonFactory.create_batch(7)
    for number in range(20):
        participation = ParticipationFactory.create(
            person=people[number * 5 % 7],
            category=categories[number % 4],
            sex=[*Sex][number % 3],
            age_group=[*AgeGroup][number % 5 == 0],
        )
        FactFactory.create(
            participation=participation,
            last_day=DAYS[number % 3],
            outcome=[Outcome.TRAINED, Outcome.SENSITIZED][number % 2],
        )
    # Of one month nothing is known but the category above.
    FactFactory.create(participation__category=top, last_day=date(2014, 12, 5))
    HeadcountFactFactory.create(last_day=DAYS[0], count=40, at_least=True)
    HeadcountFactFactory.create(last_day=DAYS[1], count=7, outcome=Outcome.TRAINED)


def test_every_table_is_that_of_one_database() -> None:
    write_facts()
    spread()
    one, several = totals.read(scope=YEAR, actor=SYSTEM), read(scope=YEAR, actor=SYSTEM)
    others = [(it, by) for it in MEASURES for by in (CATEGORY, Dimension.SEX, MONTH)]
    for asked in {*((TRAINED, it) for it in Dimension), *others}:
        assert shown(several.table(*asked)) == shown(one.table(*asked)), asked


def test_rows_too_many_for_the_bits_of_a_number_give_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write_facts()
    spread()
    few = read(scope=YEAR, actor=SYSTEM).table(TRAINED)
    monkeypatch.setattr(questions, "MOST_ROWS", 0)
    assert shown(read(scope=YEAR, actor=SYSTEM).table(TRAINED)) == shown(few)


@pytest.mark.parametrize("measure", [TRAINED, Measure.PARTICIPATIONS, Measure.HEADCOUNT_TRAINED])
def test_two_dimensions_give_what_they_give_in_one_database(measure: Measure) -> None:
    write_facts()
    spread()
    one = totals.read(scope=YEAR, actor=SYSTEM).across(measure, CATEGORY, MONTH)
    several = read(scope=YEAR, actor=SYSTEM).across(measure, CATEGORY, MONTH)
    assert {it: shown(table) for it, table in several.items()} == {
        it: shown(table) for it, table in one.items()
    }


def test_persons_are_those_of_the_rules() -> None:
    write_facts()
    spread()
    categories = queries.categories()
    facts, _headcounts = plain.read(
        YEAR,
        codes={it.id: it.code for it in categories},
        regions=queries.regions_of_places(),
    )
    rule = persons.persons(
        persons.reckon(facts),
        dimensions.tree(CATEGORY, categories),
        outcome=Outcome.TRAINED,
    )
    assert shown(read(scope=YEAR, actor=SYSTEM).table(TRAINED)) == shown(rule)


def test_a_past_day_is_asked_for_as_it_was_known() -> None:
    fact = FactFactory.create(last_day=DAY)
    later = RECORDED + timedelta(days=1)
    FactFactory.create(last_day=DAY, recorded_at=later)
    fact.retracted_at = later
    ledger.keep([fact.training_session_id])
    db.session.commit()
    spread()
    known = [replace(YEAR, as_of=RECORDED + timedelta(days=it)) for it in (-1, 0, 1)]
    assert [trained(it) for it in known] == [0, 1, 1]


def test_a_correction_counts_once_it_is_sent() -> None:
    fact = FactFactory.create(last_day=DAY)
    spread()
    fact.retracted_at = RECORDED + timedelta(days=1)
    ledger.keep([fact.training_session_id])
    db.session.commit()
    assert trained() == 1
    send()
    assert trained() == 0


def test_a_trainer_sees_own_regions_only() -> None:
    facts = FactFactory.create_batch(2, last_day=DAY)
    spread()
    regions = queries.regions_of_places()
    own = {regions[it.place_id].code for it in facts[:1]}
    trainer = Actor(kind=ActorKind.USER, id=1, role=Role.TRAINER, regions=frozenset(own))
    one, several = totals.read(scope=YEAR, actor=trainer), read(scope=YEAR, actor=trainer)
    assert shown(several.table(TRAINED)) == shown(one.table(TRAINED))


def test_nobody_else_is_told_anything() -> None:
    with pytest.raises(NotAllowed):
        read(scope=YEAR, actor=Actor(kind=ActorKind.PARTICIPANT, id=1))


def test_nothing_in_a_window_gives_a_table_of_zeros() -> None:
    FactFactory.create(last_day=date(2010, 1, 1))
    spread()
    assert trained() == 0
    assert read(scope=YEAR, actor=SYSTEM).across(TRAINED, CATEGORY, MONTH) == {}
