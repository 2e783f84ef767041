"""What would be recorded of a list of headcounts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lms.lib.sheets.sheet import Sheet
from lms.lists.models import ImportedList
from lms.lists.queries.previews import mapping_of, samples_of, sheet_of, terms
from lms.lists.reading.counts import CountRow, Group, read_counts
from lms.lists.reading.mapping import Mapping
from lms.lists.reading.person import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class CountPreview:
    """What would be recorded of a list of headcounts, row by row."""

    mapping: Mapping
    rows: Sequence[CountRow]
    declared_total: int | None
    samples: dict[int, str]
    """The first filled cell of each column, by its index."""
    withheld: Sequence[int]
    """Numbers of rows that must leave no trace (R16); nothing else of them is here."""

    @property
    def to_record(self) -> list[CountRow]:
        """The rows that will be recorded."""
        return [it for it in self.rows if it.refusal is None]

    @property
    def sums(self) -> Counter[Group]:
        """How many people of each sex and age group the rows count."""
        sums: Counter[Group] = Counter()
        for it in self.to_record:
            sums.update(it.counts)
        return sums

    @property
    def totals_differ(self) -> bool:
        """Whether the foot of the list declares another number of people than its rows (R11)."""
        return self.declared_total not in {None, self.sums.total()}


def preview_counts(imported_list: ImportedList) -> CountPreview:
    """Return what would be recorded of a list of headcounts."""
    return examine_counts(
        sheet_of(imported_list),
        mapping_of(imported_list),
        terms(imported_list.training_session, imported_list.category),
    )


def examine_counts(sheet: Sheet, mapping: Mapping, terms: Terms) -> CountPreview:
    """Return what the rows of a list of headcounts count."""
    reading = read_counts(sheet, mapping, terms)
    return CountPreview(
        mapping=mapping,
        rows=reading.rows,
        declared_total=reading.declared_total,
        samples=samples_of(sheet, mapping, {it.number for it in reading.rows}),
        withheld=reading.withheld,
    )
