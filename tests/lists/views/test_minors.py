"""A minor on a list of forces, through the pages: told on the screen and nowhere else (R16)."""

import pytest
from flask import Flask
from sqlalchemy import select

from lms.extensions import db
from lms.files import contents
from lms.lists.models import ImportedList
from lms.people import queries as people
from tests.lists.given import csv, desk_of
from tests.pages import read, text

ADULT = "Maïga;Awa;F;44/6386;1984;P"
CHILD = "Keïta-Exemple;Zoumana;M;51/1111;2000;P"
SECRETS = ("Keïta-Exemple", "KEÏTA-EXEMPLE", "Zoumana", "51/1111", "511111")
SAID = "Row 3 not recorded: check the age outside this system."


def everything(app: Flask) -> str:
    """Return all that any table and any kept file holds, as text."""
    with app.app_context():
        found = [
            str(tuple(row))
            for table in db.metadata.sorted_tables
            for row in db.session.execute(select(table))
        ]
        files = [it.read_bytes() for it in contents.folder().rglob("*") if it.is_file()]
        found += [it.decode("cp1252", errors="replace") for it in files]
    return "\n".join(found)


def the_list(app: Flask) -> str:
    with app.app_context():
        return f"/lists/{db.session.scalars(select(ImportedList.id)).one()}"


def test_a_minor_is_told_once_and_is_nowhere(
    app: Flask, capfd: pytest.CaptureFixture[str]
) -> None:
    desk = desk_of(app)
    checked = desk.hand_in(csv(ADULT, CHILD))
    assert SAID in text(read(checked))
    shown = [checked.text, desk.client.get(the_list(app)).text]
    recorded = desk.post(f"{the_list(app)}/apply")
    assert "1 row is recorded." in text(read(recorded))
    shown += [recorded.text, desk.client.get("/lists/").text]
    log = "\n".join(capfd.readouterr())
    for secret in SECRETS:
        assert all(secret not in page for page in shown)
        assert secret not in log
        assert secret not in everything(app)
    assert SAID not in shown[1]
    with app.app_context():
        assert not [it for it in contents.folder().rglob("*") if it.is_file()]


def test_no_count_tells_that_there_was_one(app: Flask) -> None:
    desk = desk_of(app)
    desk.hand_in(csv(ADULT, CHILD))
    desk.post(f"{the_list(app)}/apply")
    with app.app_context():
        imported_list = db.session.scalars(select(ImportedList)).one()
        assert (imported_list.recorded, imported_list.refused) == (1, 0)
        assert [it.number for it in imported_list.rows] == [2]
    assert "withheld" not in everything(app)


def test_a_list_with_nobody_but_minors_has_nothing_to_record(app: Flask) -> None:
    desk = desk_of(app)
    page = text(read(desk.hand_in(csv(CHILD))))
    assert "Row 2 not recorded: check the age outside this system." in page
    assert "Record 0" not in page
    answer = desk.post(f"{the_list(app)}/apply")
    assert answer.status_code == 422
    assert "No row of this list can be recorded." in text(read(answer))


def test_more_of_them_than_a_cookie_can_name_one_by_one_are_told(app: Flask) -> None:
    rows = [f"Exemple{it};Awa;F;;{1984 if it % 2 else 2000};P" for it in range(800)]
    page = text(read(desk_of(app).hand_in(csv(*rows))))
    assert "Rows 2, 4, 6, " in page
    assert "400 rows" in page


def test_a_list_of_children_handed_in_as_one_of_forces_is_not_lost(app: Flask) -> None:
    desk = desk_of(app)
    assert "has 1 row" in text(read(desk.hand_in(csv(ADULT, CHILD))))
    with app.app_context():
        children = people.category("childrens-parliament").id
    page = text(read(desk.hand_in(csv(ADULT, CHILD), category_id=children)))
    assert "has 2 rows" in page
    assert "KEÏTA-EXEMPLE Zoumana" in page
