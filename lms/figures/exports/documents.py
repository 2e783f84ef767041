"""Figures as JSON, in the form that ``data/figures.schema.json`` gives and the API publishes."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from lms.figures import labels, queries
from lms.figures.exports import schemas
from lms.figures.exports.notes import Origin
from lms.figures.exports.rows import Entry
from lms.figures.release.gate import Release
from lms.unit.queries import rules


def as_json(
    release: Release, entries: Iterable[Entry], origin: Origin, *, row: str, column: str = ""
) -> bytes:
    """Return the lines with what they answer; ``row`` names the key of the rows.

    ``column`` names that of a second dimension, if there is one.
    """
    scope = release.reading.scope
    answer = {
        schemas.KEY: schemas.address(schemas.FIGURES),
        "from": scope.window.first.isoformat(),
        "to": scope.window.last.isoformat(),
        "as_of": scope.as_of.isoformat() if scope.as_of else None,
        "regions": sorted(scope.regions) if scope.regions is not None else None,
        "audience": str(release.audience),
        "rules": rules(scope.as_of).version,
        "extracted_at": origin.now.isoformat(),
        "sample_data": origin.is_sample,
        "figures": [_figure(it, row, column) for it in entries],
        "published": _published(),
        "to_check": [
            {"category": key, "measure": str(measure), **asdict(found)}
            for measure, key, found in release.ranges()
        ],
    }
    return f"{json.dumps(answer, ensure_ascii=False, indent=2)}\n".encode()


def _figure(entry: Entry, row: str, column: str) -> dict[str, object]:
    """Return one line; a masked number is null, and ``masked`` says what stands for it."""
    cell = entry.cell
    said: dict[str, object] = {row: entry.row}
    if column:
        said[column] = entry.column
    said |= {"label": entry.label, "measure": str(entry.measure)}
    said["count"] = cell.value
    said["at_least"] = bool(cell.count and cell.count.at_least)
    if cell.value is None:
        said["masked"] = cell.mark
    return said


def _published() -> list[dict[str, object]]:
    """Return the figures published earlier: public already, never inside a total (R10)."""
    return [
        {
            "category": it.category.code,
            "label": labels.text(it),
            "outcome": str(it.outcome),
            "from": it.period_start.isoformat(),
            "to": it.period_end.isoformat(),
            "count": it.count,
            "at_least": it.at_least,
        }
        for it in queries.declared()
    ]
