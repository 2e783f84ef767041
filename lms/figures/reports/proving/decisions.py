"""What people decided since the last report, and what nobody decided yet: attached to the next.

Nobody writes an outcome by hand. What overrides the program is a decision about records that it
found alike, about marks that contradict each other, about a list, or about a slot.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import InstrumentedAttribute, joinedload

from lms.accounts.models import AuditEntry
from lms.extensions import db
from lms.lib.portions import portions
from lms.lists.models import ImportedList, ImportedRow
from lms.people.kinds import Verdict
from lms.people.models import Distinction, Merge, Suggestion
from lms.people.queries import identity
from lms.sessions.models import Slot

EVER = datetime.min.replace(tzinfo=UTC)
MOST_NUMBERS = 300  # in one statement; databases limit the parameters of one
Said = dict[str, Any]


class DecisionKind(StrEnum):
    """What was decided, or was not."""

    MERGE = "merge"
    UNMERGE = "merge_undone"
    APART = "kept_apart"
    """Two records that look alike are two persons."""
    MARKS = "marks_settled"
    """Which of contrary marks holds, in a merge."""
    TAKEN_BACK = "list_taken_back"
    NOT_HELD = "slot_not_held"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision; ``number`` is that of the merge, distinction, list, slot or question."""

    kind: DecisionKind
    number: int
    at: datetime | None = None
    """None of what is still undecided."""
    persons: tuple[int, ...] = ()
    """The numbers of the records it is about; never a name."""
    reference: str = ""
    """Of the training session, where it is about one."""
    sheet: tuple[int, int] | None = None
    """The list and the row in its file that brought the person."""

    def said(self) -> Said:
        """Return it as plain values; what is kept for ever holds numbers and no name."""
        return {
            **self.said_outside(),
            "persons": [*self.persons],
            "session": self.reference,
            "sheet": [*self.sheet] if self.sheet else None,
        }

    def said_outside(self) -> Said:
        """Return what may leave the unit: no number of a person, no session and no row."""
        return {
            "kind": str(self.kind),
            "number": self.number,
            "at": self.at.isoformat() if self.at else None,
        }


def since(moment: datetime | None) -> list[Decision]:
    """Return what was decided since a moment, or ever, oldest first."""
    decided = [*_merges(moment), *_apart(moment), *_taken_back(moment), *_not_held(moment)]
    order = [*DecisionKind]
    return sorted(decided, key=lambda it: (it.at or EVER, order.index(it.kind), it.number))


def undecided(persons: Collection[int]) -> list[Decision]:
    """Return each of the persons who may be somebody known, with whom and the row they came by."""
    asked = select(Suggestion).where(Suggestion.verdict == Verdict.OPEN).order_by(Suggestion.id)
    known, theirs = identity.pointers(), dict[int, list[Suggestion]]()
    for it in db.session.scalars(asked) if persons else ():
        theirs.setdefault(identity.end_of(it.person_id, known), []).append(it)
    wanted = [theirs[it] for it in sorted(persons) if it in theirs]
    sheets = _sheets([those[0].person_id for those in wanted])
    return [
        Decision(
            kind=DecisionKind.UNDECIDED,
            number=those[0].id,
            persons=(those[0].person_id, *dict.fromkeys(it.candidate_id for it in those)),
            sheet=sheets.get(those[0].person_id),
        )
        for those in wanted
    ]


def numbers(decisions: Sequence[Decision], kind: DecisionKind) -> list[int]:
    """Return the numbers of the decisions of one kind, in their order."""
    return sorted(it.number for it in decisions if it.kind is kind)


def _merges(moment: datetime | None) -> Iterator[Decision]:
    for it in db.session.scalars(select(Merge).where(_after(Merge.made_at, moment))):
        both = (it.merged_id, it.survivor_id)
        yield Decision(kind=DecisionKind.MERGE, number=it.id, at=it.made_at, persons=both)
        if it.settled:
            yield Decision(kind=DecisionKind.MARKS, number=it.id, at=it.made_at, persons=both)
    undone = select(Merge).where(Merge.undone_at.is_not(None), _after(Merge.undone_at, moment))
    for it in db.session.scalars(undone):
        both = (it.merged_id, it.survivor_id)
        yield Decision(kind=DecisionKind.UNMERGE, number=it.id, at=it.undone_at, persons=both)


def _apart(moment: datetime | None) -> Iterator[Decision]:
    for it in db.session.scalars(select(Distinction).where(_after(Distinction.made_at, moment))):
        both = (it.one_id, it.other_id)
        yield Decision(kind=DecisionKind.APART, number=it.id, at=it.made_at, persons=both)


def _taken_back(moment: datetime | None) -> Iterator[Decision]:
    back = (
        select(ImportedList)
        .where(ImportedList.undone_at.is_not(None), _after(ImportedList.undone_at, moment))
        .options(joinedload(ImportedList.training_session))
    )
    for it in db.session.scalars(back):
        yield Decision(
            kind=DecisionKind.TAKEN_BACK,
            number=it.id,
            at=it.undone_at,
            reference=it.training_session.reference,
        )


def _not_held(moment: datetime | None) -> Iterator[Decision]:
    """Return the slots that somebody said were not held: they leave the divisor of the dose."""
    entries = (
        select(AuditEntry)
        .where(AuditEntry.action == "slot:settled", _after(AuditEntry.at, moment))
        .order_by(AuditEntry.id)
    )
    settled = {int(it.target.rpartition(":")[2]): it.at for it in db.session.scalars(entries)}
    for some in portions(sorted(settled), MOST_NUMBERS):
        slots = select(Slot).where(Slot.id.in_(some), Slot.held.is_(False))
        for it in db.session.scalars(slots.options(joinedload(Slot.training_session))):
            yield Decision(
                kind=DecisionKind.NOT_HELD,
                number=it.id,
                at=settled[it.id],
                reference=it.training_session.reference,
            )


def _sheets(persons: Collection[int]) -> dict[int, tuple[int, int]]:
    found: dict[int, tuple[int, int]] = {}
    for some in portions(sorted(persons), MOST_NUMBERS):
        rows = db.session.execute(
            select(Suggestion.person_id, ImportedRow.imported_list_id, ImportedRow.number)
            .join(Suggestion, ImportedRow.suggestion_id == Suggestion.id)
            .where(Suggestion.person_id.in_(some))
            .order_by(ImportedRow.id)
        )
        for person, imported_list, number in rows:
            found.setdefault(person, (imported_list, number))
    return found


def _after(
    column: InstrumentedAttribute[datetime] | InstrumentedAttribute[datetime | None],
    moment: datetime | None,
) -> ColumnElement[bool]:
    return true() if moment is None else column > moment
