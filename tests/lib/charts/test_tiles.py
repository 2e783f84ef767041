from hypothesis import given, strategies as st

from lms.lib.charts.amounts import Amount, Words
from lms.lib.charts.tiles import Tile, tiles
from tests.lib.charts.amounts import AMOUNTS, SAID, WORDS, at_least, exact, masked
from tests.lib.charts.drawn import SVG, inside, read, rectangles, said

AREAS = st.lists(
    st.builds(
        Tile,
        column=st.integers(0, 6),
        row=st.integers(0, 6),
        code=st.text(max_size=6),
        name=st.text(max_size=20),
        amount=AMOUNTS,
        span=st.integers(1, 2),
    ),
    max_size=21,
)


def tile(amount: Amount, column: int = 0) -> Tile:
    return Tile(column=column, row=0, code="ML07", name="Gao", amount=amount)


@given(WORDS, AREAS)
def test_any_areas_give_xml_with_everything_inside(words: Words, areas: list[Tile]) -> None:
    assert inside(read(tiles(words, areas)))


def test_a_tile_says_code_name_and_value_and_darker_is_more() -> None:
    root = read(tiles(SAID, [tile(exact(163)), tile(exact(35), 1), tile(exact(0), 2)]))
    assert said(root)[:3] == ["ML07", "Gao", "163"]
    paints = [it.get("class") for it in root.iter(f"{SVG}rect")]
    assert paints == ["c-teal", "c-tint", "c-sunk"]


def test_open_and_hidden_tiles_have_a_dashed_edge_and_only_the_hidden_dots() -> None:
    root = read(tiles(SAID, [tile(at_least(9)), tile(masked(3), 1), tile(exact(9), 2)]))
    assert [it.get("fill") for it in rectangles(root, "c-ink")] == [
        "none",
        "url(#chart-trained-hidden)",
    ]
