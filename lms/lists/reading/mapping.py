"""Which column holds what, and which of them belongs to which slot of the session."""

from collections.abc import Mapping as Dictionary, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from typing import Self

from lms.lists.reading.guessing.settling import has_heading
from lms.lists.reading.header import Header, Missing, NotAList
from lms.lists.reading.headings import COUNTS, NAMES, Column, Meaning
from lms.people.names import plain

PRESENT_FOR_ALL = -1
"""In ``slots``: whoever is on the list was there."""
NOT_RECORDED = -2
"""In ``slots``: the list says nothing of this slot."""


@dataclass(frozen=True)
class Mapping:
    """How one list is read.

    ``slots`` has an entry for each slot of the session in order: the index of a column, or
    ``PRESENT_FOR_ALL`` or ``NOT_RECORDED``.
    """

    header_row: int
    columns: tuple[Column, ...]
    slots: tuple[int, ...]

    @classmethod
    def proposed(cls, header: Header, slots: int) -> Self:
        """Return the mapping a header suggests for a session of that many slots.

        Mark columns go to the slots in order, and only if there is one for each. A list with
        nothing but a signature says who came to a session of one slot.
        """
        if counts_people(header.columns):
            return cls(header.row, header.columns, ())
        marks = mark_columns(header.columns)
        fits = len(marks) == slots
        return cls(
            header_row=header.row,
            columns=header.columns,
            slots=tuple(it.index for it in marks) if fits else (NOT_RECORDED,) * slots,
        )

    @classmethod
    def from_json(cls, stored: Dictionary[str, object]) -> Self:
        """Return the mapping that ``to_json`` stored."""
        header_row, columns, slots = stored["header_row"], stored["columns"], stored["slots"]
        assert isinstance(header_row, int)  # noqa: S101 - written by to_json alone
        assert isinstance(columns, list)  # noqa: S101 - the same
        assert isinstance(slots, list)  # noqa: S101 - the same
        return cls(
            header_row=header_row,
            columns=tuple(
                Column(it["index"], it["heading"], Meaning(it["meaning"])) for it in columns
            ),
            slots=tuple(slots),
        )

    def to_json(self) -> dict[str, object]:
        """Return the mapping as it is stored; headings are words of the form, no names."""
        return {
            "header_row": self.header_row,
            "columns": [
                {"index": it.index, "heading": it.heading, "meaning": it.meaning.value}
                for it in self.columns
            ],
            "slots": list(self.slots),
        }

    def changed(self, meanings: Dictionary[int, Meaning], slots: Sequence[int]) -> Self:
        """Return the mapping with other meanings by column index, and other slots.

        Raises ``NotAList`` when no column is left for names.
        """
        columns = tuple(
            replace(it, meaning=meanings.get(it.index, it.meaning)) for it in self.columns
        )
        if counts_people(columns):
            return replace(self, columns=columns, slots=())
        if not {it.meaning for it in columns} & NAMES:
            raise NotAList(Missing.NAMES)
        return replace(self, columns=columns, slots=tuple(slots))

    @property
    def shape(self) -> str | None:
        """SHA-256 of the headings, folded and in order; None for a list without any."""
        headings = [plain(it.heading) for it in self.columns if has_heading(it)]
        return sha256("\n".join(headings).encode()).hexdigest() if headings else None

    def without_headings(self) -> Self:
        """Return the columns that have a heading without it: their order tells them apart."""
        columns = [replace(it, heading="") for it in self.columns if has_heading(it)]
        return replace(self, columns=tuple(columns))

    def like(self, before: Self) -> Self:
        """Return the mapping as a list of the same shape was read before.

        Columns without a heading are guessed anew, and slots if there are more or fewer of them.
        """
        headed = [it.index for it in self.columns if has_heading(it)]
        meanings = dict(zip(headed, (it.meaning for it in before.columns), strict=False))
        columns = tuple(
            replace(it, meaning=meanings.get(it.index, it.meaning)) for it in self.columns
        )
        there = dict(zip((it.index for it in before.columns), headed, strict=False))
        header = Header(self.header_row, columns)
        moved = tuple(there.get(it, it) for it in before.slots)
        known = all(it < 0 or it in headed for it in moved)
        if known and len(moved) == len(self.slots):
            return replace(self, columns=columns, slots=moved)
        return self.proposed(header, len(self.slots))

    def index(self, meaning: Meaning) -> int | None:
        """Return the first column with that meaning, or None."""
        return self.places.get(meaning)

    @cached_property
    def places(self) -> Dictionary[Meaning, int]:
        """Return the first column of each meaning."""
        return {it.meaning: it.index for it in reversed(self.columns)}

    @property
    def counts(self) -> bool:
        """Whether the list counts people without naming them."""
        return counts_people(self.columns)

    @property
    def complete(self) -> bool:
        """Whether the list says something of every slot."""
        return NOT_RECORDED not in self.slots


def counts_people(columns: Sequence[Column]) -> bool:
    """Tell whether columns of numbers of people stand where names would."""
    meanings = {it.meaning for it in columns}
    return not meanings & NAMES and bool(meanings & (COUNTS | {Meaning.TOTAL}))


def mark_columns(columns: Sequence[Column]) -> list[Column]:
    """Return the columns of marks in order; without any, the column of signatures."""
    marks = [it for it in columns if it.meaning is Meaning.MARK]
    return marks or [it for it in columns if it.meaning is Meaning.SIGNATURE]
