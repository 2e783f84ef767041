"""Refused rows of people who came all the same: they can be counted without a name (R2)."""

from collections.abc import Collection
from dataclasses import dataclass

from lms.lib.sheets.cells import Cell
from lms.lists.models import ImportedList
from lms.lists.outcomes import Outcome
from lms.lists.queries.previews import Preview, sheet_of
from lms.lists.reading import cells
from lms.lists.reading.headings import Meaning
from lms.lists.reading.person import Refusal
from lms.sessions.kinds import MarkState
from lms.sessions.outcome import COUNTED_AS_PRESENT

COUNTABLE = frozenset(
    {Refusal.NO_NAME, Refusal.FORMULA, Refusal.TOO_LONG, Refusal.IMPOSSIBLE_BIRTH}
)
"""Of the other refusals the person stands in the session already, by name."""
NOT_SIGNED = frozenset({MarkState.ABSENT, MarkState.EXCUSED, MarkState.BLANK})


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A row that can be counted without a name."""

    outcome: Outcome

    @property
    def number(self) -> int:
        """Which row of the file."""
        return self.outcome.row.number

    @property
    def present(self) -> int:
        """In how many slots it carries a presence; none of a row that says no slot."""
        return self.outcome.present


def unnamed(imported_list: ImportedList, preview: Preview) -> list[Unnamed]:
    """Return the refused rows that carry a presence mark or a signature, in order.

    Rows that must leave no trace are not in a preview at all (R16).
    """
    refused = [it for it in preview.outcomes if it.refusal in COUNTABLE]
    silent = {it.row.number for it in refused if not it.present}
    signed = _signed(imported_list, preview, silent) if silent else frozenset()
    return [Unnamed(it) for it in refused if it.present or it.row.number in signed]


def _signed(
    imported_list: ImportedList, preview: Preview, numbers: Collection[int]
) -> frozenset[int]:
    """Return those of the rows that are signed or marked in a column that is of no slot."""
    says = [
        it
        for it in preview.mapping.columns
        if it.meaning in SAYS_CAME and it.index not in preview.mapping.slots
    ]
    if not says:
        return frozenset()
    rows = enumerate(sheet_of(imported_list).rows, start=1)
    return frozenset(
        number
        for number, row in rows
        if number in numbers and any(SAYS_CAME[it.meaning](row[it.index]) for it in says)
    )


def _is_signature(cell: Cell) -> bool:
    return cell is not None and cells.mark(cell) not in NOT_SIGNED


def _is_presence(cell: Cell) -> bool:
    return cells.mark(cell) in COUNTED_AS_PRESENT


SAYS_CAME = {Meaning.SIGNATURE: _is_signature, Meaning.MARK: _is_presence}
