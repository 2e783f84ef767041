"""Looking at a list: its rows, its columns, what stands in the way."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from lms.accounts.actors import Role
from lms.accounts.models import AccessLog
from lms.extensions import db
from lms.lists.models import ImportedList
from lms.people import queries as people
from lms.people.models import Person
from tests.conftest import Browse
from tests.lists.given import GAO, Desk, csv, desk_of
from tests.pages import check, one, read, text
from tests.statements import counted

AWA = "Maïga;Awa;F;44/6386;1984;P"
SHY = "Traoré;Ali;X;;1980;?"
NAMELESS = ";;F;;;P"
SWAPPED = {
    "column_0": "given_names",
    "column_1": "surname",
    "column_2": "sex",
    "column_3": "service_number",
    "column_4": "birth",
    "column_5": "mark",
}


def handed_in(desk: Desk, *rows: str, header: str | None = None) -> str:
    """Return the address of a list just handed in."""
    content = csv(*rows, header=header) if header else csv(*rows)
    return str(desk.hand_in(content).request.path).removesuffix("/columns")


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_rows_are_shown_in_both_languages(app: Flask, locale: str) -> None:
    desk = desk_of(app, locale=locale)
    page = check(desk.client.get(handed_in(desk, AWA, SHY, NAMELESS)), locale=locale)
    title = "Voici ce qui sera enregistré" if locale == "fr" else "This is what will be recorded"
    assert title in text(page)
    rows = [text(row) for row in page.findall(".//tbody/tr") if "row-" in row.get("class", "")]
    assert len(rows) == 2
    assert ("sexe non compris" if locale == "fr" else "sex not understood") in rows[0]
    assert ("nom absent" if locale == "fr" else "no name") in rows[1]


def test_rows_are_narrowed_by_a_filter_and_a_wrong_one_shows_all(app: Flask) -> None:
    desk = desk_of(app)
    path = handed_in(desk, AWA, SHY, NAMELESS)
    refused = text(read(desk.client.get(f"{path}?show=refused")))
    assert "no name" in refused
    assert "TRAORÉ Ali" not in refused
    assert "TRAORÉ Ali" in text(read(desk.client.get(f"{path}?show=nonsense&page=x")))


def test_a_known_person_is_told_from_a_new_one(app: Flask) -> None:
    desk = desk_of(app)
    desk.post(f"{handed_in(desk, AWA)}/apply")
    page = text(read(desk.client.get(handed_in(desk, AWA, "Sow;Binta;F;51/2222;;P"))))
    assert "somebody known: same name, same service number, same year of birth" in page
    assert "already in this session" in page
    assert "nobody like this in the register" in page
    assert "Known (1)" in page
    assert "New (1)" in page


def test_looking_at_names_is_logged(app: Flask) -> None:
    desk = desk_of(app)
    path = handed_in(desk, AWA)
    desk.client.get(path)
    desk.client.get(f"{path}/columns")
    with app.app_context():
        read_lists = db.session.scalars(select(AccessLog.target)).all()
        tag = db.session.scalars(select(ImportedList)).one().tag
    # Handing in led to the page once, and the columns are full of first cells.
    assert read_lists == [tag] * 3


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_columns_are_shown_in_both_languages(app: Flask, locale: str) -> None:
    desk = desk_of(app, locale=locale)
    page = check(desk.client.get(f"{handed_in(desk, AWA)}/columns"), locale=locale)
    chosen = [it.get("value") for it in page.findall(".//td//option[@selected]")]
    assert chosen == ["surname", "given_names", "sex", "service_number", "birth", "mark"]


def test_columns_read_wrongly_are_put_right_by_hand(app: Flask) -> None:
    desk = desk_of(app)
    path = handed_in(desk, "Awa;Maïga;F;44/6386;1984;P")
    assert "AWA Maïga" in text(read(desk.client.get(path)))
    answer = desk.post(f"{path}/columns", **SWAPPED, slot_0=-1, category_id=desk.category_id)
    page = text(check(answer, locale="en"))
    assert "MAÏGA Awa" in page
    assert "1 of 1" in page
    with app.app_context():
        assert db.session.scalars(select(Person)).all() == []


def test_a_column_is_given_to_each_slot_by_hand(app: Flask) -> None:
    desk = desk_of(app, slots=2)
    header = "Nom;Prénom;Matin;Soir;Retour"
    path = handed_in(desk, "Maïga;Awa;P;A;P", header=header)
    choices = SWAPPED | {"column_0": "surname", "column_1": "given_names"}
    choices |= {"column_2": "mark", "column_3": "mark", "column_4": "mark"}
    desk.post(f"{path}/columns", **choices, slot_0=2, slot_1=4, category_id=desk.category_id)
    assert "2 of 2" in text(read(desk.client.get(path)))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"column_0": "other", "column_1": "other"}, "No column of names was found."),
        ({"column_0": "astrology"}, "Not a valid choice"),
        ({"slot_0": "77"}, "Not a valid choice"),
    ],
)
def test_columns_that_make_no_list_are_told_and_change_nothing(
    app: Flask, changes: dict[str, str], said: str
) -> None:
    desk = desk_of(app)
    path = handed_in(desk, AWA)
    data = SWAPPED | {"slot_0": "5", "category_id": str(desk.category_id)} | changes
    answer = desk.post(f"{path}/columns", **data)
    assert answer.status_code == 422
    assert said in text(check(answer, locale="en"))
    assert "MAÏGA Awa" in text(read(desk.client.get(path)))


def test_another_category_may_make_rows_to_forget(app: Flask) -> None:
    """R16, told where the columns are said."""
    desk = desk_of(app)
    with app.app_context():
        civil = people.category("civil-society").id
    answer = desk.hand_in(csv(AWA, "Diarra;Issa;M;;2000;P"), category_id=civil)
    path = answer.request.path
    data = SWAPPED | {"column_0": "surname", "column_1": "given_names", "slot_0": "5"}
    page = text(read(desk.post(f"{path}/columns", **data, category_id=desk.category_id)))
    assert "Row 3 not recorded: check the age outside this system." in page
    assert "DIARRA" not in page


def test_a_total_that_differs_asks_for_a_choice(app: Flask) -> None:
    desk = desk_of(app)
    path = handed_in(desk, AWA, "Total;46")
    page = check(desk.client.get(path), locale="en")
    assert "declares 46 people, its rows give 1." in text(page)
    assert one(page, "input[@name='accept_lines']").get("type") == "checkbox"


@pytest.mark.parametrize(
    "path", ["/lists/{}", "/lists/{}/columns", "/lists/{}/apply", "/lists/{}/discard"]
)
def test_a_list_that_does_not_exist_is_not_found(app: Flask, path: str) -> None:
    desk = desk_of(app)
    posted = path.endswith(("apply", "discard"))
    answer = desk.post(path.format(9)) if posted else desk.client.get(path.format(9))
    assert answer.status_code == 404


def test_another_trainer_neither_sees_nor_touches_a_list(app: Flask, browse: Browse) -> None:
    desk = desk_of(app)
    path = handed_in(desk, AWA)
    app.config["WTF_CSRF_ENABLED"] = False
    other = browse()
    for address in (path, f"{path}/columns", desk.path):
        assert other.get(address).status_code == 403
    for address in (f"{path}/columns", f"{path}/apply", f"{path}/discard", desk.path):
        assert other.post(address).status_code == 403
    assert "liste.csv" not in other.get("/lists/").text
    assert "MAÏGA Awa" in text(read(desk.client.get(path)))


def test_an_administrator_reads_a_list_and_writes_none(app: Flask, browse: Browse) -> None:
    desk = desk_of(app)
    path = handed_in(desk, AWA)
    app.config["WTF_CSRF_ENABLED"] = False
    administrator = browse(role=Role.ADMINISTRATOR)
    assert administrator.get(path).status_code == 200
    assert administrator.get(desk.path).status_code == 403
    for act in ("apply", "discard"):
        assert administrator.post(f"{path}/{act}").status_code == 403


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_no_list_yet_says_where_one_is_handed_in(browse: Browse, locale: str) -> None:
    page = text(check(browse(locale=locale).get("/lists/"), locale=locale))
    assert ("Aucune liste" if locale == "fr" else "No list yet") in page


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_lists_of_the_unit_are_shown_in_both_languages(
    app: Flask, browse: Browse, locale: str
) -> None:
    desk = desk_of(app)
    desk.post(f"{handed_in(desk, AWA, NAMELESS)}/apply")
    handed_in(desk, SHY)
    page = check(browse(role=Role.UNIT_HEAD, locale=locale).get("/lists/"), locale=locale)
    waiting, done = (text(row) for row in page.findall(".//tbody/tr"))
    assert ("À vérifier" if locale == "fr" else "Being checked") in waiting
    assert f"1 1 {'Enregistrée' if locale == 'fr' else 'Recorded'}" in done
    assert "FDS-2J-0001" in done


ADDRESSES: dict[str, Callable[[str], str]] = {
    "rows": lambda path: path,
    "columns": lambda path: f"{path}/columns",
}


@pytest.mark.parametrize("which", ADDRESSES)
def test_a_page_asks_the_database_no_more_for_more_rows(app: Flask, which: str) -> None:
    counts = []
    desk = desk_of(app, slots=3)
    few = csv(f"{AWA};P;P", header="Nom;Prénom;Sexe;Matricule;Né(e) en;J1;J2;J3")
    for content in (few, GAO.read_bytes()):
        path = ADDRESSES[which](desk.hand_in(content).request.path.removesuffix("/columns"))
        desk.client.get(path)
        with counted(app) as sent:
            desk.client.get(path)
        counts.append(len(sent))
    assert counts[0] == counts[1]


def test_the_lists_ask_the_database_no_more_for_more_of_them(app: Flask) -> None:
    desk = desk_of(app)
    counts = []
    for number in range(1, 6):
        handed_in(desk, f"Exemple{number};Awa;F;;1984;P")
        with counted(app) as sent:
            desk.client.get("/lists/")
        counts.append(len(sent))
    assert counts[1] == counts[-1]
