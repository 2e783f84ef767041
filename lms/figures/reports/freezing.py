"""What a report says, as plain values that can be stored, signed and read again."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from flask import current_app

from lms.figures import queries
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import OF_PERSONS, Measure, Scope
from lms.figures.counting.ranges import Range
from lms.figures.counting.tables import Line, LineKind
from lms.figures.counting.values import Column, Count
from lms.figures.release.cells import Audience, ReleasedLine
from lms.figures.release.gate import Release
from lms.figures.reports.models import Report
from lms.figures.totals import Reading
from lms.lib.keys import Key
from lms.unit.queries import profile

FORMAT = 1
COUNTED = tuple(it for it in Measure if it is not Measure.INDICATOR)
FROZEN = (Dimension.CATEGORY, Dimension.REGION)
"""What the rows of a report's tables are."""
Content = dict[str, Any]


def scope_of(report: Report) -> Scope:
    """Return what the report counts, as known now."""
    regions = None if report.regions is None else frozenset(report.regions)
    return Scope(window=report.window, regions=regions)


def tables(reading: Reading) -> Content:
    """Return every measure's lines and columns, the ranges and the names of the rows."""
    return {
        "measures": {
            str(measure): {
                str(dimension): [
                    _line(it) for it in reading.table(measure, dimension).lines if _says(it)
                ]
                for dimension in FROZEN
            }
            for measure in COUNTED
        },
        "ties_out": {str(measure): reading.table(measure).ties_out for measure in COUNTED},
        "ranges": list(_ranges(reading)),
        "indicators": [
            {
                "code": it.code,
                "count": it.count,
                "at_least": it.at_least,
                "label_fr": it.label_fr,
                "label_en": it.label_en,
            }
            for it in queries.indicators(reading.scope.window)
        ],
        "names": {
            "category": {
                it.code: {"fr": it.label_fr, "en": it.label_en} for it in reading.categories
            },
            "region": {
                it.code: {"fr": it.name_fr, "en": it.name_en} for it in reading.regions.values()
            },
        },
    }


def _says(line: Line) -> bool:
    return line.kind is LineKind.TOTAL or line.total.value != 0


def _line(line: Line) -> Content:
    return {
        "kind": str(line.kind),
        "code": line.code,
        "depth": line.depth,
        "cells": {str(it): line.cells[it].value for it in Column},
        "at_least": [str(it) for it in Column if line.cells[it].at_least],
    }


def _ranges(reading: Reading) -> Iterable[Content]:
    for measure in OF_PERSONS:
        for line in reading.table(measure).lines:
            if found := reading.range(measure, line):
                yield _range(measure, line.key, found)


def _range(measure: Measure, key: str, found: Range) -> Content:
    return {"measure": str(measure), "line": key, **asdict(found)}


def released(release: Release) -> Content:
    """Return the same tables as they may leave the unit, a masked number as its mark (R13)."""
    window = release.reading.scope.window
    return {
        "audience": str(release.audience),
        "from": window.first.isoformat(),
        "to": window.last.isoformat(),
        "widened": release.is_widened,
        "smallest": asdict(release.limits),
        "measures": {
            str(measure): {
                str(dimension): [
                    _released_line(it)
                    for it in release.table(measure, dimension).lines
                    if it.kind is LineKind.TOTAL or not it.is_empty
                ]
                for dimension in FROZEN
            }
            for measure in COUNTED
        },
        "ranges": [_range(*it) for it in release.ranges()],
    }


def _released_line(line: ReleasedLine) -> Content:
    cells = {**{str(it): line.cells[it] for it in Column}, "total": line.total}
    return {
        "kind": str(line.kind),
        "code": line.code,
        "depth": line.depth,
        "cells": {key: it.value for key, it in cells.items()},
        "at_least": [key for key, it in cells.items() if it.count and it.count.at_least],
        "masked": {key: it.mark for key, it in cells.items() if it.count is None},
    }


def lines(content: Content, measure: Measure, dimension: Dimension) -> list[Line]:
    """Return the lines of a frozen table, in their order."""
    return [
        Line(
            LineKind(it["kind"]),
            it["code"],
            it["depth"],
            {
                column: Count(it["cells"][column], str(column) in it["at_least"])
                for column in Column
            },
            frozenset(),
        )
        for it in content["measures"][str(measure)][str(dimension)]
    ]


def as_of(report: Report) -> datetime:
    """Return the moment a published report counted. Raises ``ValueError`` for a prepared one."""
    if report.as_of is None:
        raise ValueError(report.tag)
    return report.as_of


def head(report: Report) -> Content:
    """Return what identifies a report: window, regions, moment, rules, who and what before."""
    approver, moment = report.approved_by, as_of(report).isoformat()
    return {
        "format": FORMAT,
        "code": report.code,
        "from": report.period_start.isoformat(),
        "to": report.period_end.isoformat(),
        "regions": report.regions,
        "as_of": moment,
        "published_at": moment,
        "prepared_at": report.prepared_at.isoformat(),
        "prepared_by": report.prepared_by.name,
        "approved_by": approver.name if approver else "",
        "rule_version": report.rule_version,
        "sample_data": profile().is_sample,
        "succeeds": report.succeeds.code if report.succeeds else None,
        "reason": report.reason,
        "prints_range": report.print_range,
    }


def signed(report: Report, audience: Audience) -> Content:
    """Return a published report with what proves it, so that a file of it verifies.

    For outside that is what the gate let through when it was published, signed apart.
    """
    content = report.content or {}
    inside = audience is Audience.INSIDE
    return {
        "report": content if inside else content["released"],
        "signature": report.signature if inside else content["released_signature"],
        "public_key": report.public_key,
    }


def signing_key() -> Key:
    """Return the key of this installation, kept with its data."""
    return Key.kept_at(Path(current_app.config["HOME"]) / "keys" / "reports")
