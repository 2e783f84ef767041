import pytest

from lms.errors import RuleBroken
from lms.figures.spread.errors import ServerAway, ServerBehind


@pytest.mark.parametrize("kind", [ServerAway, ServerBehind])
def test_a_server_that_is_missed_is_named_by_its_number(kind: type[ServerAway]) -> None:
    missed = kind(2, 3)
    assert (missed.number, missed.of, str(missed)) == (2, 3, "2 of 3")
    assert isinstance(missed, RuleBroken)
