"""The facts behind the figures, one a line, under pseudonyms: for inside the unit."""

import hmac
import secrets
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from lms.figures import labels
from lms.figures.background import queries
from lms.figures.background.queries import FactRow
from lms.figures.release import facts as gate
from lms.figures.totals import Reading
from lms.jobs.makers import Advance
from lms.lib.sheets.cells import Cell
from lms.lib.sheets.writing import write_csv

COLUMNS = (
    "fact",
    "person",
    "count",
    "at_least",
    "outcome",
    "category",
    "category_label",
    "sex",
    "age_group",
    "region",
    "region_label",
    "course",
    "session",
    "last_day",
    "minutes",
    "recorded_at",
)
LETTERS = 12
"""Of a pseudonym: enough that two persons share one in no file."""


def parts(reading: Reading, notes: Iterable[str], advance: Advance) -> Iterator[bytes]:
    """Yield the lines as text, some thousand at a time, then how they were made."""
    yield write_csv([COLUMNS])
    naming = _Naming(reading)
    regions = {place: it.code for place, it in reading.regions.items()}
    facts = queries.Facts(reading.scope, regions)
    done = 0
    for some in facts.in_runs():
        yield write_csv(naming.line(it) for it in some)
        done += len(some)
        advance(done / max(facts.number, done))
    yield write_csv([f"# {it}"] for it in notes)


class _Naming:
    """What things are called in one file.

    A person has the same pseudonym on each line of a file and another in the next, so that two
    files cannot be laid side by side, nor a line be traced to a record.
    """

    def __init__(self, reading: Reading) -> None:
        names = labels.names(reading)
        self._secret = secrets.token_bytes(32)
        self._categories: Mapping[int, tuple[str, str]] = {
            it.id: (it.code, names.row(it.code)) for it in reading.categories
        }
        self._nameless = gate.nameless(reading)
        self._regions: Mapping[int, tuple[str, str]] = {
            place: (it.code, labels.region(it)) for place, it in reading.regions.items()
        }

    def line(self, fact: FactRow) -> list[Cell]:
        """Return the cells of a fact in the order of the columns."""
        return [
            fact.id,
            self._pseudonym(fact),
            1 if fact.heads is None else fact.heads,
            "yes" if fact.at_least else "no",
            str(fact.outcome),
            *self._categories[fact.category_id],
            str(fact.sex),
            str(fact.age_group),
            *self._regions[fact.place_id],
            fact.course,
            fact.reference,
            fact.last_day,
            fact.minutes,
            fact.recorded_at,
        ]

    def _pseudonym(self, fact: FactRow) -> str:
        """Return what stands for the person; nothing leads to one of an armed movement."""
        if fact.person_id is None or fact.category_id in self._nameless:
            return ""
        made = hmac.new(self._secret, str(fact.person_id).encode(), sha256)
        return made.hexdigest()[:LETTERS]
