import pytest
from flask import Flask
from flask.testing import FlaskClient

from lms.accounts.actors import Role
from lms.extensions import db
from lms.people.models import Person
from tests import pages
from tests.conftest import Browse
from tests.factories.people import DistinctionFactory
from tests.web.register.views.conftest import Asked
from tests.web.register.views.test_deciding import pointer, undo


@pytest.mark.parametrize("locale", ["fr", "en"])
@pytest.mark.parametrize("path", ["/people/{0}/merge", "/people/{0}/merge/{1}"])
def test_each_page_is_well_made_in_both_languages(
    app: Flask, browse: Browse, doubt: Asked, path: str, locale: str
) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    client = browse(role=Role.UNIT_HEAD, locale=locale)
    answer = client.get(path.format(doubt.person_id, doubt.candidate_id))
    pages.check(answer, locale=locale)


def test_the_other_record_is_found_by_its_name_without_naming_it_in_an_address(
    head: FlaskClient, doubt: Asked
) -> None:
    answer = head.post(f"/people/{doubt.person_id}/merge", data={"words": "keita mamadu"})
    links = [it.get("href") for it in pages.read(answer).findall(".//main//ul//a")]
    assert links == [f"/people/{doubt.person_id}/merge/{doubt.candidate_id}"]


def test_a_record_number_leads_straight_to_the_preview(head: FlaskClient, doubt: Asked) -> None:
    words = f"P-{doubt.candidate_id:06d}"
    answer = head.post(f"/people/{doubt.person_id}/merge", data={"words": words})
    assert answer.location == f"/people/{doubt.person_id}/merge/{doubt.candidate_id}"


def test_nothing_to_look_for_is_said(head: FlaskClient, doubt: Asked) -> None:
    answer = head.post(f"/people/{doubt.person_id}/merge", data={"words": ""})
    assert answer.status_code == 422
    assert "Write a name, or a number." in answer.text


def test_nobody_found_is_said(head: FlaskClient, doubt: Asked) -> None:
    answer = head.post(f"/people/{doubt.person_id}/merge", data={"words": "nobody"})
    assert "Nobody found" in answer.text


def test_the_preview_says_what_each_brings_and_what_the_totals_become(
    head: FlaskClient, doubt: Asked
) -> None:
    address = f"/people/{doubt.person_id}/merge/{doubt.candidate_id}"
    said = pages.text(pages.read(head.get(address)))
    assert "Total 2 1 2" in said
    assert "KEÏTA Mamadou" in said
    assert "KEITA Mamadu" in said


def test_a_merge_keeps_the_older_record_and_can_be_undone(
    app: Flask, head: FlaskClient, doubt: Asked
) -> None:
    older, newer = sorted((doubt.person_id, doubt.candidate_id))
    answer = head.post(f"/people/{newer}/merge/{older}")
    assert answer.location == f"/people/{older}"
    assert pointer(app, newer) == older
    undo(head, answer.location)
    assert pointer(app, newer) is None


def test_the_page_of_the_person_undoes_it_too(app: Flask, head: FlaskClient, doubt: Asked) -> None:
    older, newer = sorted((doubt.person_id, doubt.candidate_id))
    head.post(f"/people/{newer}/merge/{older}")
    head.get("/")  # the message is read
    form = pages.one(pages.read(head.get(f"/people/{older}")), "main//li//form")
    for _twice in range(2):
        assert head.post(form.get("action", "")).status_code == 302
    assert pointer(app, newer) is None
    assert "was undone already" in head.get("/people/").text


def test_contrary_marks_are_asked_about_first(
    app: Flask, head: FlaskClient, contrary: tuple[Asked, int]
) -> None:
    doubt, slot_id = contrary
    address = f"/people/{doubt.person_id}/merge/{doubt.candidate_id}"
    answer = head.post(address)
    assert answer.status_code == 422
    assert pages.read(answer).findall(f".//input[@name='settled-{slot_id}']")
    head.post(address, data={f"settled-{slot_id}": "present"})
    assert {pointer(app, doubt.person_id), pointer(app, doubt.candidate_id)} != {None}


def test_records_kept_apart_are_refused_with_the_reason(
    app: Flask, head: FlaskClient, doubt: Asked
) -> None:
    with app.app_context():
        one, other = (
            db.session.get_one(Person, it) for it in sorted((doubt.person_id, doubt.candidate_id))
        )
        DistinctionFactory.create(one=one, other=other)
    answer = head.post(f"/people/{doubt.person_id}/merge/{doubt.candidate_id}")
    assert answer.status_code == 422
    assert "two persons" in answer.text


def test_one_record_cannot_be_merged_with_itself(head: FlaskClient, doubt: Asked) -> None:
    answer = head.get(f"/people/{doubt.person_id}/merge/{doubt.person_id}")
    assert answer.location == f"/people/{doubt.person_id}"
    assert "one person already" in head.get(answer.location).text
