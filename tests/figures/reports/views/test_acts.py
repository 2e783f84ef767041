import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories.people import DistinctionFactory, PersonFactory, SuggestionFactory
from tests.figures.given import session_with
from tests.figures.reports.given import begin


def test_a_report_goes_from_one_person_to_another(
    app: Flask, author: FlaskClient, second: FlaskClient
) -> None:
    with app.app_context():
        session_with({PersonFactory.create(): "P"})
    address = begin(author)
    assert "You prepared this report" in author.get(address).text
    assert author.post(f"{address}/publish").status_code == 422
    assert second.post(f"{address}/publish").status_code == 302
    shown = author.get(address).text
    assert "Digest of the facts" in shown
    assert "fewer than five persons were trained" in shown
    assert "Nothing has changed" in author.get(f"{address}/difference").text


def test_days_in_the_wrong_order_are_refused(author: FlaskClient) -> None:
    answer = author.post("/reports/new", data={"first": "2015-01-01", "last": "2014-01-01"})
    assert answer.status_code == 422
    assert "ends before it begins" in answer.text


@pytest.mark.parametrize("last", ["", "9999-99-99", "tomorrow"])
def test_days_that_cannot_be_read_are_refused(author: FlaskClient, last: str) -> None:
    answer = author.post("/reports/new", data={"first": "2015-01-01", "last": last})
    assert answer.status_code == 422


def test_the_last_year_there_is_can_be_asked_for(author: FlaskClient) -> None:
    answer = author.post("/reports/new", data={"first": "0001-01-01", "last": "9999-12-31"})
    assert author.get(answer.location).status_code == 200


def test_what_blocks_is_said_and_nothing_is_published(
    app: Flask, author: FlaskClient, second: FlaskClient
) -> None:
    with app.app_context():
        one, other = PersonFactory.create(), PersonFactory.create()
        session_with({one: "P", other: "P"})
        SuggestionFactory.create(person=one, candidate=other)
    address = begin(author)
    answer = second.post(f"{address}/publish")
    assert answer.status_code == 422
    assert "1 person counted may be somebody known already" in answer.text
    assert second.get(f"{address}/difference").status_code == 404


def test_what_came_later_is_told_with_its_session(
    app: Flask, author: FlaskClient, second: FlaskClient
) -> None:
    address = begin(author)
    second.post(f"{address}/publish")
    with app.app_context():
        reference = session_with({PersonFactory.create(): "P"}).reference
    page = author.get(f"{address}/difference").text
    assert f"Session {reference} closed after the report" in page


def test_a_correction_says_why_on_both_pages(author: FlaskClient, second: FlaskClient) -> None:
    address = begin(author)
    second.post(f"{address}/publish")
    assert author.post(f"{address}/correct", data={"reason": ""}).status_code == 422
    answer = author.post(f"{address}/correct", data={"reason": "A list came late."})
    assert "A list came late." in author.get(answer.location).text
    assert second.post(f"{answer.location}/publish").status_code == 302
    assert "A list came late." in author.get(address).text


@pytest.mark.parametrize("code", ["R-2014-001", "x", "R-2014-001.json"])
def test_a_report_that_does_not_exist_is_not_found(author: FlaskClient, code: str) -> None:
    assert author.get(f"/reports/{code}").status_code == 404


def test_a_report_deleted_is_found_no_more(author: FlaskClient) -> None:
    address = begin(author)
    assert author.post(f"{address}/discard").location == "/reports/"
    assert author.get(address).status_code == 404


def test_a_published_report_is_not_deleted(author: FlaskClient, second: FlaskClient) -> None:
    address = begin(author)
    second.post(f"{address}/publish")
    assert author.post(f"{address}/discard").location == address
    assert author.get(address).status_code == 200


def test_what_was_decided_stands_on_the_page_before_and_after(
    app: Flask, author: FlaskClient, second: FlaskClient
) -> None:
    with app.app_context():
        DistinctionFactory.create()
    address = begin(author)
    pages = [author.get(address).text]
    second.post(f"{address}/publish")
    pages.append(author.get(address).text)
    for page in pages:
        assert "two records that look alike are two persons. Records no. 1, 2." in page


def test_a_region_that_does_not_exist_is_refused(author: FlaskClient) -> None:
    days = {"first": "2014-01-01", "last": "2014-12-31"}
    answer = author.post("/reports/new", data=days | {"region": "NOWHERE"})
    assert answer.status_code == 422
    assert "Not a valid choice." in answer.text
