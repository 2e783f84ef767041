"""What would become of each row: known, new or refused; pure, from what the register holds.

People are known here by an identical service number alone, and only if the names can be one
(DOMAIN R14).
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from lms.lists.reading.naming import PARTICLES
from lms.lists.reading.person import Doubt, ReadRow, Refusal
from lms.people.names import fold, plain
from lms.people.rules import service_number_key
from lms.sessions.kinds import MarkState, ParticipationRole

SHORTEST_WORD = 3
"""Letters of a word that says something when two names share it."""
LIKENESS = 0.75
"""From here on two spellings can be one name: « Dirssa », « Drissa »."""


class Decision(StrEnum):
    """What becomes of a row."""

    KNOWN = "known"
    MAYBE = "maybe"
    NEW = "new"
    REFUSED = "refused"
    COUNTED = "counted"
    """A row of a list of headcounts, which has no person."""


class Remark(StrEnum):
    """What else is worth knowing of a row that will be recorded."""

    ENROLLED = "enrolled"
    NUMBER_OF_ANOTHER = "number_of_another"
    NAMESAKE = "namesake"


DOUBTFUL = frozenset({Remark.NUMBER_OF_ANOTHER, Remark.NAMESAKE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody in the register; ``role`` is theirs in this session, if they are in it."""

    person_id: int
    surname: str
    given_names: str
    birth_date: date | None = None
    role: ParticipationRole | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One row and what becomes of it."""

    row: ReadRow
    decision: Decision
    person_id: int | None = None
    birth_date: date | None = None
    """As the register has it, of somebody known."""
    refusal: Refusal | None = None
    remarks: tuple[Remark, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether somebody had better look at the row before it is recorded."""
        return bool(self.row.doubts) or not DOUBTFUL.isdisjoint(self.remarks)

    @property
    def present(self) -> int:
        """How many slots the row says the person was there."""
        return sum(it in {MarkState.PRESENT, MarkState.LATE} for it in self.row.marks)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What was not understood in the row."""
        return self.row.doubts


def decide(
    rows: Sequence[ReadRow],
    candidates: Mapping[str, Sequence[Candidate]],
    present: Collection[str] = (),
) -> list[Outcome]:
    """Return the outcome of each row, in order.

    ``candidates`` has who is known under each ``service_number_key``, ``present`` has
    ``same_words`` of whoever is in the session already. One row a person a list: the second with
    a number is refused, unless its name says that the number is another's.
    """
    above: dict[str, list[str]] = defaultdict(list)
    taken: set[int | None] = set()
    outcomes = []
    for row in rows:
        key = service_number_key(row.service_number or "")
        outcome = _decide(row, candidates.get(key, ()), above[key] if key else (), present)
        if outcome.person_id in taken:
            outcome = _refused(row, Refusal.REPEATED_NUMBER)
        if outcome.decision is not Decision.REFUSED:
            above[key].append(_name(row))
        if outcome.person_id is not None:
            taken.add(outcome.person_id)
        outcomes.append(outcome)
    return outcomes


def same_words(name: str) -> str:
    """Return what a name is compared by in whatever order its words stand."""
    return " ".join(sorted(fold(name).split()))


def compatible(one: str, other: str) -> bool:
    """Tell whether two full names can be spellings of one: two of their words are much alike."""
    return any(
        SequenceMatcher(None, word, like).ratio() >= LIKENESS
        for word in _words(one)
        for like in _words(other)
    )


def _decide(
    row: ReadRow,
    candidates: Sequence[Candidate],
    above: Sequence[str],
    present: Collection[str],
) -> Outcome:
    name = _name(row)
    repeated = any(compatible(name, it) for it in above)
    refusal = row.refusal or (Refusal.REPEATED_NUMBER if repeated else None)
    if refusal:
        return _refused(row, refusal)
    same = [it for it in candidates if compatible(name, f"{it.surname} {it.given_names}")]
    if not same:
        remarks = [Remark.NUMBER_OF_ANOTHER] if candidates or above else []
        remarks += [Remark.NAMESAKE] if same_words(name) in present else []
        return Outcome(row=row, decision=Decision.NEW, remarks=tuple(remarks))
    person = next((it for it in same if it.role), same[0])
    if person.role not in {None, ParticipationRole.PARTICIPANT}:
        # The same record as trainer and participant of one session stops (R8).
        return _refused(row, Refusal.OTHER_ROLE)
    return Outcome(
        row=row,
        decision=Decision.KNOWN,
        person_id=person.person_id,
        birth_date=person.birth_date,
        remarks=(Remark.ENROLLED,) if person.role else (),
    )


def _refused(row: ReadRow, why: Refusal) -> Outcome:
    return Outcome(row=row, decision=Decision.REFUSED, refusal=why)


def _name(row: ReadRow) -> str:
    return f"{row.surname} {row.given_names}"


def _words(name: str) -> set[str]:
    return {
        fold(word)
        for word in plain(name).split()
        if len(word) >= SHORTEST_WORD and word not in PARTICLES
    }
