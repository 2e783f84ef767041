import pytest

from lms.lib.sheets.sheet import MOST_CELLS, Reason, UnreadableSheet, make_sheet


def test_rows_are_equally_long_and_blank_ones_at_the_end_go() -> None:
    sheet = make_sheet("L", [[None], ["a", " ", "b", ""], ["c"], ["", None]])
    assert sheet.rows == ((None, None, None), ("a", None, "b"), ("c", None, None))


def test_a_sheet_of_blank_cells_is_empty() -> None:
    with pytest.raises(UnreadableSheet) as caught:
        make_sheet("L", [["", None], [" "]])
    assert caught.value.reason is Reason.EMPTY


def test_one_wide_row_does_not_make_all_rows_wide() -> None:
    with pytest.raises(UnreadableSheet) as caught:
        make_sheet("L", [["a"] * 2_000, *[["b"]] * (MOST_CELLS // 2_000)])
    assert caught.value.reason is Reason.TOO_LARGE
