from lms.figures.counting.persons import persons, reckon
from lms.figures.counting.tables import Branch
from lms.figures.counting.values import Column
from lms.figures.release.thresholds import as_grid, place
from tests.figures.counting.given import MINOR, TRAINED, TREE, fact

FACTS = [
    *(fact(it, "mission-police") for it in range(3)),
    fact(7, "mission"),
    fact(8, "parliament", age_group=MINOR),
    fact(9, "society"),
]
TABLE = persons(reckon(FACTS), (*TREE, Branch("society")), outcome=TRAINED)
GRID = as_grid(TABLE, careful=["society"])


def limit(key: str, column: Column | None = None) -> int:
    return GRID.limit(place(TABLE, key, column))


def test_adults_are_shown_from_five_and_minors_from_ten() -> None:
    assert limit("mission-police", Column.MEN) == 5
    assert limit("parliament", Column.BOYS) == 10
    assert limit("parliament") == 10


def test_where_age_is_rarely_known_adults_are_protected_like_minors() -> None:
    assert limit("society", Column.MEN) == 10
    assert limit("total", Column.MEN) == 10, "a sum is protected like its parts"
    assert limit("mission", Column.MEN) == 5


def test_each_line_knows_whose_part_it_is() -> None:
    keys = [it.key for it in TABLE.lines]
    above = {
        key: at if at is None else keys[at] for key, at in zip(keys, GRID.parents, strict=True)
    }
    assert above["mission-police"] == "mission"
    assert above["mission/unspecified"] == "mission"
    assert above["mission/overlap"] == "mission"
    assert above["mission"] == above["overlap"] == "total"
    assert above["total"] is None
