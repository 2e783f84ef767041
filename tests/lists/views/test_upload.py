"""Handing a list in: what it turns out to be, and what is then left of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from lms.extensions import db
from lms.files import contents
from lms.files.models import StoredFile
from lms.lists.models import ImportedList
from lms.people import queries as people
from lms.people.models import Person
from lms.sessions.kinds import Status
from lms.sessions.models import TrainingSession
from tests.lib.sheets.files import package, xlsx
from tests.lists.given import DATA, GAO, csv, desk_of
from tests.pages import check, read, text

ENCRYPTED = b"\xd0\xcf\x11\xe0" + bytes(508) + "EncryptedPackage".encode("utf-16-le")
PROSE = "Bonjour,\n\nvoici la liste, comme convenu; elle est jointe.\n\nBien à vous".encode()
BAD_FILES: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "pdf": (
        lambda: b"%PDF-1.7\n1 0 obj",
        "This kind of file is not read. Save the list as XLSX, ODS or CSV.",
        "Ce type de fichier ne peut pas être lu.",
    ),
    "png": (
        lambda: b"\x89PNG\r\n\x1a\n" + bytes(64),
        "This is a picture. Type the list into a spreadsheet, or mark the roll.",
        "C’est une image.",
    ),
    "empty": (
        lambda: b" \r\n",
        "The file is empty. Choose the one that holds the list.",
        "Le fichier est vide.",
    ),
    "encrypted": (
        lambda: ENCRYPTED,
        "The file is protected by a password. Save it without one.",
        "Le fichier est protégé par un mot de passe.",
    ),
    "damaged": (
        lambda: xlsx(["Nom", "J1"], ["Maïga", "P"])[:-400],
        "This file is no table. Save the list as XLSX, ODS or CSV.",
        "Ce fichier n’est pas un tableau.",
    ),
    "bomb": (
        lambda: package({"xl/workbook.xml": bytes(33 * 2**20)}),
        "The file unpacks to far more than a list. It was not opened.",
        "Décompressé, le fichier est bien plus gros qu’une liste.",
    ),
    "prose": (
        lambda: PROSE,
        "No column of names was found.",
        "Aucune colonne de noms n’a été trouvée.",
    ),
}


def kept(app: Flask) -> list[Path]:
    with app.app_context():
        return [it for it in contents.folder().rglob("*") if it.is_file()]


def rows(app: Flask, *models: type) -> list[int]:
    with app.app_context():
        return [db.session.scalar(select(func.count()).select_from(it)) or 0 for it in models]


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_page_is_well_made_in_both_languages(app: Flask, locale: str) -> None:
    desk = desk_of(app, locale=locale)
    page = check(desk.client.get(desk.path), locale=locale)
    title = "Enregistrer une liste de présence" if locale == "fr" else "Record an attendance list"
    assert title in text(page)


def test_the_audience_of_the_course_is_chosen_already(app: Flask) -> None:
    desk = desk_of(app)
    chosen = read(desk.client.get(desk.path)).findall(".//option[@selected]")
    assert [it.get("value") for it in chosen] == [str(desk.category_id)]


def test_the_list_of_gao_goes_in_as_it_is_and_nothing_is_recorded_yet(app: Flask) -> None:
    answer = desk_of(app, slots=3).hand_in(GAO.read_bytes(), name=GAO.name)
    page = text(check(answer, locale="en"))
    assert "This is what will be recorded" in page
    assert f"The list {GAO.name} has 46 rows. Its header was found in row 5." in page
    assert "CISSÉ Maïmouna" in page
    assert "DEMBÉLÉ Boubacar" in page
    assert rows(app, Person) == [0]


def test_a_list_that_does_not_fit_the_slots_asks_which_column_is_which(app: Flask) -> None:
    answer = desk_of(app, slots=2).hand_in(GAO.read_bytes())
    page = text(check(answer, locale="en"))
    assert "What the columns hold" in page
    assert "The session has 2 slots. The list has 3 columns of marks." in page


@pytest.mark.parametrize("locale", ["fr", "en"])
@pytest.mark.parametrize("kind", BAD_FILES)
def test_what_is_no_list_is_told_beside_the_field_and_leaves_nothing(
    app: Flask, kind: str, locale: str
) -> None:
    made, english, french = BAD_FILES[kind]
    answer = desk_of(app, locale=locale).hand_in(made(), name=f"liste.{kind}")
    assert answer.status_code == 422
    page = check(answer, locale=locale)
    note = page.find(".//div[@id='file-note']")
    assert note is not None
    assert (french if locale == "fr" else english) in text(note)
    assert rows(app, ImportedList, StoredFile, Person) == [0, 0, 0]
    assert kept(app) == []


def test_the_category_chosen_is_still_there_beside_a_bad_file(app: Flask) -> None:
    desk = desk_of(app)
    with app.app_context():
        number = people.category("civil-society").id
    chosen = read(desk.hand_in(b"", category_id=number)).findall(".//option[@selected]")
    assert [it.get("value") for it in chosen] == [str(number)]


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en", "Choose the file that holds the list."),
        ("fr", "Choisissez le fichier qui contient la liste."),
    ],
)
def test_a_form_without_a_file_asks_for_one(app: Flask, locale: str, said: str) -> None:
    desk = desk_of(app, locale=locale)
    answer = desk.post(desk.path, category_id=desk.category_id)
    assert answer.status_code == 422
    assert said in text(check(answer, locale=locale))


def test_the_file_handed_in_twice_opens_the_same_preview(app: Flask) -> None:
    desk = desk_of(app, slots=3)
    first = desk.hand_in(GAO.read_bytes())
    again = desk.hand_in(GAO.read_bytes(), name="copie.csv")
    assert again.request.path == first.request.path
    assert rows(app, ImportedList) == [1]


def test_a_bad_list_is_shown_row_by_row(app: Flask) -> None:
    content = (DATA / "mauvaise-liste.csv").read_bytes()
    desk = desk_of(app)
    columns = desk.hand_in(content).request.path
    page = desk.client.get(columns.removesuffix("/columns"))
    assert "&lt;script" not in page.text
    said = text(check(page, locale="en"))
    for why in (
        "no name",
        "the birth date does not exist or has not come yet",
        "the name begins like a formula",
        "the name has more than 200 letters",
    ):
        assert why in said
    assert "Record 1 row" in said


@pytest.mark.parametrize("status", [Status.CLOSED, Status.CANCELLED])
def test_a_session_that_is_over_takes_no_list(app: Flask, status: Status) -> None:
    desk = desk_of(app)
    with app.app_context():
        db.session.get_one(TrainingSession, desk.session_id).status = status
        db.session.commit()
    answer = desk.hand_in(csv("Maïga;Awa;F;44/6386;1984;P"))
    assert answer.status_code == 422
    assert "This session is closed or cancelled" in text(check(answer, locale="en"))
    assert kept(app) == []
