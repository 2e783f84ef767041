"""What becomes of each row of a list: somebody known, perhaps somebody, or somebody new (R14).

All rows are weighed together, for one person stands once in one list: whoever is surely one row
is hardly another. The posterior is that of Fellegi and Sunter's ratios over every candidate and
*nobody known*, which a row is with the share of newcomers that the list itself suggests.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from lms.people.kinds import DoubtKind
from lms.people.matching.blocking import Vocabulary
from lms.people.matching.comparison import Comparer
from lms.people.matching.levels import Agreement, Field, Level
from lms.people.matching.records import Known, Row
from lms.people.matching.weights import Model

SAME_FROM = 0.95
MAYBE_FROM = 0.13
ROUNDS = 8
"""In which rows that want one person settle between them."""
KNOWN_SHARE = 0.5
TELLING_REGISTER = 400
"""Persons from which on a name borne once is rare."""
NEGLIGIBLE = 0.01
"""Share below which a candidate is no rival for other rows."""
LONGEST_WEIGHT = 60.0
AGREES = frozenset({Level.SAME, Level.DAY})


class Match(StrEnum):
    """What a row is."""

    SAME = "same"
    MAYBE = "maybe"
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody a row may be: how far they agree, and how likely it is, from 0 to 1."""

    person: int
    agreement: Agreement
    likelihood: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What becomes of a row; the likeliest candidate first."""

    number: int
    match: Match
    candidates: tuple[Candidate, ...] = ()
    doubt: DoubtKind | None = None

    @property
    def best(self) -> Candidate | None:
        """The likeliest candidate, if there is any."""
        return self.candidates[0] if self.candidates else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What rows are weighed by; ``expected`` are in the session already, and so likelier."""

    vocabulary: Vocabulary
    comparer: Comparer
    model: Model = field(default_factory=Model)
    expected: frozenset[int] = frozenset()


def decide(
    rows: Sequence[Row], candidates: Mapping[int, Sequence[Known]], basis: Basis
) -> list[Answer]:
    """Return the answer to each row, in order.

    ``candidates`` has whom blocking found for each row's number. The order of the rows and of
    the candidates makes no difference.
    """
    agreements = {
        row.number: {
            known.person: agreement
            for known in candidates.get(row.number, ())
            if (agreement := basis.comparer.compare(row, known)) is not None
        }
        for row in rows
    }
    likelihoods = _posterior(agreements, basis)
    return [
        _answer(row, agreements[row.number], likelihoods[row.number], basis.vocabulary)
        for row in rows
    ]


def _posterior(
    agreements: Mapping[int, Mapping[int, Agreement]], basis: Basis
) -> dict[int, dict[int, float]]:
    """Return how likely each row is each of its candidates; unlikely ones are left out."""
    odds, rest = {}, {}
    for number, found in sorted(agreements.items()):
        odds[number], rest[number] = _odds(found, basis)
    free: dict[tuple[int, int], float] = {}
    result: dict[int, dict[int, float]] = {}
    for _round in range(ROUNDS):
        result = {
            number: _shares(number, found, rest[number], free) for number, found in odds.items()
        }
        free = _left_free(result)
    return result


def _odds(found: Mapping[int, Agreement], basis: Basis) -> tuple[dict[int, float], float]:
    """Return the odds of the likelier candidates, and of all others together."""
    anybody = KNOWN_SHARE / max(basis.vocabulary.persons, 1)
    awaited = KNOWN_SHARE / max(len(basis.expected), 1)
    weights: dict[Agreement, float] = {}
    odds = {}
    for person, agreement in sorted(found.items()):
        if agreement not in weights:
            weight = min(basis.model.weight(agreement, basis.vocabulary), LONGEST_WEIGHT)
            weights[agreement] = math.exp(weight)
        odds[person] = weights[agreement] * (awaited if person in basis.expected else anybody)
    least = NEGLIGIBLE * (1 - KNOWN_SHARE + math.fsum(odds.values()))
    kept = {person: it for person, it in odds.items() if it >= least}
    return kept, math.fsum(it for it in odds.values() if it < least)


