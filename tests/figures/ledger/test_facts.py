from datetime import UTC, date, datetime

from lms.figures.ledger.facts import Month
from lms.figures.ledger.records import TRAINED, day_number, moment_number, pack

EARLY, LATE = date(2014, 3, 12), date(2014, 3, 14)
KNOWN = datetime(2014, 4, 1, tzinfo=UTC)
GONE = datetime(2014, 5, 1, tzinfo=UTC)
SENSITIZED = 1 - TRAINED


def record(
    fact: int, person: int, day: date, *, outcome: int = TRAINED, retracted: datetime | None = None
) -> tuple[int, ...]:
    moments = (moment_number(KNOWN), moment_number(retracted))
    return (fact, person, 5, day_number(day), *moments, 0, 1, 1, 0, 1, 0, 0, outcome, 1, 0)


MONTH = Month.of(
    1,
    [
        pack(
            [
                record(1, 70, LATE),
                record(2, 80, EARLY, outcome=SENSITIZED),
                record(3, 90, EARLY, retracted=GONE),
            ]
        )
    ],
)


def test_sets_are_of_one_outcome_or_of_any() -> None:
    assert set(MONTH.live.everyone(None)) == {70, 80}
    assert set(MONTH.live.everyone(TRAINED)) == {70}
    assert {value: set(it) for value, it in MONTH.live.sets(TRAINED, "course").items()} == {
        1: {70}
    }


def test_a_month_knows_its_days_and_gives_those_up_to_one() -> None:
    assert (MONTH.live.first_day, MONTH.live.last_day) == (EARLY, LATE)
    assert MONTH.live.until(EARLY)["fact"].tolist() == [2]
    assert len(MONTH.live.until(date(2014, 3, 1))) == 0


def test_what_was_retracted_later_still_stood_then_in_its_order() -> None:
    assert MONTH.as_of(moment_number(KNOWN))["fact"].tolist() == [2, 3, 1]
    assert MONTH.as_of(moment_number(GONE))["fact"].tolist() == [2, 1]
    assert len(MONTH.as_of(moment_number(KNOWN) - 1)) == 0


def test_after_the_last_change_a_month_is_what_it_is_now() -> None:
    assert MONTH.as_of(moment_number(GONE)) is MONTH.live


def test_values_met_together_are_those_of_facts_of_the_outcome() -> None:
    assert MONTH.live.pairs(TRAINED, "person", "fact") == {(70, 1)}
    assert MONTH.live.pairs(SENSITIZED, "person", "fact") == {(80, 2)}
    assert MONTH.live.until(date(2014, 3, 1)).pairs(TRAINED, "person", "fact") == frozenset()
