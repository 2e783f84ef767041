from datetime import date

import pytest
from hypothesis import given, strategies as st

from lms.figures.counting.periods import Window
from lms.figures.targets import rules
from lms.figures.targets.rules import Fate, weigh
from lms.figures.targets.values import Rotation
from tests.figures.targets.given import NEXT, YEAR, aim, rotation

days = st.dates(date(2014, 1, 1), date(2014, 3, 31))
windows = st.tuples(days, days).map(lambda it: Window(min(it), max(it)))
rotations = st.lists(
    st.builds(
        lambda window, unit: rotation(window=window, unit=unit), windows, st.sampled_from("AB")
    ),
    max_size=6,
)


@pytest.mark.parametrize("written", ["1re Compagnie", " 1RE  COMPAGNIE ", "1re compagnie"])
def test_a_unit_is_the_same_however_it_is_written(written: str) -> None:
    assert rules.unit_key(written) == "1re compagnie"


def test_what_nobody_said_before_is_new() -> None:
    assert weigh([aim(), rotation()], []) == [rules.Verdict(Fate.NEW)] * 2


def test_the_newest_word_on_a_target_takes_the_place_of_the_one_before() -> None:
    assert weigh([aim(count=50)], [aim()]) == [rules.Verdict(Fate.CHANGED, aim())]
    assert weigh([aim()], [aim()])[0].fate is Fate.SAME


@pytest.mark.parametrize("more", [{"region": "ML07"}, {"category_id": 2}, {"window": NEXT}])
def test_another_region_category_or_period_is_another_target(more: dict[str, object]) -> None:
    assert weigh([aim(**more)], [aim()])[0].fate is Fate.NEW


def test_targets_may_overlap_in_time() -> None:
    quarter = aim(window=Window(date(2014, 1, 1), date(2014, 3, 31)))
    assert weigh([quarter], [aim()])[0].fate is Fate.NEW


def test_the_same_said_twice_in_one_list_is_refused_the_second_time() -> None:
    assert [it.fate for it in weigh([aim(), aim(count=50)], [])] == [Fate.NEW, Fate.REPEATED]


def test_a_unit_has_no_two_rotations_on_one_day() -> None:
    late = rotation(window=Window(YEAR.last, NEXT.last), unit="CONTINGENT A")
    assert weigh([late], [rotation()]) == [rules.Verdict(Fate.OVERLAPPING, rotation())]
    assert weigh([rotation(window=NEXT)], [rotation()])[0].fate is Fate.NEW
    assert weigh([rotation(unit="Contingent B")], [rotation()])[0].fate is Fate.NEW


def test_a_list_may_shorten_a_rotation_and_begin_the_next() -> None:
    half = Window(YEAR.first, date(2014, 6, 30))
    rest = Window(date(2014, 7, 1), NEXT.last)
    said = [rotation(window=rest), rotation(window=half)]
    assert [it.fate for it in weigh(said, [rotation()])] == [Fate.NEW, Fate.CHANGED]


@given(rotations)
def test_what_is_accepted_never_overlaps(said: list[Rotation]) -> None:
    verdicts = weigh(said, [])
    kept = [it for it, v in zip(said, verdicts, strict=True) if v.fate not in rules.REFUSED]
    for one in kept:
        for other in kept:
            same = rules.unit_key(one.unit) == rules.unit_key(other.unit)
            assert one is other or not same or not rules.overlap(one.window, other.window)
