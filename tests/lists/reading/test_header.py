import pytest

from lms.lib.sheets.sheet import Sheet, make_sheet
from lms.lists.reading.header import Missing, NotAList, find_header
from lms.lists.reading.headings import Meaning


def sheet(*rows: str) -> Sheet:
    return make_sheet("", [row.split(";") for row in rows])


def test_titles_and_blank_rows_above_the_header_are_passed_over() -> None:
    header = find_header(sheet("LISTE DE PRÉSENCE", "Lieu : Gao;Du 12/03/2014", "", "Nom;J1"))
    assert header.row == 4
    assert [(it.index, it.meaning) for it in header.columns] == [
        (0, Meaning.SURNAME),
        (1, Meaning.MARK),
    ]


def test_a_blank_first_column_shifts_nothing() -> None:
    assert [it.index for it in find_header(sheet(";Nom;;Sexe")).columns] == [1, 3]


def test_of_two_columns_with_one_heading_the_first_counts() -> None:
    meanings = [it.meaning for it in find_header(sheet("Nom;Nom;J1;J2")).columns]
    assert meanings == [Meaning.SURNAME, Meaning.OTHER, Meaning.MARK, Meaning.MARK]


def test_of_two_headers_the_first_counts() -> None:
    assert find_header(sheet("Nom;Sexe", "Awa;F", "Nom;Sexe")).row == 1


@pytest.mark.parametrize(
    ("rows", "missing"),
    [
        (["Bonjour", "tout le monde"], Missing.NAMES),
        (["Sexe;Matricule"], Missing.NAMES),
    ],
)
def test_a_table_without_names_is_no_list(rows: list[str], missing: Missing) -> None:
    with pytest.raises(NotAList) as caught:
        find_header(sheet(*rows))
    assert caught.value.missing is missing


def test_a_program_that_says_name_is_no_list() -> None:
    code = [
        ["def upload(path", "name):"],
        ["    go(f'{B}/{sid}')", " x = [1];"],
        ["    page.click('main')", " lists[name] = 2;"],
        ["    return {}", " wait(); print(name, 1)"],
    ]
    with pytest.raises(NotAList):
        find_header(make_sheet("1", code))


def test_a_list_of_unreadable_names_is_still_a_list() -> None:
    """Each of its rows is refused with its reason."""
    rows = [["Nom", "Prénom"], ["=1+1", "Awa"], ["=2+2", "Binta"]]
    assert find_header(make_sheet("1", rows)).row == 1
