"""What taking a list back would come to, as everything is now; nothing here changes a row."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import aliased

from lms.extensions import db
from lms.lists.models import ImportedList, ImportedRow, ListState
from lms.lists.outcomes import Decision
from lms.lists.values import Hold
from lms.people.models import Merge, Person
from lms.sessions.kinds import MarkSource, MarkState
from lms.sessions.models import Headcount, Participation
from lms.sessions.queries.attendance import Cell
from lms.sessions.queries.histories import histories
from lms.sessions.rules.standing import Entry, standing, taken_back
from lms.signals import list_undoing_asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Undoing:
    """What goes with a list and what stays."""

    withdrawn: frozenset[int]
    """Participations that the list brought and nothing else holds."""
    kept: frozenset[int]
    """Participations that it brought and something else holds too."""
    marks: frozenset[int]
    """Marks it wrote on those that stay."""
    changed: frozenset[int]
    """Participations that stay and will have another mark somewhere."""
    persons: Sequence[Person]
    """Whom it brought into the register and who stand nowhere else."""
    merged: int
    """How many of them were said to be one with somebody else."""
    heads: Mapping[int, int]
    """How many people go from each headcount."""


@dataclass(frozen=True, slots=True)
class OthersRow:
    """A row of another recorded list about a person who stands on this one too."""

    row: ImportedRow
    person_id: int
    later: bool
    """Whether that list was recorded after this one."""


@dataclass(frozen=True, slots=True)
class _Found:
    """Rows of a list that lead to a participation, and the marks of it."""

    rows: Sequence[ImportedRow]
    cells: Mapping[Cell, Sequence[Entry]]
    ours: frozenset[int]


def undoing(imported_list: ImportedList) -> Undoing:
    """Return what goes with a recorded list and what stays."""
    found = _found(imported_list)
    staying = _held_otherwise(imported_list, found)
    brought = {it.participation_id for it in found.rows if it.enrolled and it.participation_id}
    withdrawn = frozenset(brought - staying)
    left = {it: entries for it, entries in found.cells.items() if it[0] not in withdrawn}
    merges = db.session.scalars(select(Merge).where(Merge.undone_at.is_(None))).all()
    persons = _gone(imported_list, withdrawn, merges)
    gone = {it.id for it in persons}
    return Undoing(
        withdrawn=withdrawn,
        kept=frozenset(brought - withdrawn),
        marks=frozenset(it.id for entries in left.values() for it in entries) & found.ours,
        changed=frozenset(
            cell[0]
            for cell, entries in left.items()
            if standing(entries) is not standing(entries, without=found.ours)
        ),
        persons=persons,
        merged=sum(it.merged_id in gone for it in merges),
        heads=_heads(imported_list),
    )


def holds(imported_list: ImportedList) -> list[Hold]:
    """Return what keeps a list from being taken back; the rooms above know."""
    told = list_undoing_asked.send(imported_list)
    return [hold for _receiver, found in told for hold in found or ()]


def rows_of_others(imported_list: ImportedList) -> list[OthersRow]:
    """Return rows of other recorded lists about the same persons, the earliest list first."""
    theirs = aliased(ImportedRow)
    ours = (
        select(Participation.person_id)
        .join(theirs, theirs.participation_id == Participation.id)
        .where(theirs.imported_list_id == imported_list.id)
    )
    rows = db.session.execute(
        select(ImportedRow, Participation.person_id, ImportedList.applied_at)
        .join(ImportedList, ImportedList.id == ImportedRow.imported_list_id)
        .join(Participation, Participation.id == ImportedRow.participation_id)
        .where(
            ImportedList.id != imported_list.id,
            ImportedList.state == ListState.APPLIED,
            Participation.person_id.in_(ours),
        )
        .order_by(ImportedList.applied_at, ImportedRow.id)
    )
    since = imported_list.applied_at
    return [
        OthersRow(row, person_id, later=bool(since and at and at > since))
        for row, person_id, at in rows
    ]


def registered(imported_list: ImportedList) -> set[int]:
    """Return the ids of the persons a list brought into the register."""
    return set(
        db.session.scalars(
            select(Participation.person_id)
            .join(ImportedRow, ImportedRow.participation_id == Participation.id)
            .where(ImportedRow.imported_list_id == imported_list.id, ImportedRow.registered)
        )
    )


def rows_with_evidence(imported_list: ImportedList) -> list[tuple[ImportedRow, Person]]:
    """Return the rows of persons known before, each with its person."""
    found = db.session.execute(
        select(ImportedRow, Person)
        .join(Participation, Participation.id == ImportedRow.participation_id)
        .join(Person, Person.id == Participation.person_id)
        .where(
            ImportedRow.imported_list_id == imported_list.id,
            ImportedRow.decision == Decision.KNOWN,
        )
        .order_by(ImportedRow.number)
    )
    return [(row, person) for row, person in found]


def _found(imported_list: ImportedList) -> _Found:
    rows = db.session.scalars(
        select(ImportedRow)
        .join(Participation, Participation.id == ImportedRow.participation_id)
        .where(ImportedRow.imported_list_id == imported_list.id)
        .order_by(ImportedRow.number)
    ).all()
    theirs = {it.participation_id for it in rows if it.participation_id}
    cells = histories(imported_list.training_session_id, theirs)
    ours = {
        it.id
        for entries in cells.values()
        for it in entries
        if it.source is MarkSource.LIST and it.at == imported_list.applied_at
    }
    gone = {number for entries in cells.values() for number in taken_back(entries)}
    return _Found(rows, cells, frozenset(ours - gone))


def _held_otherwise(imported_list: ImportedList, found: _Found) -> set[int]:
    """Return the participations on which others' marks stand, or that another list names too."""
    marked = {
        cell[0]
        for cell, entries in found.cells.items()
        if standing(entries, without=found.ours) is not MarkState.BLANK
    }
    named = {it.row.participation_id for it in rows_of_others(imported_list)}
    return marked | {it for it in named if it is not None}


