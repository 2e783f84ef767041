"""What refusals about records carry: codes and numbers, never a name."""

import pytest

from lms.errors import RuleBroken
from lms.people import errors
from lms.people.values import Contradiction, Objection

OBJECTIONS = [
    Objection(reason="two_roles", target="training_session:4"),
    Objection(reason="certificate", target="certificate:7"),
]
SLOTS = [Contradiction(slot_id=it, states=("present", "absent")) for it in (3, 5)]


@pytest.mark.parametrize("refusal", [errors.MergeRefused, errors.ErasingRefused])
def test_a_refusal_says_why_and_carries_what_the_rooms_object_to(
    refusal: type[errors.MergeRefused | errors.ErasingRefused],
) -> None:
    error = refusal(OBJECTIONS)
    assert str(error) == "two_roles, certificate"
    assert error.objections == tuple(OBJECTIONS)


def test_marks_that_contradict_are_named_by_their_slots() -> None:
    error = errors.MarksContradict(SLOTS)
    assert str(error) == "3, 5"
    assert error.contradictions == tuple(SLOTS)


def test_each_refusal_is_a_broken_rule() -> None:
    """So that the pages answer it as one."""
    found = [it for it in vars(errors).values() if isinstance(it, type)]
    own = [it for it in found if it.__module__ == errors.__name__]
    assert len(own) == 9
    assert all(issubclass(it, RuleBroken) for it in own)
