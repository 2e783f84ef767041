"""Rows as the answers have them: codes and numbers, never a name of a person."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from lms.figures import labels
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import OF_PERSONS, Measure, Scope
from lms.figures.counting.tables import LineKind
from lms.figures.counting.values import Column
from lms.figures.models import Fact
from lms.figures.queries import Region
from lms.figures.release import facts as gate
from lms.figures.release.cells import Audience, Cell, ReleasedLine
from lms.figures.release.gate import Release
from lms.figures.reports import freezing
from lms.figures.reports.models import Report
from lms.figures.totals import Reading
from lms.lib.sheets.writing import write_csv
from lms.people.models import Category
from lms.sessions.models import Place
from lms.unit.queries import profile, rules


def scope(asked: Scope) -> dict[str, Any]:
    """Return what was asked for, and whether it is of sample data."""
    return {
        "first": asked.window.first,
        "last": asked.window.last,
        "as_of": asked.as_of,
        "regions": None if asked.regions is None else sorted(asked.regions),
        "sample_data": profile().is_sample,
    }


def figures(release: Release, measure: Measure, by: Dimension) -> dict[str, Any]:
    """Return the table of a measure as its audience may have it.

    Raises ``NotReleased`` for rows that are not for outside.
    """
    lines = release.table(measure, by).lines
    names = labels.names(release.reading)
    return {
        **scope(release.reading.scope),
        "audience": release.audience,
        "widened": release.is_widened,
        "rule_version": rules(release.asked.as_of).version,
        "measure": measure,
        "by": by,
        "lines": [_line(it, labels.line(it, names, measure, by)) for it in lines],
        "total": _cell(lines[-1].total),
        "to_check": _to_check(release, measure),
    }


def as_csv(answer: Mapping[str, Any]) -> bytes:
    """Return the lines of a table for a spreadsheet, a column a sex and age group.

    A masked number is its mark, as in every file of figures.
    """
    header = ["key", "kind", "code", "depth", "label", *Column, "count", "at_least"]
    rows: list[list[str | int]] = [
        [
            *(it[name] for name in header[:5]),
            *(_plain(it["columns"][column]) for column in Column),
            _plain(it),
            "yes" if it["at_least"] else "no",
        ]
        for it in answer["lines"]
    ]
    return write_csv([[str(it) for it in header], *rows])


def report(it: Report) -> dict[str, Any]:
    """Return what identifies a published report, and what proves its facts."""
    return {
        "code": it.code,
        "state": it.state,
        "first": it.period_start,
        "last": it.period_end,
        "regions": it.regions,
        "as_of": it.as_of,
        "published_at": it.published_at,
        "rule_version": it.rule_version,
        "digest": it.digest,
        "corrects": it.succeeds and it.succeeds.code,
        "reason": it.reason,
    }


def signed(it: Report, audience: Audience) -> dict[str, Any]:
    """Return a published report whole, as it was signed for an audience."""
    return {**report(it), "audience": audience, **freezing.signed(it, audience)}


def facts(found: Iterable[Fact], reading: Reading, token_id: int) -> list[dict[str, Any]]:
    """Return facts as one token may have them."""
    nameless = gate.nameless(reading)
    return [
        {**_fact(it, reading.regions), "person": _person(it, nameless, token_id)} for it in found
    ]


def _person(it: Fact, nameless: Collection[int], token_id: int) -> str | None:
    if it.person_id is None or it.category_id in nameless:
        return None
    return gate.pseudonym(it.person_id, token_id)


def _fact(it: Fact, regions: Mapping[int, Region]) -> dict[str, Any]:
    place = gate.told(it.place)
    return {
        "id": it.id,
        "count": 1 if it.count is None else it.count,
        "at_least": it.at_least,
        "outcome": it.outcome,
        "category": it.category.code,
        "sex": it.sex,
        "age_group": it.age_group,
        "region": regions[it.place_id].code,
        "place": place and {"release": place.release, "code": place.code},
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


def _line(line: ReleasedLine, label: str) -> dict[str, Any]:
    return {
        "key": line.key,
        "kind": line.kind,
        "code": line.code,
        "depth": line.depth,
        "label": label,
        "columns": {str(column): _cell(line.cells[column]) for column in Column},
        **_cell(line.total),
    }


def _cell(cell: Cell) -> dict[str, Any]:
    """Return a number; a masked one is no number, and ``masked`` says what stands for it."""
    at_least = bool(cell.count and cell.count.at_least)
    return {"count": cell.value, "at_least": at_least, "masked": cell.mark or None}


def _plain(written: Mapping[str, Any]) -> str | int:
    found: str | int = written["masked"] or written["count"]
    return found


def _to_check(release: Release, measure: Measure) -> dict[str, int] | None:
    """Return between which numbers the total lies, where it is shown and somebody is doubtful."""
    if measure not in OF_PERSONS or not release.reading.open_pairs:
        return None
    found = (it for of, key, it in release.ranges() if (of, key) == (measure, LineKind.TOTAL))
    return next(map(asdict, found), None)
