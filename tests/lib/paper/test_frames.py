import pytest

from lms.lib.paper import frames
from lms.lib.paper.sheets import A4_LANDSCAPE, Sheets, Title


@pytest.mark.parametrize("count", [frames.CELLS_ACROSS, frames.CELLS_DOWN])
def test_each_side_begins_and_ends_on_a_lozenge(count: int) -> None:
    side = frames.cells(count)
    assert side.startswith("ABBCBBA")
    assert side.endswith("A")
    assert len(side) == count


def test_the_border_is_vectors_alone() -> None:
    sheets = Sheets(A4_LANDSCAPE, Title(title="Cloth", author="Nobody"))
    sheets.stamp("border", frames.draw_border)
    sheets.end_page()
    assert b"/Subtype /Image" not in sheets.to_pdf()
