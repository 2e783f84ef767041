"""What would be recorded of a list, as the register and the session are now."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from lms.errors import NotFound
from lms.extensions import db
from lms.files import contents
from lms.lib.sheets.cells import text_of
from lms.lib.sheets.reading import read_sheet
from lms.lib.sheets.sheet import Sheet
from lms.lists.models import ImportedList
from lms.lists.outcomes import Candidate, Decision, Outcome, decide
from lms.lists.reading.header import Header
from lms.lists.reading.mapping import Mapping
from lms.lists.reading.person import Terms
from lms.lists.reading.rows import Reading, read_rows
from lms.people import queries as people
from lms.people.models import Category
from lms.sessions.models import Participation, Slot, TrainingSession


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What would be recorded of a list, row by row."""

    mapping: Mapping
    outcomes: Sequence[Outcome]
    declared_total: int | None
    samples: dict[int, str]
    """The first filled cell of each column, by its index."""

    @property
    def counts(self) -> Counter[Decision]:
        """How many rows come to each decision."""
        return Counter(it.decision for it in self.outcomes)

    @property
    def to_record(self) -> list[Outcome]:
        """The rows that will be recorded."""
        return [it for it in self.outcomes if it.decision is not Decision.REFUSED]

    @property
    def totals_differ(self) -> bool:
        """Whether the foot of the list declares another number of people than its rows (R11)."""
        return self.declared_total not in {None, len(self.outcomes)}


def terms(training_session: TrainingSession, default: Category) -> Terms:
    """Return what a list of the session is read for."""
    return terms_on(training_session.first_day, default)


def terms_on(first_day: date, default: Category) -> Terms:
    """Return what a list of a session that begins on that day is read for."""
    return Terms(
        first_day=first_day,
        default=default.code,
        tops={it.code: (it.parent or it).code for it in people.categories()},
    )


def slots_of(training_session: TrainingSession) -> list[Slot]:
    """Return the slots a list may mark, in order: those held."""
    return [it for it in training_session.slots if it.held]


def mapping_of(imported_list: ImportedList) -> Mapping:
    """Return how the list is read; slots changed since are proposed anew."""
    mapping = Mapping.from_json(imported_list.mapping)
    slots = len(slots_of(imported_list.training_session))
    if len(mapping.slots) == slots:
        return mapping
    return Mapping.proposed(Header(mapping.header_row, mapping.columns), slots)


def sheet_of(imported_list: ImportedList) -> Sheet:
    """Return the list as a table. Raises ``NotFound`` once its file is no longer kept."""
    if imported_list.stored_file is None:
        raise NotFound(imported_list.tag)
    return read_sheet(contents.read(imported_list.stored_file))


def preview(imported_list: ImportedList) -> Preview:
    """Return what would be recorded of a list, as the register and the session are now."""
    training_session = imported_list.training_session
    mapping = mapping_of(imported_list)
    sheet = sheet_of(imported_list)
    reading = read_rows(sheet, mapping, terms(training_session, imported_list.category))
    return examine(sheet, mapping, reading, training_session.id)


def examine(
    sheet: Sheet, mapping: Mapping, reading: Reading, training_session_id: int | None
) -> Preview:
    """Return what would become of rows just read; without a session nobody is in it yet."""
    outcomes = decide(reading.rows, _candidates(reading, training_session_id))
    return Preview(
        mapping=mapping,
        outcomes=outcomes,
        declared_total=reading.declared_total,
        samples=_samples(sheet, mapping, {it.row.number for it in outcomes}),
    )


def _candidates(reading: Reading, training_session_id: int | None) -> dict[str, list[Candidate]]:
    known = people.by_service_number(row.service_number or "" for row in reading.rows)
    roles = {
        row.person_id: row.role
        for row in db.session.execute(
            select(Participation.person_id, Participation.role).where(
                Participation.training_session_id == training_session_id
            )
        )
    }
    return {
        key: [
            Candidate(
                person_id=it.id,
                surname=it.surname,
                given_names=it.given_names,
                role=roles.get(it.id),
            )
            for it in persons
        ]
        for key, persons in known.items()
    }


def _samples(sheet: Sheet, mapping: Mapping, numbers: set[int]) -> dict[int, str]:
    """Show of each column the first cell in a row that may be shown at all."""
    shown = [row for number, row in enumerate(sheet.rows, 1) if number in numbers]
    return {
        column.index: next(
            (text_of(row[column.index]) for row in shown if row[column.index] is not None), ""
        )
        for column in mapping.columns
    }
