import pytest
from flask_babel import force_locale

from lms.figures.counting.questions import Measure
from lms.figures.sentences.groups import of_category
from lms.figures.sentences.told import group_of, people
from tests.figures.sentences.given import NAMES, line, source, whole

pytestmark = pytest.mark.usefixtures("database")
TRAINED = Measure.PERSONS_TRAINED


def test_parts_are_the_lines_just_below_that_hold_anybody() -> None:
    mission = line("mission", 2)
    part, empty = line("mission-police", 2, depth=1), line("mission-civilian", depth=1)
    given = source(mission, part, empty, line("partners", 1), whole(3))
    assert given.parts(TRAINED, mission) == [part]
    assert [it.code for it in given.tops(TRAINED)] == ["mission", "partners"]
    assert given.whole(TRAINED).total.value == 3


def test_the_words_of_a_part_serve_only_where_all_stand_in_it() -> None:
    forces = line("malian-forces", 3)
    police, guard = line("malian-police", 3, depth=1), line("malian-guard", 1, depth=1)
    with force_locale("en"):
        alone = group_of(source(forces, police, whole(3)), TRAINED, forces)
        among = group_of(source(forces, police, guard, whole(3)), TRAINED, forces)
    assert alone.many == "police officers"
    assert among.many.startswith("members of the national")


def test_no_part_of_an_open_or_masked_number_is_told() -> None:
    with force_locale("en"):
        group = of_category("civil-society", NAMES)
        for given in (line("civil-society", "≥5", 2), line("civil-society", 0, "<5", total="<5")):
            found = people(given, group)
            assert found is not None
            assert found.women == ""
        assert people(line("civil-society", "s", total="s"), group) is None
        assert people(line("civil-society"), group) is None
