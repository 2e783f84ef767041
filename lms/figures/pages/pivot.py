"""A table of any two dimensions, as the page shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from lms.figures import labels
from lms.figures.counting.questions import OF_PERSONS, Question
from lms.figures.counting.tables import Line, LineKind, lines_beside
from lms.figures.counting.values import Count
from lms.figures.pages.periods import as_asked
from lms.figures.pages.tables import Cell, Row, is_empty, look, ranges
from lms.figures.totals import Reading


@dataclass(frozen=True, slots=True)
class Pivot:
    """The table: its columns, its rows, and the name that stands over it."""

    caption: str
    columns: list[dict[str, object]]
    rows: list[Row]
    ranges: list[str]
    """Lines of which some are to be checked, each with its bounds."""
    nobody: bool


def pivot(reading: Reading, question: Question, kept: Mapping[str, Any], *, linked: bool) -> Pivot:
    """Return the rows of one dimension set out along another; ``linked`` leads behind numbers.

    Whoever stands in several columns stands in an overlap, so that a row adds up to its total.
    """
    if question.across is None:
        raise ValueError("a pivot needs a second dimension")
    measure, dimension = question.measure, question.dimension
    whole, names = reading.table(measure, dimension), labels.names(reading)
    tables = reading.across(measure, dimension, question.across)
    totals = {code: {it.key: it.total for it in table.lines} for code, table in tables.items()}
    making = _Making(question, kept, totals, linked=linked)
    overlap = measure in OF_PERSONS
    beside = lines_beside(whole, tables.values())
    lines = [it for it in beside if not (is_empty(it) and it.depth == 0)]
    heads = [names.row(it, question.across) for it in tables]
    closing = [_("Overlap"), _("Total")] if overlap else [_("Total")]
    return Pivot(
        caption=_(
            "%(measure)s: %(rows)s and %(columns)s",
            measure=labels.MEASURES[measure],
            rows=str(labels.DIMENSIONS[dimension]).lower(),
            columns=str(labels.DIMENSIONS[question.across]).lower(),
        ),
        columns=[
            {"label": str(labels.DIMENSIONS[dimension])},
            *({"label": it, "number": True} for it in [*heads, *closing]),
        ],
        rows=[
            Row(
                labels.line(it, names, measure, dimension),
                look(it),
                making.cells(it, overlap=overlap),
            )
            for it in lines
        ],
        ranges=ranges(reading, measure, dimension),
        nobody=not whole.total.total.value,
    )


@dataclass(frozen=True, slots=True)
class _Making:
    question: Question
    kept: Mapping[str, Any]
    totals: Mapping[str, Mapping[str, Count]]
    """For each column the totals of its lines; nobody stands in a line that it lacks."""
    linked: bool

    def cells(self, line: Line, *, overlap: bool) -> list[Cell]:
        """Return the numbers of a line: a column each, the overlap if asked for, the total."""
        along = [(code, of.get(line.key, Count())) for code, of in self.totals.items()]
        cells = [
            Cell(labels.cell(it), self._href(line, code, it), not it.value) for code, it in along
        ]
        if overlap:
            excess = Count(line.total.value - sum(it.value for _code, it in along))
            cells.append(Cell(labels.cell(excess), zero=not excess.value))
        total = line.total
        return [*cells, Cell(labels.cell(total), self._href(line, "", total), not total.value)]

    def _href(self, line: Line, code: str, count: Count) -> str:
        if not self.linked or not count.value or (code and line.kind is LineKind.OVERLAP):
            return ""
        days = as_asked(self.question.scope.window)
        across = self.question.across
        within = {"column_of": across, "in": code} if code else {}
        asked = {**self.kept, "columns": across, **days, **within}
        return url_for("figures.behind", line=line.key, **asked)
