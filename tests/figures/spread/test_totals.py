"""What the servers answer is what one database does."""

from datetime import UTC, date, datetime

import pytest

from lms.accounts.actors import SYSTEM
from lms.figures import totals
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope
from lms.figures.counting.tables import Table
from lms.figures.spread.totals import read
from lms.people.kinds import AgeGroup, Sex
from lms.sessions.outcome import Outcome
from tests.factories.figures import FactFactory, HeadcountFactFactory
from tests.factories.people import CategoryFactory, PersonFactory
from tests.factories.sessions import ParticipationFactory
from tests.figures.spread.given import on_postgresql, spread

pytestmark = [on_postgresql, pytest.mark.usefixtures("servers")]
YEAR = Scope(window=Window(date(2014, 1, 1), date(2014, 12, 31)))
DAYS = [date(2014, 3, 14), date(2014, 5, 2), date(2014, 9, 30)]
MEASURES = [it for it in Measure if it is not Measure.INDICATOR]


def shown(table: Table) -> list[tuple[object, ...]]:
    return [(it.key, it.depth, dict(it.cells)) for it in table.lines]


def facts() -> None:
    top = CategoryFactory.create()
    categories = [top, *CategoryFactory.create_batch(2, parent=top), CategoryFactory.create()]
    people = PersonFactory.create_batch(7)
    for number in range(30):
        participation = ParticipationFactory.create(
            person=people[number * 5 % 7],
            category=categories[number % 4],
            sex=[*Sex][number % 3],
            age_group=[*AgeGroup][number % 5 == 0],
        )
        FactFactory.create(
            participation=participation,
            last_day=DAYS[number % 3],
            outcome=[Outcome.TRAINED, Outcome.SENSITIZED][number % 4 == 1],
        )
    HeadcountFactFactory.create(last_day=DAYS[0], count=40, at_least=True)
    HeadcountFactFactory.create(last_day=DAYS[1], count=7, outcome=Outcome.TRAINED)


def test_every_table_is_that_of_one_database() -> None:
    facts()
    spread()
    one, several = totals.read(scope=YEAR, actor=SYSTEM), read(scope=YEAR, actor=SYSTEM)
    for measure in MEASURES:
        for dimension in Dimension:
            asked = (measure, dimension)
            assert shown(several.table(*asked)) == shown(one.table(*asked)), asked
