"""The ledger as it is at one moment: the months of a scope, read in one statement."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, LargeBinary, literal, select, type_coerce, union_all

from lms.extensions import db
from lms.figures.counting.questions import Scope
from lms.figures.ledger.blocks import month_number
from lms.figures.ledger.records import Array, Columns, columns, unpack
from lms.figures.ledger.rows import Rows
from lms.figures.models import FactBlock, LedgerMonth


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The facts of one month: of persons that hold, of persons that no longer do, headcounts."""

    stamp: int
    live: Columns
    retracted: Columns
    headcounts: Array


_known: WeakKeyDictionary[Engine, dict[int, Month]] = WeakKeyDictionary()
"""The months this process has read, by database; each is replaced once its stamp changes."""


def rows(scope: Scope, places: frozenset[int] | None) -> Rows:
    """Return the facts in ``scope``; ``places`` are the numbers of its places, None for all."""
    window = scope.window
    months = _months(month_number(window.first), month_number(window.last))
    return Rows(
        scope=scope,
        places=places,
        live=[it.live for it in months],
        retracted=[it.retracted for it in months],
        heads=[it.headcounts for it in months],
    )


def _months(first: int, last: int) -> list[Month]:
    """Return the months with facts from the first to the last, oldest first."""
    known = _known.setdefault(db.engine, {})
    here = {number: it for number, it in list(known.items()) if first <= number <= last}
    stamps, contents = _read(first, last, [it.stamp for it in here.values()])
    for number, stamp in stamps.items():
        if number not in here or here[number].stamp != stamp:
            known[number] = here[number] = _month(stamp, contents.get(number, ()))
    return [here[number] for number in sorted(stamps)]


def _read(
    first: int, last: int, stamps: Iterable[int]
) -> tuple[Mapping[int, int], Mapping[int, list[bytes]]]:
    """Return the stamps of all months, and the packs of those that are not known yet.

    One statement sees one moment on either database; two would not on PostgreSQL.
    """
    nothing = type_coerce(literal(None), LargeBinary)
    all_of_them = select(LedgerMonth.month, LedgerMonth.stamp, nothing.label("content")).where(
        LedgerMonth.month.between(first, last)
    )
    new = (
        select(LedgerMonth.month, LedgerMonth.stamp, FactBlock.content)
        .join(FactBlock, FactBlock.month == LedgerMonth.month)
        .where(LedgerMonth.month.between(first, last), LedgerMonth.stamp.not_in(list(stamps)))
    )
    found: dict[int, int] = {}
    contents: dict[int, list[bytes]] = defaultdict(list)
    for month, stamp, content in db.session.execute(union_all(all_of_them, new)):
        found[month] = stamp
        if content is not None:
            contents[month].append(content)
    return found, contents


def _month(stamp: int, packed: Iterable[bytes]) -> Month:
    records = unpack(packed)
    of_persons = records["person"] > 0
    live = records["retracted"] == 0
    return Month(
        stamp=stamp,
        live=columns(records[of_persons & live]),
        retracted=columns(records[of_persons & ~live]),
        headcounts=records[~of_persons],
    )
