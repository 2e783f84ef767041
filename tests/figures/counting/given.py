"""Short ways to write facts and headcounts for the counting rules."""

from datetime import date

from factory.base import Factory
from factory.declarations import Sequence

from lms.figures.counting.tables import Branch
from lms.figures.counting.values import CountedFact, CountedHeadcount
from lms.people.kinds import AgeGroup, Sex
from lms.sessions.outcome import Outcome

TRAINED, SENSITIZED = Outcome.TRAINED, Outcome.SENSITIZED
MAN, WOMAN, UNKNOWN = Sex.MALE, Sex.FEMALE, Sex.UNSPECIFIED
ADULT, MINOR = AgeGroup.ADULT, AgeGroup.MINOR
DAY = date(2014, 3, 14)

TREE = (
    Branch("mission", tuple(Branch(f"mission-{it}") for it in ("military", "police", "civilian"))),
    Branch("forces", tuple(Branch(f"forces-{it}") for it in ("army", "guard"))),
    Branch("partners"),
    Branch("sub-group"),
    Branch("parliament"),
)


class CountedFactFactory(Factory[CountedFact]):
    class Meta:
        model = CountedFact

    id = Sequence(int)
    person = 1
    training_session = 1
    category = "partners"
    region = "ML07"
    outcome = TRAINED
    sex = MAN
    age_group = ADULT
    last_day = DAY


class CountedHeadcountFactory(Factory[CountedHeadcount]):
    class Meta:
        model = CountedHeadcount

    id = Sequence(int)
    training_session = 1
    category = "partners"
    region = "ML07"
    outcome = SENSITIZED
    sex = MAN
    age_group = ADULT
    last_day = DAY
    count = 1


def fact(person: int, category: str, outcome: Outcome = TRAINED, **more: object) -> CountedFact:
    return CountedFactFactory.build(person=person, category=category, outcome=outcome, **more)


def headcount(
    category: str, number: int, outcome: Outcome = SENSITIZED, **more: object
) -> CountedHeadcount:
    return CountedHeadcountFactory.build(category=category, count=number, outcome=outcome, **more)
