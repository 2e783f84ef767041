"""Rows as the answers have them: codes and numbers, never a name of a person."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from lms.figures import labels
from lms.figures.api.reading import pseudonym
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Measure, Scope
from lms.figures.counting.tables import Line
from lms.figures.counting.values import Column, Count
from lms.figures.models import Fact
from lms.figures.queries import Region
from lms.figures.totals import Reading
from lms.lib.sheets.writing import write_csv
from lms.people.models import Category
from lms.sessions.models import Place
from lms.unit.queries import profile


def scope(asked: Scope) -> dict[str, Any]:
    """Return what was asked for, and whether it is of sample data."""
    return {
        "first": asked.window.first,
        "last": asked.window.last,
        "as_of": asked.as_of,
        "regions": None if asked.regions is None else sorted(asked.regions),
        "sample_data": profile().is_sample,
    }


def figures(reading: Reading, measure: Measure, by: Dimension) -> dict[str, Any]:
    """Return the table of a measure."""
    table = reading.table(measure, by)
    names = labels.names(reading)
    doubt = reading.range(measure, table.total, by)
    return {
        **scope(reading.scope),
        "measure": measure,
        "by": by,
        "lines": [_line(it, labels.line(it, names, measure, by)) for it in table.lines],
        "total": _count(table.total.total),
        "to_check": asdict(doubt) if doubt else None,
    }


def as_csv(answer: Mapping[str, Any]) -> bytes:
    """Return the lines of a table for a spreadsheet, a column a sex and age group."""
    header = ["key", "kind", "code", "depth", "label", *Column, "count", "at_least"]
    rows: list[list[str | int]] = [
        [
            *(it[name] for name in header[:5]),
            *(it["columns"][column]["count"] for column in Column),
            it["count"],
            "yes" if it["at_least"] else "no",
        ]
        for it in answer["lines"]
    ]
    return write_csv([[str(it) for it in header], *rows])


def fact(it: Fact, regions: Mapping[int, Region], token_id: int) -> dict[str, Any]:
    """Return a fact; a sensitive place is told no more exactly than its region (DOMAIN 7)."""
    return {
        "id": it.id,
        "person": None if it.person_id is None else pseudonym(it.person_id, token_id),
        "count": 1 if it.count is None else it.count,
        "at_least": it.at_least,
        "outcome": it.outcome,
        "category": it.category.code,
        "sex": it.sex,
        "age_group": it.age_group,
        "region": regions[it.place_id].code,
        "place": None
        if it.place.sensitive
        else {"release": it.place.release, "code": it.place.code},
        "programme": it.programme and it.programme.code,
        "course": it.course.code,
        "organisation": it.organisation and it.organisation.code,
        "phase": it.phase,
        "training_session": it.training_session_id,
        "last_day": it.last_day,
        "minutes": it.minutes,
        "rule_version": it.rule_version,
        "recorded_at": it.recorded_at,
    }


def categories(found: Iterable[Category]) -> list[dict[str, Any]]:
    """Return categories with the codes of their parents."""
    kept = ("code", "label_fr", "label_en", "minors", "active")
    return [
        {**{name: getattr(it, name) for name in kept}, "parent": it.parent and it.parent.code}
        for it in found
    ]


def places(found: Iterable[Place]) -> list[dict[str, Any]]:
    """Return places with the codes of what they lie in, of the same release."""
    kept = ("release", "code", "level", "name_fr", "name_en")
    return [
        {**{name: getattr(it, name) for name in kept}, "parent": it.parent and it.parent.code}
        for it in found
    ]


def _line(line: Line, label: str) -> dict[str, Any]:
    return {
        "key": line.key,
        "kind": line.kind,
        "code": line.code,
        "depth": line.depth,
        "label": label,
        "columns": {str(column): _count(line.cells[column]) for column in Column},
        **_count(line.total),
    }


def _count(shown: Count) -> dict[str, Any]:
    return {"count": shown.value, "at_least": shown.at_least}
