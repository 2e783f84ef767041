import pytest
from flask import Flask

from lms.lists import pages, queries
from lms.lists.outcomes import Decision
from lms.lists.pages import Check, Show
from tests.lists.given import GAO, csv, session_of, uploaded

AWA = "Maïga;Awa;F;44/6386;1984;P"
SHY = "Traoré;Ali;X;;;A"
NAMELESS = ";;F;;;P"


def check(
    app: Flask, content: bytes, *, show: Show = Show.ALL, page: int = 1, slots: int = 1
) -> Check:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        imported_list = uploaded(session_of(slots), content)
        return pages.check(queries.preview(imported_list), imported_list.id, show=show, page=page)


def test_every_row_of_gao_is_shown_before_anything_is_written(app: Flask) -> None:
    found = check(app, GAO.read_bytes(), slots=3)
    assert (found.lines_read, found.to_record, found.header_row, found.slots) == (46, 46, 5, 3)
    assert [it.number for it in found.lines] == list(range(6, 52))
    first = found.lines[0]
    assert (first.name, first.sex, first.present) == ("CISSÉ Maïmouna", "Woman", 3)
    assert (first.decision, first.word) == (Decision.NEW, "New")
    assert not found.incomplete
    assert found.totals_differ == ""


@pytest.mark.parametrize(
    ("show", "numbers"),
    [
        (Show.ALL, [2, 3, 4]),
        (Show.NEW, [2, 3]),
        (Show.KNOWN, []),
        (Show.LOOK, [3]),
        (Show.REFUSED, [4]),
    ],
)
def test_rows_are_narrowed_to_what_is_asked(app: Flask, show: Show, numbers: list[int]) -> None:
    found = check(app, csv(AWA, SHY, NAMELESS), show=show)
    assert [it.number for it in found.lines] == numbers
    assert (found.shown, found.lines_read) == (len(numbers), 3)


def test_only_filters_with_rows_are_offered_and_the_current_one_is_marked(app: Flask) -> None:
    found = check(app, csv(AWA, SHY, NAMELESS), show=Show.LOOK)
    assert [(it.label, it.current) for it in found.filters] == [
        ("All (3)", False),
        ("New (2)", False),
        ("To look at (1)", True),
        ("Refused (1)", False),
    ]


def test_a_filter_leads_to_its_rows_of_the_same_list(app: Flask) -> None:
    hrefs = [it.href for it in check(app, csv(AWA, NAMELESS)).filters]
    assert hrefs == ["/lists/1?show=all", "/lists/1?show=new", "/lists/1?show=refused"]


def test_a_long_list_is_cut_into_pages(app: Flask) -> None:
    rows = [f"Exemple{it};Awa;F;;;P" for it in range(51)]
    found = check(app, csv(*rows), page=2)
    assert [it.number for it in found.lines] == [52]
    assert (found.page, found.pages) == (2, 2)


def test_a_page_beyond_the_last_is_the_last(app: Flask) -> None:
    assert check(app, csv(AWA), page=9).page == 1


def test_a_hostile_cell_is_cut_short_and_no_name_is_said_so(app: Flask) -> None:
    found = check(app, csv(f"{'B' * 5000};Ali;M;;;P", NAMELESS))
    assert [len(it.name) for it in found.lines] == [61, len("(no name)")]
    assert found.lines[1].name == "(no name)"


def test_a_refused_row_is_refused_and_not_doubtful_as_well(app: Flask) -> None:
    found = check(app, csv(";;X;;;P"))
    assert [(it.decision, it.doubtful) for it in found.lines] == [(Decision.REFUSED, False)]
    assert found.counts["look"] == 0


def test_columns_show_their_first_cell_and_whether_they_are_read(app: Flask) -> None:
    content = csv("1;Maïga;Awa;Trésor;P;", header="N°;Nom;Prénom;Fonction;J1;Émargement")
    found = check(app, content)
    assert [(it.heading, it.sample, it.meaning, it.read) for it in found.columns] == [
        ("N°", "1", "Row number", False),
        ("Nom", "Maïga", "Surname", True),
        ("Prénom", "Awa", "Given names", True),
        ("Fonction", "Trésor", "Not read", False),
        ("J1", "P", "Attendance mark", True),
        ("Émargement", "", "Signature", False),
    ]


def test_a_list_that_does_not_fit_the_slots_is_incomplete(app: Flask) -> None:
    assert check(app, csv(AWA), slots=2).incomplete


def test_a_total_that_differs_is_told_with_both_numbers(app: Flask) -> None:
    said = check(app, csv(AWA, "Total;46")).totals_differ
    assert said == "The foot of the list declares 46 people, its rows give 1."


def test_who_counts_as_an_adult_is_said_once(app: Flask) -> None:
    notes = check(app, csv("Traoré;Ali;M;;;P", "Sow;Binta;F;;;P")).notes
    assert notes == ["2 people of no known age will be counted as adults."]


def test_the_headings_of_marks_are_those_of_the_days(app: Flask) -> None:
    with app.app_context():
        imported_list = uploaded(session_of(), GAO.read_bytes())
        assert pages.mark_headings(queries.mapping_of(imported_list)) == ["J1", "J2", "J3"]
