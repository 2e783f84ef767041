from collections import Counter
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


@pytest.mark.parametrize("fewest", [1, 2, 3])
@given(words=words, width=st.integers(5, 40))
def test_a_word_that_fits_is_never_broken(words: list[str], width: int, fewest: int) -> None:
    lines = balance_lines(" ".join(words), width, letters, fewest)
    whole = [word for line in lines for word in line.split()]
    assert not Counter(it for it in words if len(it) <= width) - Counter(whole)


def test_a_text_is_broken_into_more_lines_where_asked() -> None:
    assert balance_lines("aa bb cc dd", 40, letters, 2) == ["aa bb", "cc dd"]
    assert balance_lines("aaaa", 40, letters, 2) == ["aaaa"]


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


def test_paired_columns_break_each_paragraph_into_as_many_lines() -> None:
    columns = [[paragraph("aaa bbb"), paragraph("c")], [paragraph("d e"), paragraph("ff gg")]]
    one, other = fit_columns(columns, height=99, tries=[(5, 1)], ruler=ruler, paired=True)
    assert [(line.text, line.drop) for line in one] == [("aaa", 0), ("bbb", 2), ("c", 5)]
    assert [(line.text, line.drop) for line in other] == [("d", 0), ("e", 2), ("ff gg", 5)]


def test_a_word_alone_leaves_the_space_of_the_lines_beside_it() -> None:
    columns = [[paragraph("aaa bbb"), paragraph("c")], [paragraph("d"), paragraph("f")]]
    one, other = fit_columns(columns, height=99, tries=[(5, 1)], ruler=ruler, paired=True)
    assert one[-1].drop == other[-1].drop


def test_the_last_try_stands_even_if_it_is_too_high() -> None:
    (lines,) = fit_columns([[paragraph("aaa bbb")]], height=0, tries=[(3, 1)], ruler=ruler)
    assert [line.text for line in lines] == ["aaa", "bbb"]