def _shares(
    number: int,
    odds: Mapping[int, float],
    rest: float,
    free: Mapping[tuple[int, int], float],
) -> dict[int, float]:
    weighed = {person: it * free.get((number, person), 1.0) for person, it in odds.items()}
    whole = 1 - KNOWN_SHARE + rest + sum(weighed.values())
    return {person: it / whole for person, it in weighed.items()}


def _left_free(shares: Mapping[int, Mapping[int, float]]) -> dict[tuple[int, int], float]:
    """Return how likely it is that no other row is the person, by row and person."""
    wanted: dict[int, list[tuple[int, float]]] = {}
    for number, found in shares.items():
        for person, share in found.items():
            wanted.setdefault(person, []).append((number, share))
    return {
        (number, person): math.prod(1 - share for other, share in those if other != number)
        for person, those in wanted.items()
        if len(those) > 1
        for number, _share in those
    }


def _answer(
    row: Row,
    agreements: Mapping[int, Agreement],
    likelihoods: Mapping[int, float],
    vocabulary: Vocabulary,
) -> Answer:
    found = sorted(
        (
            Candidate(person=person, agreement=agreements[person], likelihood=likelihood)
            for person, likelihood in likelihoods.items()
            if likelihood >= MAYBE_FROM / 4
        ),
        key=lambda it: (-it.likelihood, it.person),
    )
    if not found or found[0].likelihood < MAYBE_FROM:
        return Answer(number=row.number, match=Match.NEW)
    best = found[0]
    held_back = _name_alone(best.agreement, vocabulary) or _contradicted(best.agreement)
    if best.likelihood >= SAME_FROM and not held_back:
        return Answer(number=row.number, match=Match.SAME, candidates=(best,))
    return Answer(
        number=row.number, match=Match.MAYBE, candidates=tuple(found), doubt=doubt(found)
    )


def _name_alone(agreement: Agreement, vocabulary: Vocabulary) -> bool:
    """Tell whether a name is all that agrees, where it may not join (R14).

    Namesakes forbid it, and so does a register too small to say that the name is rare; there a
    rank that agrees will do.
    """
    if any(agreement.of(it) in AGREES for it in (Field.NUMBER, Field.PHONE, Field.BIRTH)):
        return False
    if vocabulary.bearers(agreement.name) > 1:
        return True
    small = vocabulary.persons < TELLING_REGISTER
    return small and agreement.of(Field.RANK) is not Level.SAME


def _contradicted(agreement: Agreement) -> bool:
    """Tell whether two things speak against, and no number for: a phone is often shared (4.6)."""
    if agreement.of(Field.NUMBER) is Level.SAME:
        return False
    against = (Field.NUMBER, Field.PHONE, Field.BIRTH, Field.SEX)
    return sum(agreement.of(it) is Level.DIFFERENT for it in against) > 1


def doubt(found: Sequence[Candidate]) -> DoubtKind:
    """Return what the batch of a doubt is called by."""
    agreement = found[0].agreement
    levels = agreement.by_field()
    name = {levels[Field.SURNAME], levels[Field.GIVEN]}
    if len(found) > 1 and found[1].likelihood >= found[0].likelihood / 2:
        return DoubtKind.SEVERAL
    against = (Field.NUMBER, Field.PHONE, Field.BIRTH, Field.SEX)
    if any(levels[it] is Level.DIFFERENT for it in against):
        return DoubtKind.CONTRADICTION
    if levels[Field.NUMBER] in {Level.SAME, Level.CLOSE}:
        return DoubtKind.NUMBER
    if levels[Field.PHONE] is Level.SAME:
        return DoubtKind.PHONE
    return DoubtKind.NAME_ONLY if name == {Level.SAME} else DoubtKind.SPELLING
