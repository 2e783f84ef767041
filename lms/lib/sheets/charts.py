"""Native pictures of a workbook: bars that a spreadsheet draws from the cells beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

# Apart in black and white too: from dark to light, each with a thin edge.
FILLS = ("#3b2f25", "#b5762d", "#8a8074", "#6d8a96", "#d9b98a", "#c9c3ba")
EDGE = {"color": "#1c1712", "width": 0.5}
WIDTH, HEIGHT = 900, 420  # pixels
BAR_HEIGHT = 28
ROOM = 160
ROWS_BETWEEN = 3
"""Empty rows between a table and its picture, in which a mark may stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A bar for each of the first ``rows`` of a table, stacked from its ``columns``."""

    title: str
    rows: int
    columns: Sequence[int]


def draw(workbook: Workbook, sheet: Worksheet, chart: Chart, below: int) -> None:
    """Put the picture under the table, which ends in row ``below``."""
    if not chart.rows or not chart.columns:
        return
    picture = workbook.add_chart({"type": "bar", "subtype": "stacked"})
    for column, fill in zip(chart.columns, FILLS, strict=False):
        picture.add_series(
            {
                "name": [sheet.get_name(), 0, column],
                "categories": [sheet.get_name(), 1, 0, chart.rows, 0],
                "values": [sheet.get_name(), 1, column, chart.rows, column],
                "fill": {"color": fill},
                "border": EDGE,
                "gap": 60,
            }
        )
    picture.set_title({"name": chart.title, "name_font": {"size": 12}})
    picture.set_legend({"position": "bottom"})
    picture.set_y_axis({"reverse": True})  # in the order of the table
    picture.set_x_axis({"num_format": "#,##0", "major_gridlines": {"visible": True}})
    picture.set_size({"width": WIDTH, "height": max(HEIGHT, chart.rows * BAR_HEIGHT + ROOM)})
    described = {"description": chart.title, "object_position": 2}
    sheet.insert_chart(below + ROWS_BETWEEN, 0, picture, described)
