"""Targets and strengths as files: looked at before they are entered, and written out again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from flask_babel import force_locale

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.figures import labels as figures, queries as ledger
from lms.figures.targets import labels, queries, services
from lms.figures.targets.errors import BadRows
from lms.figures.targets.importing.columns import COLUMNS, Column
from lms.figures.targets.importing.rows import Known, Row, read
from lms.figures.targets.models import Entry
from lms.figures.targets.services import Brought
from lms.figures.targets.values import AIMED_AT, WHOLE_COUNTRY, Aim, Given, Kind
from lms.i18n import LOCALES, language
from lms.lib.sheets.cells import Cell
from lms.lib.sheets.reading import read_sheet
from lms.lib.sheets.writing import write_csv
from lms.people.names import plain

Value = TypeVar("Value")
EVERYWHERE = ("all", "toutes", "tout le pays", "whole country", "mali")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One row of a file in words."""

    number: int
    what: str
    count: str
    fate: str
    trouble: str


def preview(content: bytes, kind: Kind, actor: Actor, before: Sequence[Given] = ()) -> list[Row]:
    """Return what would become of each row of a file; nothing is written.

    ``before`` is what files brought in earlier will have said by then, the newest last. Raises
    ``UnreadableSheet``, ``NoTable``, ``TooManyRows``.
    """
    require(actor, "target.enter", Role.UNIT_HEAD, system=True)
    held = [it.given for it in queries.standing(kind)]
    return read(read_sheet(content), kind, known(), [*held, *before])


def known() -> Known:
    """Return what cells may name, in both languages."""
    categories = ledger.categories()
    regions = ledger.every_region().values()
    measures = {str(it): it for it in AIMED_AT}
    for locale in LOCALES:
        with force_locale(locale):
            measures |= {str(figures.MEASURES[it]): it for it in AIMED_AT}
    return Known(
        measures=_folded(measures),
        categories=_folded(
            {word: it.id for it in categories for word in (it.code, it.label_fr, it.label_en)}
        ),
        of_units=frozenset(it.id for it in queries.of_units(categories)),
        regions=_folded(
            dict.fromkeys(EVERYWHERE, WHOLE_COUNTRY)
            | {word: it.code for it in regions for word in (it.code, it.name_fr, it.name_en)}
        ),
    )


def enter(content: bytes, kind: Kind, *, now: datetime, actor: Actor) -> Brought:
    """Enter every row of a file, or none where one cannot be.

    Raises ``BadRows``, and what ``preview`` and ``bring_in`` raise.
    """
    rows = preview(content, kind, actor)
    bad = [it for it in rows if it.trouble or not it.given]
    if bad or not rows:
        raise BadRows(str(len(bad)))
    said = [it.given for it in rows if it.given]
    return services.bring_in(kind=kind, said=said, now=now, actor=actor)


def shown(rows: Iterable[Row]) -> list[Shown]:
    """Return rows as a page or a terminal shows them."""
    categories = {it.id: it for it in ledger.categories()}
    regions = ledger.every_region()
    return [
        Shown(
            number=it.number,
            what=labels.described(it.given, categories.get(it.given.category_id or 0), regions)
            if it.given
            else "",
            count=labels.amount(it.given.count) if it.given else "",
            fate=labels.fate(it),
            trouble=labels.trouble(it),
        )
        for it in rows
    ]


def words(kind: Kind) -> list[tuple[str, list[str]]]:
    """Return the words that cells may hold in the reader's language, column by column."""
    categories = [it for it in ledger.categories() if it.active]
    if kind is Kind.STRENGTHS:
        categories = queries.of_units(categories)
    columns = [
        (Column.CATEGORY, [labels.category(it) for it in categories]),
        (Column.REGION, [figures.region(it) for it in ledger.every_region().values()]),
    ]
    if kind is Kind.TARGETS:
        columns.insert(0, (Column.MEASURE, [str(figures.MEASURES[it]) for it in AIMED_AT]))
    return [(labels.column(column, kind), found) for column, found in columns]


def template(kind: Kind) -> bytes:
    """Return an empty file with the header, for a spreadsheet in the reader's language."""
    return write_csv([_header(kind)], french=language() == "fr")


def written(kind: Kind, entries: Iterable[Entry]) -> bytes:
    """Return entries as a file that can be brought in again."""
    lines = [_header(kind), *_lines(kind, [it.given for it in entries])]
    return write_csv(lines, french=language() == "fr")


def passed_on(kind: Kind, said: Sequence[Given]) -> str:
    """Return rows that were understood as text to be read once more when they are entered."""
    return write_csv([[str(it) for it in COLUMNS[kind]], *_lines(kind, said)]).decode()


def _header(kind: Kind) -> list[Cell]:
    return [labels.column(it, kind) for it in COLUMNS[kind]]


def _lines(kind: Kind, said: Iterable[Given]) -> list[list[Cell]]:
    codes: dict[int | None, str] = {it.id: it.code for it in ledger.categories()}
    return [[_cells(it, codes)[column] for column in COLUMNS[kind]] for it in said]


def _cells(it: Given, codes: Mapping[int | None, str]) -> dict[Column, Cell]:
    common: dict[Column, Cell] = {
        Column.CATEGORY: codes.get(it.category_id),
        Column.REGION: it.region or None,
        Column.FIRST: it.window.first,
        Column.LAST: it.window.last,
        Column.COUNT: it.count,
        Column.SOURCE: it.source,
    }
    if isinstance(it, Aim):
        return {**common, Column.MEASURE: str(it.measure)}
    return {**common, Column.UNIT: it.unit, Column.ROTATION: it.rotation or None}


def _folded(words: Mapping[str, Value]) -> dict[str, Value]:
    return {plain(word): it for word, it in words.items()}
