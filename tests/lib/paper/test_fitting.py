from collections.abc import Callable

import pytest
from hypothesis import given, strategies as st

from lms.lib.paper.fitting import (
    Paragraph,
    balance_lines,
    break_lines,
    fit_columns,
    set_column,
)

Breaking = Callable[[str, float, Callable[[str], float]], list[str]]
words = st.lists(st.text("abcé’", min_size=1, max_size=30), min_size=1, max_size=15)


def letters(text: str) -> float:
    return len(text)


def ruler(text: str, _typeface: str, size: float) -> float:
    return len(text) * size


def paragraph(text: str) -> Paragraph:
    return Paragraph(text=text, typeface="any", size=1, leading=2, space_before=1)


@pytest.mark.parametrize("breaking", [break_lines, balance_lines])
@given(words=words, width=st.integers(5, 40))
def test_no_letter_is_lost_and_no_line_is_too_wide(
    breaking: Breaking, words: list[str], width: int
) -> None:
    lines = breaking(" ".join(words), width, letters)
    assert "".join(lines).replace(" ", "") == "".join(words)
    assert all(len(line) <= width for line in lines)


@given(words=words, width=st.integers(5, 40))
def test_even_lines_are_as_few_as_filled_ones(words: list[str], width: int) -> None:
    text = " ".join(words)
    assert len(balance_lines(text, width, letters)) == len(break_lines(text, width, letters))


def test_lines_are_evened_out() -> None:
    assert break_lines("aa bb cc dd ee", 11, letters) == ["aa bb cc dd", "ee"]
    assert balance_lines("aa bb cc dd ee", 11, letters) == ["aa bb cc", "dd ee"]


def test_a_no_break_space_holds_words_together() -> None:
    assert break_lines("le 1er\u00a0avril\u00a02014", 14, letters) == [
        "le",
        "1er\u00a0avril\u00a02014",
    ]


def test_a_column_keeps_the_space_between_its_paragraphs() -> None:
    lines = set_column([paragraph("aaa bbb"), paragraph("ccc")], 3, 1.0, ruler)
    assert [(line.text, line.drop) for line in lines] == [("aaa", 0), ("bbb", 2), ("ccc", 5)]


def test_columns_share_the_first_width_and_scale_at_which_all_are_low_enough() -> None:
    columns = [[paragraph("aaa bbb ccc")], [paragraph("dd")]]
    long, short = fit_columns(columns, height=1, tries=[(3, 1), (6, 1), (6, 0.5)], ruler=ruler)
    assert [line.text for line in long] == ["aaa bbb ccc"]
    assert {line.size for line in [*long, *short]} == {0.5}


def test_the_last_try_stands_even_if_it_is_too_high() -> None:
    (lines,) = fit_columns([[paragraph("aaa bbb")]], height=0, tries=[(3, 1)], ruler=ruler)
    assert [line.text for line in lines] == ["aaa", "bbb"]
