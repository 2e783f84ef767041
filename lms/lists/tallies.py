"""What the page of a list of headcounts shows, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from lms.i18n import localised
from lms.lists import labels, pages
from lms.lists.queries import CountPreview
from lms.lists.reading.counts import CountRow, Group
from lms.people import queries as people
from lms.people.kinds import Sex
from lms.sessions.labels import COLUMNS


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row in words; ``cells`` stand in the order of the page's columns."""

    number: int
    category: str
    words: str
    cells: Sequence[int]
    total: int
    why: str
    refused: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The whole page of a list of headcounts."""

    lines: Sequence[Line]
    columns: Sequence[pages.ColumnLine]
    headings: Sequence[str]
    number_headings: Sequence[dict[str, object]]
    """The same as the component ``table`` takes them."""
    sums: Sequence[int]
    total: int
    at_least: bool
    lines_read: int
    remarked: bool
    """Whether anything is said of any row."""
    to_record: int
    header_row: int
    totals_differ: str
    notes: Sequence[str]
    to_decide: int = 0
    incomplete: bool = False
    """As the form of recording asks; it names nobody and says nothing of slots."""


def tally(preview: CountPreview) -> Tally:
    """Return the page of a preview of headcounts."""
    groups = [it for it in _groups() if it[0] is not Sex.UNSPECIFIED or preview.sums[it]]
    names = {it.code: localised(it, "label") for it in people.categories(with_inactive=True)}
    headings = [str(COLUMNS[group, sex]) for sex, group in groups]
    total = preview.sums.total()
    differ = preview.totals_differ and preview.declared_total is not None
    withheld = labels.withheld(preview.withheld)
    lines = [_line(it, groups, names) for it in preview.rows]
    return Tally(
        lines=lines,
        lines_read=len(lines),
        remarked=any(it.why for it in lines),
        columns=pages.columns(preview.mapping, preview.samples),
        headings=headings,
        number_headings=[{"label": it, "number": True} for it in headings],
        sums=[preview.sums[it] for it in groups],
        total=total,
        at_least=any(it.at_least for it in preview.to_record),
        to_record=len(preview.to_record),
        header_row=preview.mapping.header_row,
        totals_differ=labels.totals_differ(preview.declared_total or 0, total) if differ else "",
        notes=[withheld] if withheld else [],
    )


def _groups() -> list[Group]:
    return [(sex, group) for group, sex in COLUMNS]


def _line(row: CountRow, groups: Sequence[Group], names: dict[str, str]) -> Line:
    said = [labels.REFUSALS[row.refusal]] if row.refusal else []
    said += [labels.DOUBTS[it] for it in row.doubts]
    return Line(
        number=row.number,
        category=names.get(row.category, row.category),
        words=pages.short(row.words),
        cells=[row.counts.get(it, 0) for it in groups],
        total=row.total,
        why=", ".join(map(str, said)),
        refused=row.refusal is not None,
    )
