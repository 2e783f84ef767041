"""Lists that count people without naming them: a row a place and kind of people (R2, R16)."""

import re
from collections.abc import Mapping as Dictionary, Sequence
from dataclasses import dataclass

from lms.lib.sheets.cells import Cell, text_of
from lms.lib.sheets.sheet import Sheet
from lms.lists.reading import audiences
from lms.lists.reading.headings import COUNTS, Meaning
from lms.lists.reading.mapping import Mapping
from lms.lists.reading.person import Doubt, Refusal, Terms
from lms.lists.reading.words import feet
from lms.people.kinds import AgeGroup, Sex
from lms.people.names import plain
from lms.sessions.rules.ages import SERVING

Group = tuple[Sex, AgeGroup]
GROUPS: dict[Meaning, Group] = {
    Meaning.MEN: (Sex.MALE, AgeGroup.ADULT),
    Meaning.WOMEN: (Sex.FEMALE, AgeGroup.ADULT),
    Meaning.BOYS: (Sex.MALE, AgeGroup.MINOR),
    Meaning.GIRLS: (Sex.FEMALE, AgeGroup.MINOR),
}
COUNTED = COUNTS | {Meaning.TOTAL}
NOT_TOLD: Group = (Sex.UNSPECIFIED, AgeGroup.ADULT)
"""Of rows with nothing but a total."""
MOST_PEOPLE = 100_000
"""In one cell; more is a number of something else."""
NONE_THERE = frozenset({"", "-", "–", "—", "/"})
NUMBER = re.compile(r"[0-9]{1,3}(?:[ .,\u00a0\u202f][0-9]{3})+|[0-9]{1,7}(?:[.,]0+)?")
AT_LEAST = re.compile(
    r"(?:>=?|≥|\+|plus de|\+ de|au moins|more than|at least|over) ?(?P<after>.+)"
    r"|(?P<before>.+?) ?\+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """One row as read; ``words`` say where, when and of whom it tells, as written."""

    number: int
    category: str
    words: str
    counts: Dictionary[Group, int]
    at_least: bool = False
    doubts: tuple[Doubt, ...] = ()
    refusal: Refusal | None = None

    @property
    def total(self) -> int:
        """How many people the row counts."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class CountReading:
    """All that a list of headcounts says. ``withheld`` are rows to forget at once (R16)."""

    rows: tuple[CountRow, ...]
    withheld: tuple[int, ...]
    declared_total: int | None


def read_counts(sheet: Sheet, mapping: Mapping, terms: Terms) -> CountReading:
    """Read every row below the header; blank, foot and section rows are passed over."""
    rows: list[CountRow] = []
    withheld: list[int] = []
    declared: int | None = None
    for number, row in enumerate(sheet.rows[mapping.header_row :], mapping.header_row + 1):
        if feet.is_foot(row, below_another=declared is not None):
            if declared is None and not feet.is_partial(row):
                declared = _declared(row, mapping)
            continue
        if not any(row[it.index] is not None for it in mapping.columns if it.meaning in COUNTED):
            continue
        read = _read(number, row, mapping, terms)
        minors = sum(it for (_, group), it in read.counts.items() if group is AgeGroup.MINOR)
        if minors and terms.tops.get(read.category) in SERVING:
            withheld.append(number)
        else:
            rows.append(read)
    return CountReading(tuple(rows), tuple(withheld), declared or None)


def number_in(cell: Cell) -> tuple[int, bool] | None:
    """Return the number a cell gives and whether it is a least one; None for anything else."""
    text = " ".join(text_of(cell).split())
    if text in NONE_THERE or plain(text) in {"neant", "aucun", "aucune", "none", "nil"}:
        return 0, False
    open_ended = AT_LEAST.fullmatch(text)
    if open_ended:
        text = open_ended["after"] or open_ended["before"]
    if not NUMBER.fullmatch(text):
        return None
    whole = re.sub(r"[.,]0+$", "", text) if re.fullmatch(r"[0-9]+[.,]0{1,2}", text) else text
    count = int(re.sub(r"[^0-9]", "", whole))
    return (count, bool(open_ended)) if count <= MOST_PEOPLE else None


def _read(number: int, row: Sequence[Cell], mapping: Mapping, terms: Terms) -> CountRow:
    category, category_doubt = _category(row, mapping, terms)
    counts: dict[Group, int] = {}
    refusal, at_least = None, False
    for meaning, group in GROUPS.items():
        found = number_in(_cell(row, mapping, meaning))
        if found is None:
            refusal = Refusal.NOT_A_NUMBER
        elif found[0]:
            counts[group], at_least = found[0], at_least or found[1]
    total = number_in(_cell(row, mapping, Meaning.TOTAL))
    doubts = [category_doubt] if category_doubt else []
    if not counts and total and total[0]:
        counts, at_least = {NOT_TOLD: total[0]}, total[1]
    elif total and total[0] and total[0] != sum(counts.values()):
        doubts.append(Doubt.TOTAL)
    if refusal is None and not counts:
        refusal = Refusal.NOBODY
    return CountRow(
        number=number,
        category=category,
        words=_words(row, mapping),
        counts={} if refusal else counts,
        at_least=at_least,
        doubts=tuple(doubts),
        refusal=refusal,
    )


def _category(row: Sequence[Cell], mapping: Mapping, terms: Terms) -> tuple[str, Doubt | None]:
    """Return the category a row names, else that of the list, and whether its words are new."""
    for meaning in (Meaning.CATEGORY, Meaning.UNIT):
        words = text_of(_cell(row, mapping, meaning))
        if not words:
            continue
        said = audiences.category_named(words, default=terms.default, tops=terms.tops)
        return (said, None) if said else (terms.default, Doubt.CATEGORY)
    return terms.default, None


def _cell(row: Sequence[Cell], mapping: Mapping, meaning: Meaning) -> Cell:
    index = mapping.index(meaning)
    return None if index is None else row[index]


def _words(row: Sequence[Cell], mapping: Mapping) -> str:
    said = [it for it in mapping.columns if it.meaning not in COUNTED | {Meaning.NUMBER}]
    texts = [" ".join(text_of(row[it.index]).split()) for it in said]
    return " · ".join(filter(None, texts))


def _declared(row: Sequence[Cell], mapping: Mapping) -> int | None:
    """Return how many people a row of totals gives: its own total, or that of its columns."""
    total = number_in(_cell(row, mapping, Meaning.TOTAL))
    if total and total[0]:
        return total[0]
    found = [number_in(_cell(row, mapping, it)) for it in GROUPS if mapping.index(it) is not None]
    numbers = [it[0] for it in found if it is not None]
    return sum(numbers) if len(numbers) == len(found) else feet.declared_total(row)
