"""What somebody wants as a file, as a row can keep it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Self

from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Question, Scope
from lms.figures.release.cells import Audience


class Content(StrEnum):
    """What the file holds, and its form."""

    XLSX = "totals-xlsx"
    PDF = "totals-pdf"
    CSV = "totals-csv"
    HXL = "totals-hxl"
    SPREADSHEET = "totals-spreadsheet"
    """CSV that a spreadsheet set to French opens by a double click."""
    JSON = "totals-json"
    PIVOT_XLSX = "pivot-xlsx"
    PIVOT_CSV = "pivot-csv"
    FACTS = "facts-csv"

    @property
    def suffix(self) -> str:
        """How the name of the file ends."""
        form = self.partition("-")[2]
        return form if form in {"xlsx", "pdf", "json"} else "csv"


ONLY_INSIDE = frozenset({Content.PIVOT_XLSX, Content.PIVOT_CSV, Content.FACTS})
"""What no gate masks, so that it stays in the unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One file: what it holds, for whom, and the question it answers."""

    content: Content
    audience: Audience
    question: Question

    @property
    def row(self) -> dict[str, Any]:
        """What a row keeps of it."""
        scope, question = self.question.scope, self.question
        return {
            "content": self.content.value,
            "audience": self.audience.value,
            "from": scope.window.first.isoformat(),
            "to": scope.window.last.isoformat(),
            "regions": None if scope.regions is None else sorted(scope.regions),
            "as_of": scope.as_of.isoformat() if scope.as_of else None,
            "measure": question.measure.value,
            "rows": question.dimension.value,
            "columns": question.across.value if question.across else None,
        }

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """Return what a row keeps."""
        scope = Scope(
            window=Window(date.fromisoformat(row["from"]), date.fromisoformat(row["to"])),
            regions=None if row["regions"] is None else frozenset(row["regions"]),
            as_of=datetime.fromisoformat(row["as_of"]) if row["as_of"] else None,
        )
        return cls(
            content=Content(row["content"]),
            audience=Audience(row["audience"]),
            question=Question(
                scope=scope,
                measure=Measure(row["measure"]),
                dimension=Dimension(row["rows"]),
                across=Dimension(row["columns"]) if row["columns"] else None,
            ),
        )
