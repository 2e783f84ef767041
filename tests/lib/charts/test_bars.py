from hypothesis import given, strategies as st

from lms.lib.charts.amounts import Amount, Words
from lms.lib.charts.bars import Bar, bars
from tests.lib.charts.amounts import AMOUNTS, NUMBERS, SAID, WORDS, at_least, exact, masked
from tests.lib.charts.drawn import SVG, inside, read, rectangles, said

ROWS = st.lists(st.builds(Bar, st.text(max_size=150), AMOUNTS, NUMBERS, NUMBERS), max_size=8)


@given(WORDS, ROWS, st.text(max_size=20))
def test_any_rows_give_xml_with_everything_inside(
    words: Words, rows: list[Bar], label: str
) -> None:
    assert inside(read(bars(words, rows, part_label=label)))


def test_a_picture_says_its_title_and_description() -> None:
    root = read(bars(SAID, [Bar("Mission", exact(70))]))
    assert root.findtext(f"{SVG}title") == "Persons trained"
    assert root.findtext(f"{SVG}desc") == "Three and four."
    assert said(root) == ["Mission", "70"]


def test_the_longest_bar_has_the_whole_room_and_the_others_their_share() -> None:
    root = read(bars(SAID, [Bar("a", exact(40)), Bar("b", exact(10))]))
    assert [it.get("width") for it in rectangles(root, "c-teal")] == ["66%", "16.5%"]


def test_the_part_is_striped_but_never_of_an_open_or_hidden_amount() -> None:
    rows = [Bar("a", exact(40), part=10), Bar("b", at_least(40), 10), Bar("c", masked(4), 1)]
    root = read(bars(SAID, rows, part_label="women and girls"))
    striped = [it for it in root.iter(f"{SVG}rect") if "-part" in it.get("fill", "")]
    assert [it.get("width") for it in striped] == ["16.5%", "8%"]  # the second is the legend
    assert said(root)[-1] == "women and girls"


def test_zero_open_and_hidden_amounts_look_different() -> None:
    zero = read(bars(SAID, [Bar("a", exact(0)), Bar("b", exact(9))]))
    assert [it.get("width") for it in rectangles(zero, "c-soft")] == ["2"]
    opened = read(bars(SAID, [Bar("a", at_least(9))]))
    assert len(rectangles(opened, "c-ochre")) == 4
    hidden = read(bars(SAID, [Bar("a", masked(4)), Bar("b", exact(9))]))
    assert rectangles(hidden, "c-soft")[0].get("stroke-dasharray") == "4 3"


def test_a_hidden_amount_is_not_told_by_its_mark() -> None:
    assert bars(SAID, [Bar("a", masked(1)), Bar("b", exact(9))]) == bars(
        SAID, [Bar("a", masked(4)), Bar("b", exact(9))]
    )


def test_a_goal_beyond_the_bar_sets_the_scale() -> None:
    root = read(bars(SAID, [Bar("a", exact(50), goal=100)]))
    assert rectangles(root, "c-teal")[0].get("width") == "33%"
    (goal,) = root.iter(f"{SVG}line")
    assert goal.get("x1") == "66.00%"


def test_words_that_look_like_code_stay_words() -> None:
    root = read(bars(Words("k", "<script>", "&"), [Bar("<b>", Amount(1, '"1"'))]))
    assert root.findtext(f"{SVG}title") == "<script>"
    assert said(root) == ["<b>", '"1"']
