import pytest

from lms.figures.models import Fact
from lms.figures.proofs.differences import Difference, Kind, compare
from lms.figures.source.wanted import FIELDS
from lms.sessions.outcome import Outcome

ONE, TWO, HEADS = (1, None), (2, None), (None, 1)
SAYS = dict.fromkeys(FIELDS) | {"outcome": Outcome.TRAINED, "count": 3}


def fact(**values: object) -> Fact:
    return Fact(**(SAYS | values))


def difference(kind: Kind, key: tuple[int | None, int | None], **more: object) -> Difference:
    return Difference(
        kind=kind,
        training_session_id=7,
        participation_id=key[0],
        headcount_id=key[1],
        **({"field": "outcome"} | more),  # type: ignore[arg-type]  # as each test gives them
    )


def test_two_that_say_the_same_have_no_difference() -> None:
    assert list(compare(7, {ONE: fact(), HEADS: fact()}, {ONE: SAYS, HEADS: SAYS})) == []


def test_each_field_that_differs_is_a_difference() -> None:
    found = compare(7, {HEADS: fact(count=4, minutes=9)}, {HEADS: SAYS})
    assert list(found) == [
        difference(Kind.DIFFERENT, HEADS, field="count", has=4, should=3),
        difference(Kind.DIFFERENT, HEADS, field="minutes", has=9, should=None),
    ]


@pytest.mark.parametrize("key", [ONE, TWO, HEADS])
def test_one_too_few_and_one_too_many_are_each_one(key: tuple[int | None, int | None]) -> None:
    trained = Outcome.TRAINED
    assert list(compare(7, {}, {key: SAYS})) == [difference(Kind.MISSING, key, should=trained)]
    assert list(compare(7, {key: fact()}, {})) == [difference(Kind.SUPERFLUOUS, key, has=trained)]
