"""The queue of doubts and one doubt, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from lms.i18n import days, localised
from lms.lists.models import ImportedList
from lms.people.kinds import DoubtKind, Verdict
from lms.people.models import Person, Suggestion
from lms.people.names import record_number
from lms.people.queries.protection import Guard
from lms.web.register import labels
from lms.web.register.pages.attended import AttendedLine
from lms.web.register.pages.sides import FieldLine, field_lines, shown_name
from lms.web.register.queries.doubts import Doubt, Queue, Wanted
from lms.web.register.queries.rows import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchLine:
    """One kind of doubt as the component ``tabs`` takes it."""

    label: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtLine:
    """One doubt of the queue."""

    id: int
    one: str
    other: str
    one_note: str
    other_note: str
    why: str
    likelihood: str
    protected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two records: what heads its column, and what it attended."""

    heading: str
    name: str
    href: str
    note: str
    attended: Sequence[AttendedLine]
    sheet_href: str = ""
    """The page of the session where the names of protected people stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtPage:
    """One doubt, both records side by side."""

    id: int
    why: str
    likelihood: str
    open: bool
    verdict: str
    protected: bool
    lines: Sequence[FieldLine]
    one: Side
    other: Side
    others: Sequence[DoubtLine]


def batches(queue: Queue, wanted: Wanted) -> list[BatchLine]:
    """Return the kinds of doubt that wait, all of them first."""
    total = sum(it.count for it in queue.batches)
    every = _batch(_("All doubts (%(count)s)", count=total), None, wanted)
    named = [
        _batch(
            # L10N: a kind of doubt, and how many there are
            _("%(kind)s (%(count)s)", kind=labels.SHORT_KINDS[it.kind], count=it.count),
            it.kind,
            wanted,
        )
        for it in queue.batches
    ]
    return [every, *named]


def doubt_lines(doubts: Sequence[Doubt], guard: Guard) -> list[DoubtLine]:
    """Return the doubts of one page of the queue."""
    return [line(it.suggestion, it.source, guard) for it in doubts]


def line(suggestion: Suggestion, source: Source | None, guard: Guard) -> DoubtLine:
    """Return one doubt in words."""
    one, other = suggestion.person, suggestion.candidate
    protected = guard.protects(one) or guard.protects(other)
    return DoubtLine(
        id=suggestion.id,
        one=shown_name(one, protected=protected),
        other=shown_name(other, protected=protected),
        one_note=where(source) or _details(one, protected=protected),
        other_note=_details(other, protected=protected),
        why=labels.why(suggestion.evidence),
        likelihood=labels.likelihood(suggestion.likelihood),
        protected=protected,
    )


def doubt_page(
    doubt: Doubt,
    guard: Guard,
    *,
    attended: tuple[Sequence[AttendedLine], Sequence[AttendedLine]],
    others: Sequence[Suggestion],
) -> DoubtPage:
    """Return the page of one doubt."""
    it = doubt.suggestion
    protected = guard.protects(it.person) or guard.protects(it.candidate)
    return DoubtPage(
        id=it.id,
        why=labels.why(it.evidence),
        likelihood=labels.likelihood(it.likelihood),
        open=it.verdict is Verdict.OPEN,
        verdict=str(labels.VERDICTS[it.verdict]),
        protected=protected,
        lines=field_lines(it.person, it.candidate, protected=protected),
        one=side(it.person, attended[0], source=doubt.source, protected=protected),
        other=side(it.candidate, attended[1], source=None, protected=protected),
        others=[line(other, None, guard) for other in others],
    )


def side(
    person: Person,
    attended: Sequence[AttendedLine],
    *,
    source: Source | None,
    protected: bool,
) -> Side:
    """Return what stands over and under one of two records."""
    number = record_number(person.id)
    heading = _("In the register, %(record)s", record=number)
    if source is not None:
        heading = _("On the list, row %(row)s", row=source.number)
    return Side(
        heading=heading,
        name=shown_name(person, protected=protected),
        href=url_for("records.show", person_id=person.id),
        note=where(source) if source else "",
        attended=attended,
        sheet_href=attended[0].href if protected and attended else "",
    )


def where(source: Source | None) -> str:
    """Return which row of which list of which session; nothing without one."""
    if source is None:
        return ""
    held = source.training_session
    return _(
        "Row %(row)s of %(file)s, %(place)s, %(days)s",
        row=source.number,
        file=source.imported_list.filename,
        place=localised(held.place, "name"),
        days=days(held.first_day, held.last_day),
    )


def list_label(imported_list: ImportedList) -> str:
    """Return how a list is called where one is chosen."""
    return f"{imported_list.filename} · {imported_list.training_session.reference}"


def _details(person: Person, *, protected: bool) -> str:
    parts = [record_number(person.id)]
    if not protected:
        parts += [it for it in (person.rank, person.unit, person.service_number) if it]
    return " · ".join(parts)


def _batch(label: str, kind: DoubtKind | None, wanted: Wanted) -> BatchLine:
    href = url_for("matches.index", kind=kind, list=wanted.list_id)
    return BatchLine(label=label, href=href, current=wanted.kind is kind)
