"""What would be recorded of a list, as the register and the session are now."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from lms.errors import NotFound
from lms.files import contents
from lms.lib.sheets.cells import text_of
from lms.lib.sheets.reading import read_sheet
from lms.lib.sheets.sheet import Sheet
from lms.lists.models import ImportedList
from lms.lists.outcomes import Decision, Outcome, Remark
from lms.lists.queries import identities
from lms.lists.reading.header import Header
from lms.lists.reading.mapping import Mapping
from lms.lists.reading.person import Terms
from lms.lists.reading.rows import read_rows
from lms.people import queries as people
from lms.people.models import Category
from lms.people.queries.answers import Met
from lms.people.rules import too_young
from lms.sessions.models import Slot, TrainingSession
from lms.sessions.rules.ages import must_stay_unwritten


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What would be recorded of a list, row by row."""

    mapping: Mapping
    outcomes: Sequence[Outcome]
    declared_total: int | None
    samples: dict[int, str]
    """The first filled cell of each column, by its index."""
    withheld: Sequence[int]
    """Numbers of rows that must leave no trace (R16); nothing else of them is here."""
    presumed_adults: int
    """How many will be recorded as adults because nobody says their age (R12)."""

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
    active = [*people.categories(), default]
    return Terms(
        first_day=first_day,
        default=default.code,
        tops={it.code: (it.parent or it).code for it in active},
        minors=frozenset(it.code for it in active if it.minors),
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
    return examine(
        sheet_of(imported_list),
        mapping_of(imported_list),
        terms(training_session, imported_list.category),
        training_session_id=training_session.id,
    )


def examine(
    sheet: Sheet,
    mapping: Mapping,
    terms: Terms,
    *,
    training_session_id: int | None = None,
    met: Met | None = None,
) -> Preview:
    """Return what would become of the rows of a list.

    Without a session nobody is in it yet. ``met`` are people of lists read before in one call.
    """
    reading = read_rows(sheet, mapping, terms)
    found = identities.outcomes(
        reading.rows, terms, training_session_id=training_session_id, met=met
    )
    hidden = {it.row.number for it in found if _must_stay_unwritten(it, terms)}
    outcomes = [_told_of_age(it, terms) for it in found if it.row.number not in hidden]
    return Preview(
        mapping=mapping,
        outcomes=outcomes,
        declared_total=reading.declared_total,
        samples=samples_of(sheet, mapping, {it.row.number for it in outcomes}),
        withheld=sorted({*reading.withheld, *hidden}),
        presumed_adults=sum(_presumed_adult(it, terms) for it in outcomes),
    )


def _must_stay_unwritten(outcome: Outcome, terms: Terms) -> bool:
    """Tell whether the register knows of an age that the row does not give (R16)."""
    return must_stay_unwritten(
        top_category=terms.tops.get(outcome.row.category, ""),
        first_day=terms.first_day,
        birth_date=outcome.birth_date,
    )


def _told_of_age(outcome: Outcome, terms: Terms) -> Outcome:
    """Return the outcome with a remark where an age is below the category's own least one."""
    row = outcome.row
    if outcome.decision is Decision.REFUSED or not too_young(
        birth_date=row.birth.day if row.birth else outcome.birth_date,
        top_category=terms.tops.get(row.category, row.category),
        day=terms.first_day,
    ):
        return outcome
    return replace(outcome, remarks=(*outcome.remarks, Remark.TOO_YOUNG))


def _presumed_adult(outcome: Outcome, terms: Terms) -> bool:
    recorded = outcome.decision is not Decision.REFUSED
    told = outcome.row.birth or outcome.birth_date or outcome.row.category in terms.minors
    return recorded and not told


def samples_of(sheet: Sheet, mapping: Mapping, numbers: set[int]) -> dict[int, str]:
    """Return of each column the first cell in a row that may be shown at all."""
    shown = [row for number, row in enumerate(sheet.rows, 1) if number in numbers]
    return {
        column.index: next(
            (text_of(row[column.index]) for row in shown if row[column.index] is not None), ""
        )
        for column in mapping.columns
    }
