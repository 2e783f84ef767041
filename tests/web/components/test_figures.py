from tests.pages import one, text
from tests.web.conftest import Draw


def _address(page: int) -> str:
    return f"?page={page}"


def numbers(page: int, pages: int, draw: Draw) -> str:
    return text(draw("pager(page, pages, here)", page=page, pages=pages, here=_address))


def test_a_list_of_one_page_has_no_pager(draw: Draw) -> None:
    assert not numbers(1, 1, draw)


def test_the_pager_keeps_both_ends_and_the_neighbours(draw: Draw) -> None:
    assert numbers(5, 12, draw) == "Previous 1 … 4 5 6 … 12 Next"
    assert numbers(1, 3, draw) == "1 2 3 Next"
    assert numbers(3, 3, draw) == "Previous 1 2 3"


def test_a_table_says_how_it_is_sorted(draw: Draw) -> None:
    columns = ["Name", {"label": "Hours", "number": True, "href": "?s", "order": "ascending"}]

    page = draw(
        "table(columns, caption='People', cards=True)",
        "<tr><th scope='row'>Ali</th><td class='number'>18</td></tr>",
        columns=columns,
    )

    sorted_by = one(page, "th[@aria-sort='ascending']")
    assert text(sorted_by) == "Hours"
    assert text(one(page, "caption")) == "People"


def test_facts_leave_out_what_is_unknown_but_not_zero(draw: Draw) -> None:
    page = draw("facts(pairs)", pairs=[("Seats", 0), ("Venue", ""), ("Place", "Gao")])

    assert text(page) == "Seats 0 Place Gao"


def test_parts_are_told_by_pattern_and_words(draw: Draw) -> None:
    parts = [
        {"kind": "men", "label": "107 men", "start": 0, "share": 60},
        {"kind": "women", "label": "62 women", "start": 60, "share": 40, "range": "60 to 62"},
        {"kind": "girls", "label": "0 girls", "start": 100, "share": 0},
    ]

    page = draw("parts_bar(parts, label='107 men, 62 women')", parts=parts)

    bar = one(page, "svg[@role='img']")
    assert bar.get("aria-label") == "107 men, 62 women"
    assert [r.get("fill") for r in bar.findall("rect")] == [
        "currentColor",
        "currentColor",
        "url(#women)",
    ]
    assert [text(item) for item in page.iter("li")] == ["107 men", "62 women 60 to 62", "0 girls"]


def test_a_slot_shows_how_far_its_roll_is(draw: Draw) -> None:
    page = draw("slot('Day 1', called=34, expected=46, progress_label='34 of 46')")

    assert one(page, "progress").get("max") == "46"


def test_a_row_of_the_roll_has_one_state_chosen(draw: Draw) -> None:
    page = draw("roll_row('p7', 'ESSAI Ali', detail='Cpl …340', state='late')")

    radios = list(page.iter("input"))
    assert [radio.get("value") for radio in radios] == ["present", "late", "excused", "absent"]
    assert [radio.get("value") for radio in radios if radio.get("checked") is not None] == ["late"]
