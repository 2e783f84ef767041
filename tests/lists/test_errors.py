from datetime import UTC, datetime

import pytest

from lms.errors import RuleBroken
from lms.lists.errors import AlreadyRecorded, NothingToRecord, TotalsDiffer

DAY = datetime(2014, 3, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (AlreadyRecorded(7, DAY), "imported_list:7"),
        (TotalsDiffer(46, 45), "46 45"),
        (NothingToRecord("imported_list:7"), "imported_list:7"),
    ],
)
def test_a_refusal_says_ids_and_numbers_alone(error: RuleBroken, said: str) -> None:
    assert str(error) == said


def test_what_was_recorded_before_is_carried_along() -> None:
    error = AlreadyRecorded(7, DAY)
    assert (error.imported_list_id, error.at) == (7, DAY)


def test_both_numbers_of_a_total_that_differs_are_carried_along() -> None:
    error = TotalsDiffer(46, 45)
    assert (error.declared, error.counted) == (46, 45)
