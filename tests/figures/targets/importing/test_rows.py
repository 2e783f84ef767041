import pytest

from lms.figures.counting.questions import Measure
from lms.figures.targets.errors import NoTable, TooManyRows
from lms.figures.targets.importing.cells import Trouble
from lms.figures.targets.importing.rows import MOST_ROWS, Known, Row, read
from lms.figures.targets.rules import Fate
from lms.figures.targets.values import Given, Kind
from lms.lib.sheets.reading import read_sheet
from tests.figures.targets.given import AIM, ROTATION, YEAR, aim, rotation

KNOWN = Known(
    measures={"persons trained": Measure.PERSONS_TRAINED},
    categories={"forces": 1, "movements": 2},
    of_units=frozenset({1}),
    regions={"gao": "ML07"},
)
GOOD = "persons_trained,forces,Gao,2014-01-01,2014-12-31,40,Plan"
UNIT = "forces,Contingent A,,,2014-01-01,2014-12-31,40,Lettre"


def targets(*lines: str, held: tuple[Given, ...] = ()) -> list[Row]:
    return read(read_sheet((AIM + "\n".join(lines)).encode()), Kind.TARGETS, KNOWN, held)


def strengths(*lines: str, held: tuple[Given, ...] = ()) -> list[Row]:
    return read(read_sheet((ROTATION + "\n".join(lines)).encode()), Kind.STRENGTHS, KNOWN, held)


def test_a_row_says_what_it_means_and_where_it_stands() -> None:
    row = targets("", GOOD)[0]
    assert (row.number, row.fate, row.trouble) == (3, Fate.NEW, None)
    assert row.given == aim(category_id=1, region="ML07")


def test_without_category_and_region_all_of_the_country_are_meant() -> None:
    assert targets("persons_trained,,,2014-01-01,2014-12-31,40,Plan")[0].given == aim()


@pytest.mark.parametrize(
    ("was", "now", "trouble"),
    [
        ("persons_trained", "wishes", Trouble.MEASURE),
        ("persons_trained", "", Trouble.MEASURE),
        ("forces", "nobody", Trouble.CATEGORY),
        ("Gao", "Paris", Trouble.REGION),
        ("2014-01-01", "2014-13-01", Trouble.FIRST),
        ("2014-12-31", "soon", Trouble.LAST),
        ("2014-12-31", "2013-12-31", Trouble.ORDER),
        ("40", "forty", Trouble.COUNT),
        ("Plan", "", Trouble.NO_SOURCE),
        ("Plan", "=1+1", Trouble.FORMULA),
        ("Plan", "x" * 201, Trouble.TOO_LONG),
    ],
)
def test_a_bad_cell_refuses_its_row_alone(was: str, now: str, trouble: Trouble) -> None:
    bad, good = targets(GOOD.replace(was, now), GOOD)
    assert bad.trouble is trouble
    assert good.trouble is None


@pytest.mark.parametrize(
    ("was", "now", "trouble"),
    [
        ("forces", "", Trouble.NO_CATEGORY),
        ("forces", "movements", Trouble.NOT_OF_UNITS),
        ("Contingent A", "", Trouble.NO_UNIT),
        ("Contingent A", "x" * 121, Trouble.TOO_LONG),
    ],
)
def test_a_unit_has_a_name_and_a_category(was: str, now: str, trouble: Trouble) -> None:
    assert strengths(UNIT.replace(was, now))[0].trouble is trouble


def test_a_strength_may_not_be_declared_yet() -> None:
    row = strengths(UNIT.replace(",40,", ",,"))[0]
    assert row.given == rotation(count=None)


def test_rows_are_compared_with_what_holds_and_with_each_other() -> None:
    changed, same, again = strengths(
        UNIT.replace(",40,", ",50,"),
        UNIT.replace("Contingent A", "Contingent B"),
        UNIT,
        held=(rotation(), rotation(unit="Contingent B")),
    )
    assert (changed.fate, changed.before) == (Fate.CHANGED, rotation())
    assert same.fate is Fate.SAME
    assert again.trouble is Trouble.REPEATED


def test_a_rotation_on_the_days_of_another_names_it() -> None:
    row = strengths(UNIT.replace("2014-01-01", "2014-02-01"), held=(rotation(),))[0]
    assert row.trouble is Trouble.OVERLAPPING
    assert row.before is not None
    assert row.before.window == YEAR


def test_a_file_of_the_other_list_has_no_header() -> None:
    with pytest.raises(NoTable):
        read(read_sheet((AIM + GOOD).encode()), Kind.STRENGTHS, KNOWN, ())


def test_more_rows_than_anybody_would_check_are_refused() -> None:
    with pytest.raises(TooManyRows):
        targets(*[GOOD] * (MOST_ROWS + 1))


def test_a_header_alone_has_no_rows() -> None:
    assert targets() == []
