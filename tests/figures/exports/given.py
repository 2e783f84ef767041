"""A release without a database, for inside and for outside."""

from collections.abc import Iterable
from datetime import UTC, datetime

from lms.figures.counting.values import CountedFact, CountedHeadcount
from lms.figures.exports import Origin
from lms.figures.release.cells import Audience
from lms.figures.release.gate import Release
from tests.figures.counting.given import SENSITIZED, WOMAN, fact, headcount
from tests.figures.pages.given import reading

ORIGIN = Origin(by="Awa Exemple", now=datetime(2015, 8, 3, 9, 12, tzinfo=UTC), is_sample=True)
FACTS = [
    fact(1, "partners-un"),
    fact(1, "society", training_session=2),
    fact(2, "society", SENSITIZED),
]
HEADS = [headcount("society", 40, at_least=True)]
THIRTY_AND_THREE = [
    *(fact(it, "partners") for it in range(1, 31)),
    *(fact(it, "partners", sex=WOMAN) for it in range(31, 34)),
    *(fact(it, "partners-un") for it in range(41, 61)),
    *(fact(it, "partners-un", sex=WOMAN) for it in range(61, 81)),
]


def released(
    facts: Iterable[CountedFact] = (),
    headcounts: Iterable[CountedHeadcount] = (),
    audience: Audience = Audience.OUTSIDE,
) -> Release:
    found = reading(facts, headcounts)
    return Release(audience, found, found.scope)


def inside() -> Release:
    return released(FACTS, HEADS, Audience.INSIDE)
