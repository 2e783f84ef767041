from lms.errors import RuleBroken
from lms.figures.targets.errors import InTheWay, NoTable
from lms.figures.targets.rules import Fate
from tests.figures.targets.given import aim


def test_what_stands_in_the_way_is_carried_to_whoever_explains_it() -> None:
    error = InTheWay(Fate.OVERLAPPING, aim())
    assert isinstance(error, RuleBroken)
    assert (error.fate, error.other) == (Fate.OVERLAPPING, aim())


def test_a_file_without_a_header_is_no_broken_rule_and_names_its_columns() -> None:
    assert NoTable(("count",)).missing == ("count",)
