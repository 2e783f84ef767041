"""The page of a person, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from lms.i18n import day
from lms.people import labels as people
from lms.people.models import Merge, Person, Suggestion
from lms.people.names import record_number
from lms.people.queries.protection import Guard
from lms.web.register import labels
from lms.web.register.pages.attended import AttendedLine, Link, attended_lines
from lms.web.register.pages.sides import birth, phone, sex, shown_name
from lms.web.register.queries.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeLine:
    """One merge: of what with what, since when, and how it is undone."""

    words: str
    undo_href: str
    """Empty when it is undone already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPage:
    """Everything the page of a person shows."""

    id: int
    name: str
    number: str
    protected: bool
    nameless: bool
    facts: Sequence[tuple[str, str]]
    spellings: Sequence[str]
    attended: Sequence[AttendedLine]
    merges: Sequence[MergeLine]
    doubts: Sequence[Link]
    apart: Sequence[Link]


def record_page(record: Record, guard: Guard) -> RecordPage:
    """Return the page of a person; of a protected one neither names nor numbers."""
    person, hidden = record.person, record.protected
    return RecordPage(
        id=person.id,
        name=shown_name(person, protected=hidden),
        number=record_number(person.id),
        protected=hidden,
        nameless=record.nameless,
        facts=_facts(person, protected=hidden),
        spellings=[] if hidden else _spellings(record),
        attended=[] if record.nameless else attended_lines(record.attendances, protected=hidden),
        merges=[_merge(it, person.id, guard, hidden=hidden) for it in record.merges],
        doubts=[_doubt(it, record, guard) for it in record.doubts],
        apart=[
            Link(
                shown_name(it, protected=hidden or guard.protects(it)),
                url_for("records.show", person_id=it.id),
            )
            for it in record.apart
        ],
    )


def _facts(person: Person, *, protected: bool) -> list[tuple[str, str]]:
    open_to_all = [
        (_("Category"), people.category(person.category)),
        (_("Sex"), sex(person)),
        (_("Birth"), birth(person, protected=protected)),
    ]
    if protected:
        return open_to_all
    return [
        *open_to_all,
        (_("Service number"), person.service_number or ""),
        (_("Phone"), phone(person)),
        (_("Rank"), person.rank or ""),
        (_("Unit"), person.unit or ""),
        (_("Organisation"), people.label(person.organisation) if person.organisation else ""),
    ]


def _spellings(record: Record) -> list[str]:
    written = [f"{it.surname} {it.given_names}".strip() for it in record.names]
    return list(dict.fromkeys(written))


def _merge(merge: Merge, person_id: int, guard: Guard, *, hidden: bool) -> MergeLine:
    protected = hidden or guard.protects(merge.merged)
    values = {
        "name": shown_name(merge.merged, protected=protected),
        "record": record_number(merge.merged_id),
        "into": record_number(merge.survivor_id),
        "day": day(merge.made_at),
    }
    if merge.undone_at is not None:
        words = _(
            "%(record)s, %(name)s, was merged into %(into)s on %(day)s; undone on %(undone)s.",
            undone=day(merge.undone_at),
            **values,
        )
        return MergeLine(words=words, undo_href="")
    words = _("%(record)s, %(name)s, was merged into %(into)s on %(day)s.", **values)
    href = url_for("records.undo_merge", person_id=person_id, merge_id=merge.id)
    return MergeLine(words=words, undo_href=href)


def _doubt(suggestion: Suggestion, record: Record, guard: Guard) -> Link:
    mine = {it.id for it in record.persons}
    other = suggestion.candidate if suggestion.person_id in mine else suggestion.person
    protected = record.protected or guard.protects(other)
    words = _(
        "%(name)s, %(record)s: %(verdict)s",
        name=shown_name(other, protected=protected),
        record=record_number(other.id),
        verdict=str(labels.VERDICTS[suggestion.verdict]),
    )
    return Link(words, url_for("matches.show", suggestion_id=suggestion.id))
