"""Lists whose headings say little or nothing are read by what stands in their cells."""

import pytest

from lms.lib.sheets.sheet import Sheet, make_sheet
from lms.lists.reading.header import find_header
from lms.lists.reading.headings import Meaning
from lms.lists.reading.mapping import Mapping, mark_columns
from lms.lists.reading.rows import read_rows
from tests.lists.reading.given import CIVIL


def sheet(*rows: str) -> Sheet:
    return make_sheet("", [row.split(";") for row in rows])


def names(table: Sheet) -> list[tuple[str, str]]:
    header = find_header(table)
    mapping = Mapping.proposed(header, len(mark_columns(header.columns)))
    return [(it.surname, it.given_names) for it in read_rows(table, mapping, CIVIL).rows]


def meanings(table: Sheet) -> list[Meaning]:
    return [it.meaning for it in find_header(table).columns]


BARE = (
    "1;TRAORÉ;Awa;F;76271468;1984;P;",
    "2;DIARRA;Moussa;M;65 12 34 56;1975;A;X",
    "3;EXEMPLE;Fictif;M;;12/03/1990;P;X",
)


def test_a_list_without_any_header_is_known_by_its_cells() -> None:
    table = sheet(*BARE)
    assert find_header(table).row == 0
    assert meanings(table) == [
        *(Meaning.NUMBER, Meaning.SURNAME, Meaning.GIVEN_NAMES, Meaning.SEX, Meaning.PHONE),
        *(Meaning.BIRTH, Meaning.MARK, Meaning.MARK),
    ]
    assert names(table)[0] == ("TRAORÉ", "Awa")
    assert len(names(table)) == 3


def test_titles_above_a_list_without_header_are_passed_over() -> None:
    table = sheet("Liste de présence;;;;;;;", "Gao;;;;;;;", *BARE)
    assert find_header(table).row == 2
    assert len(names(table)) == 3


def test_headings_that_nobody_foresaw_are_no_person() -> None:
    table = sheet("Xa;Xb;Xc;Xd;Xe;Xf;Xg;Xh", *BARE)
    header = find_header(table)
    assert (header.row, header.columns[1].heading) == (1, "Xb")
    assert len(names(table)) == 3


def test_one_column_of_whole_names_needs_no_header() -> None:
    table = sheet("Traoré Awa;F", "Diarra Moussa;M", "Koné Fanta;F")
    assert meanings(table) == [Meaning.SURNAME_FIRST, Meaning.SEX]
    assert names(table)[2] == ("Koné", "Fanta")


@pytest.mark.parametrize(
    ("heading", "rows"),
    [
        ("Nom et prénom", ("Awa TRAORÉ", "Moussa DIARRA", "Fanta KONÉ")),
        ("Nom et prénom", ("Awa Traoré", "Moussa Diarra", "Fanta Koné")),
        ("Prénom et nom", ("Traoré Awa", "Diarra Moussa", "Koné Fanta")),
        ("Nom", ("Traoré Awa", "Diarra Moussa", "Koné Fanta")),
        ("Full name", ("Awa Traoré", "Moussa Diarra", "Fanta Koné")),
    ],
)
def test_the_cells_say_the_order_of_names_better_than_the_heading(
    heading: str, rows: tuple[str, ...]
) -> None:
    found = names(sheet(heading, *rows))
    assert [(one.capitalize(), other) for one, other in found] == [
        ("Traoré", "Awa"),
        ("Diarra", "Moussa"),
        ("Koné", "Fanta"),
    ]


def test_columns_of_names_under_each_others_heading_are_swapped() -> None:
    table = sheet("Nom;Prénom", "Awa;Traoré", "Moussa;Diarra", "Fanta;Koné", "Issa;Exemple")
    assert meanings(table) == [Meaning.GIVEN_NAMES, Meaning.SURNAME]


def test_a_column_without_heading_is_read_and_one_with_a_strange_one_if_plain() -> None:
    table = sheet("Nom;;Coordonnées", "Exemple;F;76271468", "Fictif;M;65123456")
    assert meanings(table) == [Meaning.SURNAME, Meaning.SEX, Meaning.PHONE]


def test_a_second_row_of_headings_belongs_to_the_header() -> None:
    table = sheet("N°;Nom;Prénom;Présence;;", ";;;J1;J2;J3", "1;Exemple;Awa;P;A;P")
    header = find_header(table)
    assert (header.row, [it.heading for it in header.columns][3:]) == (2, ["J1", "J2", "J3"])
    assert len(mark_columns(header.columns)) == 3


def test_two_columns_of_ticks_say_the_sex() -> None:
    table = sheet("Nom;Prénom;H;F", "Exemple;Awa;;X", "Fictif;Issa;X;", "Modèle;Ali;;")
    rows = read_rows(table, Mapping.proposed(find_header(table), 1), CIVIL).rows
    assert [it.sex.value for it in rows] == ["f", "m", "unspecified"]


def test_titles_and_subtotals_between_the_people_are_nobody() -> None:
    table = sheet(
        *("N°;Nom;Prénom", "GENDARMERIE;;", "1;Exemple;Awa", "Sous-total;1;"),
        *("Groupe 2;;", "2;Fictif;Issa", "TOTAL;2;", ";Le formateur;"),
    )
    assert names(table) == [("Exemple", "Awa"), ("Fictif", "Issa")]


def test_people_below_a_subtotal_count_however_few_their_cells() -> None:
    table = sheet("Nom;Prénom", "Exemple;Awa", "Sous-total;1", "Fictif;Issa", "Total;2")
    assert names(table) == [("Exemple", "Awa"), ("Fictif", "Issa")]
