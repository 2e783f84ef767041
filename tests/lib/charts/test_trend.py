from hypothesis import given, strategies as st

from lms.lib.charts.amounts import Words
from lms.lib.charts.trend import Step, trend
from tests.lib.charts.amounts import AMOUNTS, SAID, WORDS, at_least, exact, masked
from tests.lib.charts.drawn import SVG, inside, read, rectangles, said

STEPS = st.lists(
    st.builds(Step, st.text(max_size=4), st.text(max_size=4), AMOUNTS, st.none() | AMOUNTS),
    max_size=20,
)


@given(WORDS, STEPS)
def test_any_steps_give_xml_with_everything_inside(words: Words, steps: list[Step]) -> None:
    assert inside(read(trend(words, steps)))


def test_the_period_before_is_hollow_beside_the_full_column() -> None:
    root = read(trend(SAID, [Step("Q1", "2014", exact(20), before=exact(40))]))
    (full,) = rectangles(root, "c-teal")
    (hollow,) = rectangles(root, "c-soft")
    assert float(full.attrib["height"]) * 2 == float(hollow.attrib["height"])
    assert hollow.get("fill") == "none"
    assert said(root) == ["Q1", "2014", "20"]


def test_few_columns_all_say_their_number_many_only_the_highest_and_the_last() -> None:
    few = [Step(f"Q{it}", "", exact(it)) for it in range(4)]
    assert {"0", "1", "2", "3"} <= set(said(read(trend(SAID, few))))
    many = [Step("", "", exact(it)) for it in (3, 9, 1, 2, 4, 5, 6, 7)]
    assert [it for it in said(read(trend(SAID, many))) if it] == ["9", "7"]


def test_open_and_hidden_columns_have_their_own_marks() -> None:
    root = read(trend(SAID, [Step("a", "", at_least(9)), Step("b", "", masked(3))]))
    assert len(rectangles(root, "c-ochre")) == 4
    (hidden,) = [it for it in root.iter(f"{SVG}rect") if "hidden" in it.get("fill", "")]
    assert hidden.get("stroke-dasharray")
