"""The ledger as it is at one moment: the months of a scope, read in one statement."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, LargeBinary, literal, select, type_coerce, union_all

from lms.extensions import db
from lms.figures.counting.questions import Scope
from lms.figures.ledger.blocks import month_number
from lms.figures.ledger.facts import Month
from lms.figures.ledger.rows import Rows
from lms.figures.models import FactBlock, LedgerMonth

Pack = tuple[int, bytes]
"""The number of a session, and its facts packed."""

_known: WeakKeyDictionary[Engine, dict[int, Month]] = WeakKeyDictionary()
"""The months this process has read, by database; each is replaced once its stamp changes."""


def rows(scope: Scope, places: frozenset[int] | None) -> Rows:
    """Return the facts in ``scope``; ``places`` are the numbers of its places, None for all."""
    window = scope.window
    months = _months(month_number(window.first), month_number(window.last))
    return Rows.within(scope, places, months)


def forget() -> None:
    """Let go of what this process has read of the database; the next question reads again."""
    _known.pop(db.engine, None)


def _months(first: int, last: int) -> list[Month]:
    """Return the months with facts from the first to the last, oldest first."""
    known = _known.setdefault(db.engine, {})
    here = {number: it for number, it in list(known.items()) if first <= number <= last}
    stamps, packs = _read(first, last, [it.stamp for it in here.values()])
    for number, stamp in stamps.items():
        if number not in here or here[number].stamp != stamp:
            known[number] = here[number] = Month.of(stamp, _in_order(packs[number]))
    return [here[number] for number in sorted(stamps)]


def _read(
    first: int, last: int, stamps: Collection[int]
) -> tuple[Mapping[int, int], Mapping[int, list[Pack]]]:
    """Return the stamps of all months, and the packs of those that are not known yet.

    One statement sees one moment on either database; two would not on PostgreSQL.
    """
    asked = LedgerMonth.month.between(first, last)
    nothing = type_coerce(literal(None), LargeBinary).label("content")
    all_of_them = select(LedgerMonth.month, LedgerMonth.stamp.label("number"), nothing)
    changed = select(LedgerMonth.month).where(asked, LedgerMonth.stamp.not_in(list(stamps)))
    packs = select(FactBlock.month, FactBlock.training_session_id, FactBlock.content)
    found: dict[int, int] = {}
    contents: dict[int, list[Pack]] = defaultdict(list)
    for month, number, content in db.session.execute(
        union_all(all_of_them.where(asked), packs.where(FactBlock.month.in_(changed)))
    ):
        if content is None:
            found[month] = number
        else:
            contents[month].append((number, content))
    return found, contents


def _in_order(packs: list[Pack]) -> list[bytes]:
    """Return packs in the order of their sessions."""
    return [content for _session, content in sorted(packs)]
