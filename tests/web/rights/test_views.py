"""The sheet of one person and the page that erases."""

from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from lms import clock
from lms.accounts.actors import Role
from lms.accounts.models import AccessLog
from lms.extensions import db
from lms.people.models import Person
from tests.conftest import Browse
from tests.factories.certificates import CertificateFactory
from tests.factories.people import CategoryFactory, PersonFactory, PersonNameFactory
from tests.factories.sessions import AttendanceMarkFactory
from tests.pages import read, text
from tests.paper import printed_text
from tests.sessions.given import given

SURNAME = "Zyxibé-Exemple"
"""Fictitious."""


def stored(folder: Path, content: bytes) -> Path:
    path = folder / "sheet.pdf"
    path.write_bytes(content)
    return path


@pytest.fixture
def person_id(app: Flask) -> int:
    """Return somebody of whom something is kept in every room."""
    with app.app_context():
        it = given(people=1)
        participation = it.participations[0]
        person = participation.person
        person.surname, person.phone = SURNAME, "+22376000001"
        PersonNameFactory.create(person=person, surname="Zyxibeh-Exemple")
        AttendanceMarkFactory.create(participation=participation, slot=it.slots[0])
        CertificateFactory.create(participation=participation)
        db.session.commit()
        return int(person.id)


def test_the_sheet_holds_what_every_room_keeps(person_id: int, browse: Browse) -> None:
    answer = browse(role=Role.UNIT_HEAD).get(f"/people/{person_id}/sheet.json").get_json()
    assert answer["number"] == f"P-{person_id:06d}"
    assert answer["records"][0]["surname"] == SURNAME
    assert answer["records"][0]["phone"] == "+22376000001"
    assert answer["spellings"] == [{"surname": "Zyxibeh-Exemple", "given_names": "Hawa"}]
    assert [it["mark"] for it in answer["sessions"][0]["marks"]] == ["present"]
    assert len(answer["sessions"][0]["certificates"]) == 1
    assert answer["kept_for"]["person.phone"] == "training_record"


@pytest.mark.parametrize(
    ("locale", "said"), [("fr", "Tout ce qui est conservé"), ("en", "Everything kept")]
)
def test_the_sheet_is_printed_in_either_language(
    person_id: int, browse: Browse, locale: str, said: str, tmp_path: Path
) -> None:
    answer = browse(role=Role.UNIT_HEAD, locale=locale).get(f"/people/{person_id}/sheet.pdf")
    printed = printed_text(stored(tmp_path, answer.data))
    assert said in printed
    assert "ZYXIBÉ-EXEMPLE" in printed


def test_reading_the_sheet_is_logged_by_number(app: Flask, person_id: int, browse: Browse) -> None:
    browse(role=Role.ADMINISTRATOR).get(f"/people/{person_id}/sheet.json")
    with app.app_context():
        assert db.session.scalars(select(AccessLog.target)).all() == [f"person:{person_id}"]


def test_the_sheet_of_a_minor_is_for_the_unit_head_and_names_nobody(
    app: Flask, person_id: int, browse: Browse, tmp_path: Path
) -> None:
    with app.app_context():
        db.session.get_one(Person, person_id).birth_date = date(clock.today().year - 10, 1, 1)
        db.session.commit()
    assert (
        browse(role=Role.ADMINISTRATOR).get(f"/people/{person_id}/sheet.json").status_code == 403
    )
    head = browse(role=Role.UNIT_HEAD)
    assert "Zyxib" not in head.get(f"/people/{person_id}/sheet.json").text
    assert "ZYXIB" not in printed_text(
        stored(tmp_path, head.get(f"/people/{person_id}/sheet.pdf").data)
    )


def test_no_sheet_names_who_was_with_an_armed_movement(app: Flask, browse: Browse) -> None:
    with app.app_context():
        movement = CategoryFactory.create(code="armed-movements")
        person_id = PersonFactory.create(surname=SURNAME, category=movement).id
    administrator = browse(role=Role.ADMINISTRATOR)
    assert administrator.get(f"/people/{person_id}/sheet.pdf").status_code == 403
    answer = browse(role=Role.UNIT_HEAD).get(f"/people/{person_id}/sheet.json")
    assert "Zyxib" not in answer.text


def test_erasing_is_asked_once_and_says_that_it_stays_done(
    app: Flask, person_id: int, browse: Browse
) -> None:
    head = browse(role=Role.UNIT_HEAD)
    page = text(read(head.get(f"/people/{person_id}/erase")))
    assert "This cannot be undone." in page
    assert "Zyxib" not in page
    answer = head.post(f"/people/{person_id}/erase", follow_redirects=True)
    assert "data erased" in text(read(answer))
    with app.app_context():
        assert db.session.get_one(Person, person_id).erased_at is not None
    assert head.get(f"/people/{person_id}/erase").status_code == 404
    assert head.get(f"/people/{person_id}/sheet.json").status_code == 404
