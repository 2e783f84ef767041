from datetime import date

from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Scope
from lms.figures.ledger import profiles
from lms.figures.ledger.records import TRAINED
from lms.figures.ledger.standing import Whoever
from lms.sessions.outcome import Outcome
from tests.figures.counting.given import MAN, WOMAN, fact
from tests.figures.ledger.packed import packed

SCOPE = Scope(window=Window(date(2014, 1, 1), date(2014, 12, 31)))
MARCH, JUNE = date(2014, 3, 1), date(2014, 6, 1)
FACTS = [
    fact(1, "partners", id=1, sex=MAN, last_day=MARCH),
    fact(1, "mission", id=2, sex=MAN, last_day=JUNE),
    fact(2, "mission", id=3, sex=WOMAN, last_day=JUNE),
    fact(3, "mission", Outcome.SENSITIZED, id=4, sex=WOMAN, last_day=JUNE),
]


def whoever(outcome: int | None) -> Whoever:
    rows, codes = packed(SCOPE, FACTS)
    return Whoever(rows, outcome, profiles.people(rows), codes)


def test_each_row_has_whoever_had_that_outcome() -> None:
    assert {it: set(who) for it, who in whoever(TRAINED).by(Dimension.CATEGORY).items()} == {
        "partners": {1},
        "mission": {1, 2},
    }
    assert set(whoever(None).by(Dimension.CATEGORY)["mission"]) == {1, 2, 3}


def test_turning_the_dimensions_round_turns_the_table_round() -> None:
    found = whoever(TRAINED)
    for first, second in (
        (Dimension.CATEGORY, Dimension.MONTH),
        (Dimension.CATEGORY, Dimension.SEX),
    ):
        there, back = found.across(first, second), found.across(second, first)
        assert {(a, b): set(who) for b, it in there.items() for a, who in it.items() if who} == {
            (a, b): set(who) for a, it in back.items() for b, who in it.items() if who
        }
