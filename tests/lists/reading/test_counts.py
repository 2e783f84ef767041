from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from lms.lib.sheets.cells import Cell
from lms.lib.sheets.reading import read_sheet
from lms.lib.sheets.sheet import make_sheet
from lms.lists.reading.counts import CountReading, Group, number_in, read_counts
from lms.lists.reading.header import find_header
from lms.lists.reading.mapping import Mapping
from lms.lists.reading.person import Doubt, Refusal, Terms
from lms.people.kinds import AgeGroup, Sex

DATA = Path(__file__).parents[2] / "data"
MEN, WOMEN = (Sex.MALE, AgeGroup.ADULT), (Sex.FEMALE, AgeGroup.ADULT)
BOYS, GIRLS = (Sex.MALE, AgeGroup.MINOR), (Sex.FEMALE, AgeGroup.MINOR)
TOPS = {
    "civil-society": "civil-society",
    "civil-society-religious": "civil-society",
    "civil-society-teachers": "civil-society",
    "malian-forces": "malian-forces",
}
TERMS = Terms(first_day=date(2015, 2, 4), default="civil-society", tops=TOPS)


def read(*rows: str, header: str = "Lieu;Catégorie;Hommes;Femmes;Garçons;Filles") -> CountReading:
    sheet = make_sheet("", [it.split(";") for it in (header, *rows)])
    return read_counts(sheet, Mapping.proposed(find_header(sheet), slots=3), TERMS)


def sums(found: CountReading) -> Counter[Group]:
    total: Counter[Group] = Counter()
    for it in found.rows:
        total.update(it.counts)
    return total


def test_the_list_of_the_north_counts_from_its_first_row_on() -> None:
    """DOMAIN R2: « the first row under the header counts »."""
    sheet = read_sheet((DATA / "nord-2015-sensibilisation.csv").read_bytes())
    found = read_counts(sheet, Mapping.proposed(find_header(sheet), slots=2), TERMS)
    assert sums(found) == {MEN: 982, WOMEN: 1147, BOYS: 421, GIRLS: 548}
    assert (found.rows[0].number, len(found.rows)) == (3, 18)
    assert Counter(it.category for it in found.rows) == dict.fromkeys(list(TOPS)[:3], 6)
    assert found.rows[0].words == "04/02/2015 · Place de l'indépendance · Gao · Société civile"


@pytest.mark.parametrize(
    "header",
    [
        "Site;Target group;Men;Women;Boys;Girls",
        "Site;Groupe cible;H;F;Garçons (<18);Filles (<18)",
        "Site;Public cible;Adult men;Adult women;Boys (under 18);Girls (under 18)",
    ],
)
def test_headings_of_numbers_are_known_in_both_languages(header: str) -> None:
    found = read("Gao;Enseignants;1;2;3;4", header=header)
    assert sums(found) == {MEN: 1, WOMEN: 2, BOYS: 3, GIRLS: 4}
    assert found.rows[0].category == "civil-society-teachers"


def test_totals_and_blank_rows_are_passed_over_and_the_last_total_kept() -> None:
    found = read(
        *("Gao;Enseignants;1;2;;", ";;;;;", "Sous-total Gao;;1;2;0;0", "Kidal;Imams;5;;;"),
        *("Total;;6;2;0;0", "Le formateur :;;;;;"),
    )
    assert [it.number for it in found.rows] == [2, 5]
    assert found.declared_total == 8


@pytest.mark.parametrize(
    ("row", "refusal"),
    [
        ("Gao;Enseignants;beaucoup;2;;", Refusal.NOT_A_NUMBER),
        ("Gao;Enseignants;-5;2;;", Refusal.NOT_A_NUMBER),
        ("Gao;Enseignants;=1+1;2;;", Refusal.NOT_A_NUMBER),
        ("Gao;Enseignants;0;0;0;0", Refusal.NOBODY),
    ],
)
def test_a_row_without_numbers_is_refused_as_a_whole(row: str, refusal: Refusal) -> None:
    (found,) = read(row).rows
    assert (found.refusal, found.counts) == (refusal, {})


def test_words_for_nobody_known_are_of_the_category_of_the_list() -> None:
    (found,) = read("Gao;Zzz;1;;;").rows
    assert (found.category, found.doubts) == ("civil-society", (Doubt.CATEGORY,))


def test_minors_counted_among_forces_leave_nothing_but_a_row_number() -> None:
    found = read("Gao;Forces de défense;4;1;2;", "Gao;Forces de défense;4;1;0;0")
    assert (found.withheld, [it.number for it in found.rows]) == ((2,), [3])


def test_a_total_of_its_own_must_be_the_sum_of_a_row() -> None:
    header = "Lieu;Hommes;Femmes;Total"
    right, wrong, alone = read("Gao;1;2;3", "Gao;1;2;4", "Gao;;;7", header=header).rows
    assert (right.doubts, wrong.doubts) == ((), (Doubt.TOTAL,))
    assert alone.counts == {(Sex.UNSPECIFIED, AgeGroup.ADULT): 7}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        *((61, (61, False)), ("61", (61, False)), ("1 147", (1147, False)), (61.0, (61, False))),
        *(("1\u202f147", (1147, False)), ("1,147", (1147, False)), ("61,0", (61, False))),
        *((None, (0, False)), ("-", (0, False)), ("néant", (0, False)), ("50+", (50, True))),
        *(("plus de 3 000", (3000, True)), ("≥ 200", (200, True)), ("at least 5", (5, True))),
        *(("12/03", None), ("1.5", None), ("env. 50", None), ("9999999", None), (-1, None)),
    ],
)
def test_a_number_is_read_however_it_is_written(
    cell: Cell, expected: tuple[int, bool] | None
) -> None:
    assert number_in(cell) == expected
