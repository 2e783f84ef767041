"""Columns under a header, once the cells below are looked at."""

from lms.lib.sheets.sheet import make_sheet
from lms.lists.reading.guessing.settling import has_heading, settle, without_header
from lms.lists.reading.headings import Column, Meaning

ROWS = [
    ["Traoré", "Awa", "F", "76 27 14 68"],
    ["Diarra", "Moussa", "M", "66 11 22 33"],
    ["Koné", "Fatoumata", "F", "76 00 00 01"],
    ["Keïta", "Oumar", "M", "76 00 00 02"],
]


def test_names_under_each_other_s_heading_are_put_right() -> None:
    columns = [Column(0, "Prénom", Meaning.GIVEN_NAMES), Column(1, "Nom", Meaning.SURNAME)]
    found = settle(columns, ROWS)
    assert [it.meaning for it in found[:2]] == [Meaning.SURNAME, Meaning.GIVEN_NAMES]


def test_a_column_without_a_heading_is_known_by_its_cells() -> None:
    columns = [Column(0, "Nom", Meaning.SURNAME), Column(1, "Prénom", Meaning.GIVEN_NAMES)]
    found = settle(columns, ROWS)
    assert [it.meaning for it in found[2:]] == [Meaning.SEX, Meaning.PHONE]
    assert not has_heading(found[2])
    assert has_heading(found[0])


def test_a_list_without_a_header_begins_at_its_first_row() -> None:
    found = without_header(make_sheet("1", ROWS))
    assert found is not None
    start, columns = found
    assert start == 0
    assert [it.meaning for it in columns] == [
        Meaning.SURNAME,
        Meaning.GIVEN_NAMES,
        Meaning.SEX,
        Meaning.PHONE,
    ]


def test_a_table_of_things_is_no_list() -> None:
    assert without_header(make_sheet("1", [["rouge", 3], ["bleu", 4], ["vert", 9]])) is None
