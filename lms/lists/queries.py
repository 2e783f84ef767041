"""Reading lists; nothing here changes a row."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from lms.files import contents
from lms.lib.sheets.cells import text_of
from lms.lib.sheets.reading import read_sheet
from lms.lib.sheets.sheet import Sheet
from lms.lists.models import ImportedList, ImportedRow, ListState
from lms.lists.outcomes import Candidate, Decision, Outcome, decide
from lms.lists.reading.header import Header
from lms.lists.reading.mapping import Mapping
from lms.lists.reading.person import Terms
from lms.lists.reading.rows import Reading, read_rows
from lms.people import queries as people
from lms.people.models import Category
from lms.sessions import queries as sessions
from lms.sessions.models import Participation, Place, Slot, TrainingSession
from lms.sessions.queries.access import may_write, scope

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ListsPage:
    """One page of the lists brought in, latest first."""

    lists: Sequence[ImportedList]
    total: int
    page: int
    pages: int


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


def page_of_lists(*, page: int, actor: Actor) -> ListsPage:
    """Return a page of the lists that went into sessions ``actor`` may read."""
    require(actor, "list.list", Role.TRAINER, Role.UNIT_HEAD, Role.ADMINISTRATOR)
    asked = select(ImportedList).join(ImportedList.training_session).where(scope(actor))
    total = db.session.scalar(select(func.count()).select_from(asked.subquery())) or 0
    pages = max(-(-total // PAGE_SIZE), 1)
    page = min(max(page, 1), pages)
    lists = db.session.scalars(
        asked.options(
            joinedload(ImportedList.training_session)
            .joinedload(TrainingSession.place)
            .joinedload(Place.parent),
        )
        .order_by(ImportedList.created_at.desc(), ImportedList.id.desc())
        .limit(PAGE_SIZE)
        .offset((page - 1) * PAGE_SIZE)
    ).all()
    return ListsPage(lists=lists, total=total, page=page, pages=pages)


def get(imported_list_id: int, actor: Actor) -> ImportedList:
    """Return a list. Raises ``NotFound``, and ``NotAllowed`` as its session does."""
    found = db.session.get(
        ImportedList, imported_list_id, options=[joinedload(ImportedList.category)]
    )
    if found is None:
        raise NotFound(f"imported_list:{imported_list_id}")
    sessions.get(found.training_session_id, actor)
    return found


def get_preview(imported_list_id: int, actor: Actor) -> ImportedList:
    """Return a list that is still being checked, as ``get`` does. Raises ``NotFound`` else."""
    found = get(imported_list_id, actor)
    if found.state is not ListState.PREVIEW:
        raise NotFound(found.tag)
    return found


def session_to_write(training_session_id: int, actor: Actor) -> TrainingSession:
    """Return a session ``actor`` may write in. Raises ``NotFound``, ``NotAllowed``."""
    training_session = sessions.get(training_session_id, actor)
    if not may_write(training_session, actor):
        raise NotAllowed("list.write")
    return training_session


def session_by_code(code: str, actor: Actor) -> TrainingSession:
    """Return the session with that reference or short code, as ``session_to_write`` does."""
    typed = code.strip().upper()
    found = db.session.scalar(
        select(TrainingSession.id).where(
            or_(TrainingSession.reference == typed, TrainingSession.short_code == typed)
        )
    )
    if found is None:
        raise NotFound(f"training_session:{typed}")
    return session_to_write(found, actor)


def refused_rows(imported_list: ImportedList) -> Sequence[ImportedRow]:
    """Return the rows of an applied list that were not recorded, in order."""
    return db.session.scalars(
        select(ImportedRow)
        .where(
            ImportedRow.imported_list_id == imported_list.id,
            ImportedRow.decision == Decision.REFUSED,
        )
        .order_by(ImportedRow.number)
    ).all()


def same_file(training_session_id: int, digest: str) -> ImportedList | None:
    """Return the list of those very bytes in the session, if there is one."""
    return db.session.scalar(
        select(ImportedList).where(
            ImportedList.training_session_id == training_session_id,
            ImportedList.digest == digest,
        )
    )


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