def _gone(
    imported_list: ImportedList, withdrawn: Collection[int], merges: Collection[Merge]
) -> Sequence[Person]:
    """Return whom the list registered and who are in no other session nor anybody's survivor."""
    registered = db.session.scalars(
        select(Person)
        .join(Participation, Participation.person_id == Person.id)
        .join(ImportedRow, ImportedRow.participation_id == Participation.id)
        .where(ImportedRow.imported_list_id == imported_list.id, ImportedRow.registered)
        .order_by(Person.id)
    ).all()
    theirs = _participations_of(imported_list)
    gone = {it.id for it in registered if theirs[it.id] <= set(withdrawn)}
    while held := gone & {it.survivor_id for it in merges if it.merged_id not in gone}:
        gone -= held
    return [it for it in registered if it.id in gone]


def _participations_of(imported_list: ImportedList) -> Mapping[int, set[int]]:
    """Return every participation of the persons a list registered, in any session."""
    here = aliased(Participation)
    registered = (
        select(here.person_id)
        .join(ImportedRow, ImportedRow.participation_id == here.id)
        .where(ImportedRow.imported_list_id == imported_list.id, ImportedRow.registered)
    )
    found: dict[int, set[int]] = defaultdict(set)
    for person_id, number in db.session.execute(
        select(Participation.person_id, Participation.id).where(
            Participation.person_id.in_(registered)
        )
    ):
        found[person_id].add(number)
    return found


def _heads(imported_list: ImportedList) -> Mapping[int, int]:
    taken: Counter[int] = Counter()
    for number, counted in db.session.execute(
        select(ImportedRow.headcount_id, ImportedRow.counted)
        .join(Headcount, Headcount.id == ImportedRow.headcount_id)
        .where(ImportedRow.imported_list_id == imported_list.id, ImportedRow.counted > 0)
    ):
        taken[number or 0] += counted
    return taken
