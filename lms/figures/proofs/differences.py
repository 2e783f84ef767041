"""Where the ledger and the lists say two things; ids only, never a name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from lms.figures.models import Fact
from lms.figures.source.stored import Key
from lms.figures.source.wanted import Values, differing


class Kind(StrEnum):
    """What is wrong with a fact."""

    MISSING = "missing"
    SUPERFLUOUS = "superfluous"
    DIFFERENT = "different"
    PACKED = "packed"
    """Totals are counted over packs, and those of a session say something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field of one fact; of a fact that is missing or superfluous, its outcome."""

    kind: Kind
    training_session_id: int
    participation_id: int | None = None
    headcount_id: int | None = None
    field: str = ""
    has: object = None
    should: object = None


def compare(
    training_session_id: int, live: Mapping[Key, Fact], wanted: Mapping[Key, Values]
) -> Iterator[Difference]:
    """Yield what differs between the facts of a session that hold and those that should."""
    for key in [*wanted, *(it for it in live if it not in wanted)]:
        fact, values = live.get(key), wanted.get(key)
        if fact is None:
            kind, fields = Kind.MISSING, ["outcome"]
        elif values is None:
            kind, fields = Kind.SUPERFLUOUS, ["outcome"]
        else:
            kind, fields = Kind.DIFFERENT, differing(fact, values)
        for field in fields:
            yield Difference(
                kind=kind,
                training_session_id=training_session_id,
                participation_id=key[0],
                headcount_id=key[1],
                field=field,
                has=getattr(fact, field, None),
                should=values[field] if values else None,
            )
