from lms.lib.charts.amounts import Words
from lms.lib.charts.marks import Track, box, masked, nothing, part

TRACK = Track(x=10, y=4, width=50, height=20)
SAID = Words(key="map", title="Regions", description="Gao 3")


def test_each_kind_of_number_has_a_mark_of_its_own() -> None:
    marks = {str(box(TRACK, "c-teal")), str(masked(TRACK, SAID)), str(nothing(TRACK))}
    assert len(marks | {str(part(TRACK, SAID))}) == 4


def test_what_is_masked_is_dashed_and_zero_is_not() -> None:
    assert "stroke-dasharray" in masked(TRACK, SAID)
    assert "stroke-dasharray" not in nothing(TRACK)
