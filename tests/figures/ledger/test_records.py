from datetime import UTC, date, datetime

from lms.figures.counting.values import COLUMNS as BY_PROFILE
from lms.figures.ledger.records import (
    COLUMNS,
    RECORD,
    column,
    columns,
    day_number,
    day_of,
    moment_number,
    pack,
    unpack,
)

RECORDS = [
    (2, 70_000, 5, day_number(date(2014, 3, 14)), 9, 0, 0, 1, 1, 0, 1, 0, 1, 0, 1, 0),
    (1, 3, 5, day_number(date(2014, 3, 12)), 9, 0, 0, 1, 1, 0, 1, 0, 1, 0, 1, 0),
]


def test_what_is_packed_comes_back_in_the_order_of_days() -> None:
    records, order = unpack([pack(RECORDS[:1]), pack(RECORDS[1:])])
    assert [tuple(it) for it in records[order].tolist()] == RECORDS[::-1]
    assert len(pack(RECORDS)) == 2 * RECORD.itemsize


def test_columns_take_the_narrowest_numbers_that_hold_them() -> None:
    made = columns(*unpack([pack(RECORDS)]))
    assert made["person"].tolist() == [3, 70_000]
    assert (made["category"].itemsize, made["person"].itemsize) == (1, 4)


def test_days_before_1970_stay_days() -> None:
    assert day_of(day_number(date(1969, 12, 31))) == date(1969, 12, 31)


def test_the_number_of_a_column_is_its_place_in_a_table() -> None:
    for (age_group, sex), expected in BY_PROFILE.items():
        assert COLUMNS[column(sex, age_group)] is expected


def test_no_moment_is_zero_and_a_moment_keeps_its_microseconds() -> None:
    assert moment_number(None) == 0
    assert moment_number(datetime(1970, 1, 1, 0, 0, 1, 5, tzinfo=UTC)) == 1_000_005
