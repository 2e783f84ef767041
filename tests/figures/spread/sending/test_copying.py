from sqlalchemy import select

from lms.figures.ledger.records import AGE_GROUPS, OUTCOMES, PHASES, SEXES, day_number
from lms.figures.spread import parts
from lms.people.kinds import AgeGroup, Sex
from lms.sessions.kinds import Phase
from lms.sessions.outcome import Outcome
from tests.factories.figures import RECORDED, FactFactory, HeadcountFactFactory
from tests.figures.spread.given import DAY, on, on_postgresql, spread

pytestmark = on_postgresql


def test_a_fact_is_kept_in_numbers(servers: list[str]) -> None:
    fact = FactFactory.create(
        last_day=DAY,
        outcome=Outcome.SENSITIZED,
        phase=Phase.REFRESHER,
        participation__sex=Sex.UNSPECIFIED,
        participation__age_group=AgeGroup.MINOR,
    )
    spread()
    [row] = [it for address in servers for it in on(address, select(parts.part_fact))]
    assert (row.fact, row.person) == (fact.id, fact.person_id)
    assert (row.day, row.month) == (day_number(DAY), 2014 * 12 + 2)
    assert (row.category, row.place) == (fact.category_id, fact.place_id)
    assert OUTCOMES[row.outcome] is Outcome.SENSITIZED
    assert PHASES[row.phase] is Phase.REFRESHER
    assert SEXES[row.sex] is Sex.UNSPECIFIED
    assert AGE_GROUPS[row.age_group] is AgeGroup.MINOR
    assert (row.recorded, row.retracted, row.until) == (RECORDED, None, None)


def test_a_headcount_is_about_nobody(servers: list[str]) -> None:
    HeadcountFactFactory.create(last_day=DAY, count=40, at_least=True)
    spread()
    [row] = [it for address in servers for it in on(address, select(parts.part_fact))]
    assert (row.person, row.heads, row.at_least) == (0, 40, True)
