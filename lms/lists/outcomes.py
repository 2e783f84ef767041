"""What would become of each row: known, maybe, new or refused; pure, from what matching answers.

One row a person a list: a second row with the number of another, under a name that can be the
same, is refused before anything is compared (DOMAIN R14).
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from lms.lists.reading.naming import PARTICLES
from lms.lists.reading.person import Doubt, ReadRow, Refusal
from lms.people.kinds import DoubtKind
from lms.people.matching.decision import Answer, Candidate, Match
from lms.people.names import fold, plain
from lms.people.rules import service_number_key
from lms.sessions.kinds import MarkState, ParticipationRole

SHORTEST_WORD = 3
"""Letters of a word that says something when two names share it."""
LIKENESS = 0.75
"""From here on two spellings can be one name: « Dirssa », « Drissa »."""
MOST_CANDIDATES = 3


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
    TOO_YOUNG = "too_young"


DOUBTFUL = frozenset({Remark.NUMBER_OF_ANOTHER, Remark.NAMESAKE, Remark.TOO_YOUNG})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Somebody in the register; ``role`` is theirs in this session, if they are in it."""

    birth_date: date | None = None
    role: ParticipationRole | None = None


NOBODY = Standing()


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the register and the session know of the people of a list."""

    standings: Mapping[int, Standing]
    """Of whoever matching names."""
    numbers: Collection[str] = ()
    """Keys of service numbers that somebody in the register has."""
    present: Collection[str] = ()
    """``same_words`` of whoever is in the session already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """Somebody a row may be, how likely in thousandths, and what agrees, by field."""

    person_id: int
    likelihood: int
    evidence: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One row and what becomes of it."""

    row: ReadRow
    decision: Decision
    candidates: tuple[Likely, ...] = ()
    """Of a known row the person, of a maybe the likeliest first."""
    doubt: DoubtKind | None = None
    birth_date: date | None = None
    """As the register has it, of somebody known."""
    refusal: Refusal | None = None
    remarks: tuple[Remark, ...] = ()

    @property
    def person_id(self) -> int | None:
        """Who the row is, if that is known."""
        return self.candidates[0].person_id if self.decision is Decision.KNOWN else None

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


def repeated(rows: Sequence[ReadRow]) -> dict[int, Refusal]:
    """Return why rows cannot be recorded whoever they are, by number."""
    above: dict[str, list[str]] = defaultdict(list)
    refused: dict[int, Refusal] = {}
    for row in rows:
        key = service_number_key(row.service_number or "")
        again = key and any(compatible(_name(row), it) for it in above[key])
        if refusal := row.refusal or (Refusal.REPEATED_NUMBER if again else None):
            refused[row.number] = refusal
        elif key:
            above[key].append(_name(row))
    return refused


def decide(
    rows: Sequence[ReadRow],
    answers: Mapping[int, Answer],
    *,
    refused: Mapping[int, Refusal],
    around: Around,
) -> list[Outcome]:
    """Return the outcome of each row, in order.

    ``answers`` are those of matching to every row that ``repeated`` does not refuse.
    """
    above: set[str] = set()
    outcomes = []
    for row in rows:
        if row.number in refused:
            outcomes.append(_refused(row, refused[row.number]))
            continue
        key = service_number_key(row.service_number or "")
        taken = bool(key) and (key in around.numbers or key in above)
        outcome = _decide(row, answers[row.number], around)
        if taken and outcome.decision in {Decision.MAYBE, Decision.NEW}:
            outcome = replace(outcome, remarks=(Remark.NUMBER_OF_ANOTHER, *outcome.remarks))
        outcomes.append(outcome)
        above |= {key}
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


def _decide(row: ReadRow, answer: Answer, around: Around) -> Outcome:
    likely = tuple(_likely(it) for it in answer.candidates[:MOST_CANDIDATES])
    if answer.match is Match.SAME:
        person = around.standings.get(likely[0].person_id, NOBODY)
        if person.role not in {None, ParticipationRole.PARTICIPANT}:
            # The same record as trainer and participant of one session stops (R8).
            return _refused(row, Refusal.OTHER_ROLE)
        return Outcome(
            row=row,
            decision=Decision.KNOWN,
            candidates=likely,
            birth_date=person.birth_date,
            remarks=(Remark.ENROLLED,) if person.role else (),
        )
    namesake = same_words(_name(row)) in around.present
    return Outcome(
        row=row,
        decision=Decision.MAYBE if answer.match is Match.MAYBE else Decision.NEW,
        candidates=likely,
        doubt=answer.doubt,
        remarks=(Remark.NAMESAKE,) if namesake else (),
    )


def _likely(it: Candidate) -> Likely:
    evidence = {str(field): str(level) for field, level in it.agreement.by_field().items()}
    return Likely(person_id=it.person, likelihood=round(1000 * it.likelihood), evidence=evidence)


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
