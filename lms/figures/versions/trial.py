"""What other rules would make of the same data, line by line; nothing here writes."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from lms.accounts.actors import Actor
from lms.accounts.permissions import require
from lms.figures import totals
from lms.figures.counting import dimensions
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import OF_PERSONS, Scope
from lms.figures.counting.tables import Branch, opened
from lms.figures.counting.values import CountedFact
from lms.figures.models import Fact
from lms.figures.proofs import plain
from lms.figures.release.masking import Masking
from lms.figures.release.thresholds import limits_of
from lms.figures.reports import queries as reports
from lms.figures.reports.changes.causes import Cause, CauseKind
from lms.figures.reports.changes.difference import Change, Difference
from lms.figures.reports.changes.weighing import (
    Numbers,
    cells_of,
    lines_of,
    split,
    told_apart,
    weigh,
)
from lms.figures.source.stored import Key, batches
from lms.figures.source.wanted import Values, wanted_in
from lms.figures.totals import Reading
from lms.figures.versions.queries import KEEPERS
from lms.sessions.models import TrainingSession
from lms.sessions.outcome import Outcome
from lms.unit.queries import rules
from lms.unit.rules import Rules

Move = tuple[Outcome, Outcome]
"""What a participation comes to now, and what it would come to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """A session in which somebody would come to something else."""

    training_session_id: int
    reference: str
    last_day: date
    moves: Mapping[Move, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """The numbers by the rules in force and by those proposed, and what makes the difference."""

    in_force: Rules
    proposed: Rules
    difference: Difference
    turned: Sequence[Turned]
    masked: tuple[int, int]
    """How many numbers of persons are masked for outside: by the rules in force, and by these."""


Changed = dict[Key, tuple[Values | None, Values | None]]


def attempt(*, proposed: Rules, scope: Scope, now: datetime, actor: Actor) -> Trial:
    """Return what adopting ``proposed`` would do to the totals of a scope as known now."""
    require(actor, "rules.try", *KEEPERS, system=True)
    in_force = rules()
    reading = totals.read(scope=scope, actor=actor)
    turned: list[Turned] = []
    changed: Changed = {}
    for held, keys in _changed(reading, proposed):
        changed |= keys
        turned.append(_turned(held, keys))
    whole = dimensions.tree(Dimension.CATEGORY, reading.categories)
    before = cells_of(lambda *it: reading.table(*it).lines)
    rows, lines = split(whole, before), lines_of(before)
    before = told_apart(before, whole, rows)
    delta = _delta(reading, changed, opened(whole, rows))
    after = before.copy()
    after.update(delta)
    cells = {cell: value for cell, value in delta.items() if value}
    changes = [Change(Cause(now, CauseKind.RULE, proposed.version), cells)] if cells else []
    return Trial(
        in_force=in_force,
        proposed=proposed,
        difference=Difference(before, after, changes, reading, lines | lines_of(after)),
        turned=turned,
        masked=(_masked(reading, in_force), _masked(reading, proposed)),
    )


def _changed(reading: Reading, proposed: Rules) -> Iterator[tuple[TrainingSession, Changed]]:
    """Yield the sessions of the scope in which facts would differ, and those facts."""
    scope = reading.scope
    for batch in batches():
        inside = [
            it
            for it in batch
            if it.last_day in scope.window
            and (scope.regions is None or reading.regions[it.place_id].code in scope.regions)
        ]
        are, would_be = wanted_in(inside), wanted_in(inside, proposed)
        for held in inside:
            one, other = are[held.id], would_be[held.id]
            keys = {
                key: (one.get(key), other.get(key))
                for key in {*one, *other}
                if _outcome(one.get(key)) is not _outcome(other.get(key))
            }
            if keys:
                yield held, keys


def _turned(held: TrainingSession, keys: Changed) -> Turned:
    moves = Counter((_outcome(is_), _outcome(would_be)) for is_, would_be in keys.values())
    return Turned(
        training_session_id=held.id, reference=held.reference, last_day=held.last_day, moves=moves
    )


def _delta(reading: Reading, changed: Changed, tree: Sequence[Branch]) -> Numbers:
    """Return what the persons concerned would add to every line, less what they add now."""
    concerned = {
        values["person_id"] for pair in changed.values() for values in pair if values is not None
    }
    persons = [it for it in concerned if isinstance(it, int)]
    facts = {
        (it.participation_id, it.headcount_id): it
        for it in reports.of_persons(reading.scope, reading.regions, persons)
        if it.retracted_at is None
    }
    new = [
        Fact(id=-position, **values)
        for position, (key, (_is, values)) in enumerate(changed.items(), start=1)
        if key not in facts and values is not None
    ]
    would_be = [
        replace(it, outcome=outcome)
        for key, it in _counted(reading, facts).items()
        if (outcome := _outcome(changed[key][1]) if key in changed else it.outcome)
        is not Outcome.NONE
    ]
    added = _counted(reading, {(None, it.id): it for it in new})
    delta = weigh([*would_be, *added.values()], tree)
    delta.subtract(weigh(_counted(reading, facts).values(), tree))
    return delta


def _counted(reading: Reading, facts: Mapping[Key, Fact]) -> dict[Key, CountedFact]:
    codes = {it.id: it.code for it in reading.categories}
    found, _heads = plain.counted(facts.values(), codes=codes, regions=reading.regions)
    return dict(zip(facts, found, strict=True))


def _outcome(values: Values | None) -> Outcome:
    return Outcome(str(values["outcome"])) if values else Outcome.NONE


def _masked(reading: Reading, by: Rules) -> int:
    masking = Masking(reading, limits_of(by))
    return sum(len(masking.marks(it, Dimension.CATEGORY)) for it in OF_PERSONS)
