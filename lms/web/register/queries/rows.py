"""Which row of which list a person or a participation came from."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import joinedload

from lms.extensions import db
from lms.lists.models import ImportedList, ImportedRow, ListState
from lms.sessions.models import Participation, TrainingSession


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A row of a list, and the participation it made or filled in."""

    number: int
    imported_list: ImportedList
    participation: Participation

    @property
    def training_session(self) -> TrainingSession:
        """The session the list is of."""
        return self.imported_list.training_session


def of_persons(person_ids: Collection[int]) -> dict[int, Source]:
    """Return the first row of each person, for whoever came with a list."""
    found: dict[int, Source] = {}
    for it in _sources(Participation.person_id.in_(person_ids)):
        found.setdefault(it.participation.person_id, it)
    return found


def of_participations(participation_ids: Collection[int]) -> dict[int, list[Source]]:
    """Return the rows of each participation, in the order they were read."""
    found: dict[int, list[Source]] = {}
    for it in _sources(Participation.id.in_(participation_ids)):
        found.setdefault(it.participation.id, []).append(it)
    return found


def _sources(condition: ColumnElement[bool]) -> list[Source]:
    rows = db.session.execute(
        select(ImportedRow.number, ImportedList, Participation)
        .join(Participation, ImportedRow.participation_id == Participation.id)
        .join(ImportedList, ImportedRow.imported_list_id == ImportedList.id)
        .where(condition, ImportedList.state == ListState.APPLIED)
        .options(
            joinedload(ImportedList.training_session).options(
                joinedload(TrainingSession.place), joinedload(TrainingSession.course_version)
            )
        )
        .order_by(ImportedList.id, ImportedRow.number)
    )
    return [
        Source(number=number, imported_list=imported_list, participation=participation)
        for number, imported_list, participation in rows
    ]
