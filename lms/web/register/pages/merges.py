"""Two people of the register before they become one."""

from collections.abc import Sequence
from dataclasses import dataclass

from lms.people.models import Person
from lms.web.register.pages.attended import attended_lines
from lms.web.register.pages.doubts import Side, side
from lms.web.register.pages.sides import FieldLine, field_lines
from lms.web.register.queries.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """Both side by side: the record that stays, and the one that will point to it."""

    survivor: Person
    merged: Person
    lines: Sequence[FieldLine]
    one: Side
    other: Side

    @property
    def same(self) -> bool:
        """Whether they are one person already."""
        return self.survivor.id == self.merged.id


def preview(one: Record, other: Record) -> Preview:
    """Return both, the record with the lower number first: it was there first and stays."""
    stays, goes = sorted((one, other), key=lambda it: it.person.id)
    protected = one.protected or other.protected
    return Preview(
        survivor=stays.person,
        merged=goes.person,
        lines=field_lines(stays.person, goes.person, protected=protected),
        one=_side(stays, protected=protected),
        other=_side(goes, protected=protected),
    )


def _side(record: Record, *, protected: bool) -> Side:
    attended = attended_lines(() if record.nameless else record.attendances, protected=protected)
    return side(record.person, attended, source=None, protected=protected)
