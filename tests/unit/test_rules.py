import pytest

from lms.unit.rules import Rules


def test_the_first_version_makes_sense() -> None:
    assert not Rules().faults


@pytest.mark.parametrize(
    ("rules", "fault"),
    [
        (Rules(minimum_share=0), "minimum_share"),
        (Rules(minimum_minutes=6001), "minimum_minutes"),
        (Rules(smallest_adults=1), "smallest_adults"),
        (Rules(smallest_adults=12), "smallest_minors"),
    ],
)
def test_what_makes_no_sense_is_named(rules: Rules, fault: str) -> None:
    assert rules.faults == {fault}
