from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis.strategies import integers, sets

from lms.figures.counting.periods import Window
from lms.figures.counting.values import CountedFact
from lms.figures.reports import rules
from lms.figures.reports.rules import FindingKind, Seen
from tests.figures.counting.given import fact, headcount

NOTHING = Seen(untied=[], undecided=0, open_sessions=0, persons={}, earlier={}, counted=1)


@given(sets(integers(1, 60)))
def test_runs_hold_the_numbers_and_no_other(numbers: set[int]) -> None:
    runs = rules.runs_of(numbers)
    assert [*rules.numbers_in(runs)] == sorted(numbers)
    assert all(one[0] + one[1] < other[0] for one, other in pairwise(runs))


def test_the_digest_does_not_depend_on_the_order_of_the_facts() -> None:
    facts = [fact(1, "partners", id=1), fact(2, "partners", id=2)]
    assert rules.digest_of(facts, []) == rules.digest_of(facts[::-1], [])


@pytest.mark.parametrize(
    "changed", [fact(3, "partners", id=1), fact(1, "forces", id=1), fact(1, "partners", id=9)]
)
def test_the_digest_tells_of_any_change_of_a_fact(changed: CountedFact) -> None:
    it = fact(1, "partners", id=1)
    assert rules.digest_of([it], []) != rules.digest_of([changed], [])


def test_the_digest_tells_an_open_headcount_from_an_exact_one() -> None:
    one = headcount("partners", 40, id=1)
    assert rules.digest_of([], [one]) != rules.digest_of([], [replace(one, at_least=True)])


def test_what_is_signed_is_written_in_one_way() -> None:
    written = rules.canonical({"b": 1, "a": "é"})
    assert written == '{"a":"é","b":1}'.encode() == rules.canonical({"a": "é", "b": 1})


def test_undecided_rows_block_unless_their_range_is_printed() -> None:
    seen = replace(NOTHING, undecided=3)
    blocked, let_through = (
        rules.findings(seen, print_range=False),
        rules.findings(seen, print_range=True),
    )
    assert [(it.kind, it.blocks) for it in blocked] == [(FindingKind.UNDECIDED, True)]
    assert [(it.kind, it.blocks, it.count) for it in let_through] == [
        (FindingKind.UNDECIDED, False, 3)
    ]


def test_lines_that_do_not_add_up_block_and_come_first() -> None:
    seen = replace(NOTHING, untied=["persons_trained"], open_sessions=2, counted=0)
    found = rules.findings(seen, print_range=True)
    assert [(it.kind, it.blocks) for it in found] == [
        (FindingKind.TIE_OUT, True),
        (FindingKind.OPEN_SESSION, False),
        (FindingKind.NOBODY, False),
    ]


@pytest.mark.parametrize(
    ("value", "before", "strikes"),
    [
        (61, [30, 20], True),
        (60, [30, 20], False),
        (9, [30, 20], True),
        (10, [30, 20], False),
        (15, [4, 5], True),
        (14, [4, 5], False),
        (99, [0, 30], False),
        (99, [], False),
    ],
)
def test_a_total_strikes_that_is_far_from_what_it_was(
    value: int, before: list[int], *, strikes: bool
) -> None:
    assert rules.is_outlier(value, before) is strikes


def test_the_periods_before_a_quarter_are_quarters() -> None:
    found = rules.windows_before(Window(date(2015, 1, 1), date(2015, 3, 31)), 2)
    assert found == [
        Window(date(2014, 10, 1), date(2014, 12, 31)),
        Window(date(2014, 7, 1), date(2014, 9, 30)),
    ]


def test_the_period_before_some_days_is_as_many_days() -> None:
    found = rules.windows_before(Window(date(2015, 1, 5), date(2015, 1, 9)), 1)
    assert found == [Window(date(2014, 12, 31), date(2015, 1, 4))]


def test_nothing_lies_before_the_first_year() -> None:
    assert rules.windows_before(Window(date(1, 1, 1), date(1, 12, 31)), 4) == []
