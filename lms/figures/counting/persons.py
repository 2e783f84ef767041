"""Persons and participations in a window: each person once, in one outcome (DOMAIN R1 to R7)."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from lms.figures.counting.tables import Branch, Table, Units, tabulate
from lms.figures.counting.values import COLUMNS, Column, CountedFact
from lms.people.kinds import AgeGroup, Sex
from lms.sessions.outcome import Outcome

RowOf = Callable[[CountedFact], str]


def by_category(fact: CountedFact) -> str:
    """Return the row of a table by category: the category at the time (R7)."""
    return fact.category


@dataclass(frozen=True, slots=True)
class Profile:
    """The one sex and age group of a person in a window; ``contradictory`` asks for a look."""

    sex: Sex
    age_group: AgeGroup
    contradictory: bool = False

    @property
    def column(self) -> Column:
        """Where the person stands in every line of the table."""
        return COLUMNS[self.age_group, self.sex]


@dataclass(frozen=True, slots=True)
class Reckoning:
    """All facts about persons of one window, and what each person comes to in it."""

    facts: Collection[CountedFact]
    profiles: Mapping[int, Profile]
    outcomes: Mapping[int, Outcome]

    @property
    def columns(self) -> Mapping[int, Column]:
        """The one column of each person."""
        return {person: profile.column for person, profile in self.profiles.items()}


def reckon(facts: Iterable[CountedFact]) -> Reckoning:
    """Return what every person comes to over ``facts``: all of the window asked for."""
    theirs: dict[int, list[CountedFact]] = defaultdict(list)
    for fact in facts:
        theirs[fact.person].append(fact)
    return Reckoning(
        facts=[fact for many in theirs.values() for fact in many],
        profiles={person: _profile(many) for person, many in theirs.items()},
        outcomes={person: _outcome(many) for person, many in theirs.items()},
    )


def _profile(facts: list[CountedFact]) -> Profile:
    """Return the sex and age group of the latest fact, specified first (R12).

    Two specified sexes, or an adult who is a minor later, contradict each other.
    """
    # By session within a day, so that recording a correction again changes nothing.
    facts.sort(key=lambda fact: (fact.last_day, fact.training_session, fact.id))
    latest = facts[-1]
    sexes = [fact.sex for fact in facts if fact.sex is not Sex.UNSPECIFIED]
    ages = [fact.age_group for fact in facts]
    younger = AgeGroup.ADULT in ages and AgeGroup.MINOR in ages[ages.index(AgeGroup.ADULT) :]
    return Profile(
        sex=sexes[-1] if sexes else Sex.UNSPECIFIED,
        age_group=latest.age_group,
        contradictory=len(set(sexes)) > 1 or younger,
    )


def _outcome(facts: Iterable[CountedFact]) -> Outcome:
    """Return the one outcome of a person: trained beats sensitized (R1)."""
    trained = any(fact.outcome is Outcome.TRAINED for fact in facts)
    return Outcome.TRAINED if trained else Outcome.SENSITIZED


def persons(
    reckoning: Reckoning,
    tree: Iterable[Branch],
    *,
    outcome: Outcome,
    row_of: RowOf = by_category,
) -> Table:
    """Return distinct persons with that outcome, overlap lines included.

    Who was trained in one row and sensitized in another is trained, in the first row only.
    """
    rows: dict[str, dict[int, int]] = defaultdict(dict)
    for fact in reckoning.facts:
        if fact.outcome is outcome and reckoning.outcomes[fact.person] is outcome:
            rows[row_of(fact)][fact.person] = 1
    return tabulate(Units(rows, reckoning.columns, distinct=True), tree)


def participations(
    reckoning: Reckoning,
    tree: Iterable[Branch],
    *,
    outcome: Outcome | None = Outcome.TRAINED,
    row_of: RowOf = by_category,
) -> Table:
    """Return participations that led to ``outcome``, or with ``None`` every one (R3).

    They stand in the column of their person, and their lines add up without an overlap.
    """
    rows: dict[str, Counter[int]] = defaultdict(Counter)
    for fact in reckoning.facts:
        if outcome is None or fact.outcome is outcome:
            rows[row_of(fact)][fact.person] += 1
    return tabulate(Units(rows, reckoning.columns), tree)
