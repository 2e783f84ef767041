"""Persons and participations in a window: each person once, in one outcome (DOMAIN R1 to R7).

Every function takes all facts about persons of the window asked for, in any order.
"""

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


def profiles(facts: Iterable[CountedFact]) -> dict[int, Profile]:
    """Return each person's profile: that of the latest fact, specified first (R12).

    Two specified sexes, or an adult who is a minor later, contradict each other.
    """
    found: dict[int, list[CountedFact]] = defaultdict(list)
    for fact in facts:
        found[fact.person].append(fact)
    return {person: _profile(theirs) for person, theirs in found.items()}


def _profile(facts: list[CountedFact]) -> Profile:
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


def outcomes(facts: Iterable[CountedFact]) -> dict[int, Outcome]:
    """Return each person's one outcome in the window: trained beats sensitized (R1)."""
    highest: dict[int, Outcome] = {}
    for fact in facts:
        if fact.outcome is Outcome.TRAINED or fact.person not in highest:
            highest[fact.person] = fact.outcome
    return highest


def persons(
    facts: Collection[CountedFact],
    tree: Iterable[Branch],
    *,
    outcome: Outcome,
    row_of: RowOf = by_category,
) -> Table:
    """Return distinct persons with that outcome, overlap lines included.

    Who was trained in one row and sensitized in another is trained, in the first row only.
    """
    highest = outcomes(facts)
    rows: dict[str, dict[int, int]] = defaultdict(dict)
    for fact in facts:
        if fact.outcome is outcome and highest[fact.person] is outcome:
            rows[row_of(fact)][fact.person] = 1
    return tabulate(Units(rows, _columns(facts), distinct=True), tree)


def participations(
    facts: Collection[CountedFact],
    tree: Iterable[Branch],
    *,
    outcome: Outcome | None = Outcome.TRAINED,
    row_of: RowOf = by_category,
) -> Table:
    """Return participations that led to ``outcome``, or with ``None`` every one (R3).

    They stand in the column of their person, and their lines add up without an overlap.
    """
    columns = _columns(facts)
    rows: dict[str, Counter[int]] = defaultdict(Counter)
    for fact in facts:
        if outcome is None or fact.outcome is outcome:
            rows[row_of(fact)][fact.person] += 1
    return tabulate(Units(rows, columns), tree)


def _columns(facts: Iterable[CountedFact]) -> Mapping[int, Column]:
    return {person: profile.column for person, profile in profiles(facts).items()}
