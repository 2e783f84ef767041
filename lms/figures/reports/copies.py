"""Copies of a report: in full for inside the unit, with small numbers masked for outside (R13)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure
from lms.figures.counting.tables import LineKind, key_of
from lms.figures.counting.values import Column, Count
from lms.figures.models import Indicator
from lms.figures.release.cells import Audience, Cell, ReleasedLine, marked, shown
from lms.figures.release.thresholds import Limits
from lms.figures.reports import freezing
from lms.figures.reports.freezing import Content


@dataclass(frozen=True, slots=True)
class Copy:
    """What a report says to an audience; for outside, what the gate let through back then."""

    audience: Audience
    content: Content
    """Of the report, with what was released of it once it is published."""

    @property
    def is_masked(self) -> bool:
        """Whether small numbers are masked."""
        return self.audience is Audience.OUTSIDE

    @property
    def is_widened(self) -> bool:
        """Whether its numbers are of whole months, and the report is not."""
        return bool(self._said.get("widened"))

    @property
    def limits(self) -> Limits | None:
        """The thresholds by which numbers were masked; none for inside."""
        return Limits(**self._said["smallest"]) if self.is_masked else None

    @property
    def window(self) -> Window:
        """The days its numbers are of."""
        first, last = (date.fromisoformat(self._said[it]) for it in ("from", "to"))
        return Window(first, last)

    @property
    def ranges(self) -> Sequence[Content]:
        """Between which numbers totals lie that have people to be checked (R14)."""
        found: Sequence[Content] = self._said["ranges"]
        return found

    @property
    def decisions(self) -> Sequence[Content]:
        """What was decided since the report before; none in reports that did not say it yet."""
        found: Sequence[Content] = self._said.get("since_last_report", {}).get("decisions", ())
        return found

    @property
    def indicators(self) -> list[Indicator]:
        """The indicators, public already; these rows are in no database."""
        return [Indicator(**it) for it in self.content["indicators"]]

    def lines(self, measure: Measure, dimension: Dimension) -> list[ReleasedLine]:
        """Return the lines of a table in their order, the total last."""
        if not self.is_masked:
            return [
                _line(it.kind, it.code, it.depth, [*it.cells.values(), it.total])
                for it in freezing.lines(self.content, measure, dimension)
            ]
        return [
            _line(LineKind(it["kind"]), it["code"], it["depth"], _cells(it))
            for it in self._said["measures"][str(measure)][str(dimension)]
        ]

    @property
    def _said(self) -> Content:
        said: Content = self.content["released"] if self.is_masked else self.content
        return said


def _cells(line: Content) -> list[Cell | Count]:
    masked, at_least = line["masked"], line["at_least"]
    return [
        marked(masked[key]) if key in masked else Count(line["cells"][key], key in at_least)
        for key in (*map(str, Column), "total")
    ]


def _line(kind: LineKind, code: str, depth: int, numbers: Sequence[Cell | Count]) -> ReleasedLine:
    *cells, total = [shown(it) if isinstance(it, Count) else it for it in numbers]
    return ReleasedLine(
        kind=kind,
        code=code,
        key=key_of(kind, code),
        depth=depth,
        cells=dict(zip(Column, cells, strict=True)),
        total=total,
    )
