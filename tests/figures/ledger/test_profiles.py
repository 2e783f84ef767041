from datetime import date

from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Scope
from lms.figures.counting.values import Column
from lms.figures.ledger import profiles
from lms.figures.ledger.records import COLUMNS
from tests.figures.counting.given import ADULT, MAN, MINOR, UNKNOWN, WOMAN, fact
from tests.figures.ledger.packed import packed

SCOPE = Scope(window=Window(date(2014, 1, 1), date(2014, 12, 31)))
EARLY, LATE = date(2014, 2, 1), date(2014, 6, 1)


def test_the_latest_sex_that_is_specified_holds() -> None:
    facts = [
        fact(1, "partners", id=1, sex=MAN, last_day=EARLY),
        fact(1, "partners", id=2, sex=WOMAN, last_day=LATE),
        fact(1, "partners", id=3, sex=UNKNOWN, last_day=date(2014, 7, 1)),
    ]
    rows, _codes = packed(SCOPE, facts)
    assert COLUMNS[profiles.people(rows).column_of(1)] is Column.WOMEN
    assert set(profiles.contradictory(rows)) == {1}


def test_growing_up_is_no_contradiction_and_growing_down_is() -> None:
    up = [
        fact(1, "partners", id=1, age_group=MINOR, last_day=EARLY),
        fact(1, "partners", id=2, age_group=ADULT, last_day=LATE),
    ]
    down = [
        fact(2, "partners", id=3, age_group=ADULT, last_day=EARLY),
        fact(2, "partners", id=4, age_group=MINOR, last_day=LATE),
    ]
    assert not profiles.contradictory(packed(SCOPE, up)[0])
    both = profiles.contradictory(packed(SCOPE, [*up, *down])[0])
    assert set(both) == {2}


def test_who_is_told_by_the_facts_stands_with_whom_the_sets_tell() -> None:
    facts = [
        fact(1, "partners", id=1, sex=MAN, last_day=EARLY),
        fact(1, "partners", id=2, sex=WOMAN, last_day=LATE),
        fact(2, "partners", id=3, sex=WOMAN, last_day=EARLY),
        fact(3, "partners", id=4, sex=UNKNOWN, age_group=MINOR, last_day=LATE),
    ]
    people = profiles.people(packed(SCOPE, facts)[0])
    found = [COLUMNS[people.column_of(it)] for it in (1, 2, 3)]
    assert found == [Column.WOMEN, Column.WOMEN, Column.MINORS_UNSPECIFIED]
