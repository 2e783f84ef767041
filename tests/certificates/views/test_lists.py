from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from lms.accounts.actors import Role
from lms.certificates.kinds import State
from lms.people.kinds import AgeGroup
from lms.sessions.outcome import Outcome
from tests import pages
from tests.factories.certificates import CertificateFactory, closed_session, trained
from tests.factories.people import PersonFactory
from tests.factories.sessions import ParticipationFactory, TrainingSessionFactory
from tests.statements import counted

Browse = Callable[..., FlaskClient]
LONG = {"given_names": "Fatoumata Binta Oumou Kadiatou", "surname": "WALET AG MOHAMED" * 5}


@pytest.fixture
def session_id(app: Flask) -> int:
    """A closed session: one trained, one below the dose, one minor, one with a certificate."""
    with app.app_context():
        training_session = closed_session()
        trained(training_session, person=PersonFactory.create(**LONG), rank="Adj")
        trained(training_session, outcome=Outcome.SENSITIZED, marks_obtained=2)
        trained(training_session, age_group=AgeGroup.MINOR)
        CertificateFactory.create(participation=trained(training_session))
        return training_session.id


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_tab_is_well_made_in_both_languages(
    browse: Browse, session_id: int, locale: str
) -> None:
    answer = browse(role=Role.UNIT_HEAD, locale=locale).get(f"/sessions/{session_id}/certificates")
    pages.check(answer, locale=locale)


def test_the_tab_says_who_gets_which_and_why_others_get_none(
    browse: Browse, session_id: int
) -> None:
    text = browse(role=Role.UNIT_HEAD).get(f"/sessions/{session_id}/certificates").text
    assert "To be issued" in text
    assert "Attendance below what the course asks for" in text
    assert "the agreement of the organiser and the guardian is not recorded here" in text
    assert "Issue 1 certificate" in text
    assert "Print 1 certificate" in text


def test_who_may_not_issue_is_not_offered_to(browse: Browse, session_id: int) -> None:
    answer = browse(role=Role.ADMINISTRATOR).get(f"/sessions/{session_id}/certificates")
    assert "Attendances" in answer.text
    assert "Issue 1" not in answer.text


def test_a_session_not_closed_says_what_comes_first(app: Flask, browse: Browse) -> None:
    with app.app_context():
        path = f"/sessions/{TrainingSessionFactory.create().id}/certificates"
    answer = browse(role=Role.UNIT_HEAD).get(path)
    pages.check(answer, locale="en")
    assert "Certificates come after closing" in answer.text


def test_a_session_of_headcounts_has_nobody_to_name(app: Flask, browse: Browse) -> None:
    with app.app_context():
        path = f"/sessions/{closed_session().id}/certificates"
    assert "Nobody is named" in browse(role=Role.UNIT_HEAD).get(path).text


def test_another_trainer_does_not_read_the_tab(browse: Browse, session_id: int) -> None:
    answer = browse(role=Role.TRAINER).get(f"/sessions/{session_id}/certificates")
    assert answer.status_code == 403


def test_the_tab_asks_the_database_no_more_for_more_people(
    app: Flask, browse: Browse, session_id: int
) -> None:
    client, path = browse(role=Role.UNIT_HEAD), f"/sessions/{session_id}/certificates"
    client.get(path)
    with counted(app) as few:
        client.get(path)
    with app.app_context():
        training_session = ParticipationFactory.create().training_session
        assert training_session is not None
        for _ in range(5):
            trained_in(session_id)
    with counted(app) as many:
        client.get(path)
    assert len(many) == len(few)


def trained_in(session_id: int) -> None:
    participation = trained()
    participation.training_session_id = session_id
    CertificateFactory.create(participation=participation)


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_an_empty_list_says_what_to_do_next(browse: Browse, locale: str) -> None:
    answer = browse(role=Role.UNIT_HEAD, locale=locale).get("/certificates/")
    pages.check(answer, locale=locale)


def test_the_list_is_searched_by_any_part_of_a_number(app: Flask, browse: Browse) -> None:
    with app.app_context():
        wanted, other = (CertificateFactory.create().number for _ in range(2))
    part = wanted[8:].lower()
    text = browse(role=Role.UNIT_HEAD).get("/certificates/", query_string={"number": part}).text
    assert wanted in text
    assert other not in text


def test_the_list_is_narrowed_by_state(app: Flask, browse: Browse) -> None:
    with app.app_context():
        valid = CertificateFactory.create().number
        expired = CertificateFactory.create(state=State.EXPIRED).number
    client = browse(role=Role.UNIT_HEAD)
    text = client.get("/certificates/?state=expired").text
    assert expired in text
    assert valid not in text
    assert valid in client.get("/certificates/?state=nonsense").text


def test_a_search_without_result_leads_back_to_all(browse: Browse) -> None:
    text = browse(role=Role.UNIT_HEAD).get("/certificates/?number=999999").text
    assert "No certificate matches this search" in text


def test_the_list_names_nobody(app: Flask, browse: Browse) -> None:
    with app.app_context():
        CertificateFactory.create()
    assert "MAÏGA" not in browse(role=Role.UNIT_HEAD).get("/certificates/").text


def test_a_trainer_lists_only_their_own(app: Flask, browse: Browse) -> None:
    with app.app_context():
        number = CertificateFactory.create().number
    assert number not in browse(role=Role.TRAINER).get("/certificates/").text


def test_a_long_list_is_cut_into_pages_and_asks_no_more(app: Flask, browse: Browse) -> None:
    client = browse(role=Role.UNIT_HEAD)
    with app.app_context():
        CertificateFactory.create_batch(2)
    with counted(app) as few:
        client.get("/certificates/")
    with app.app_context():
        CertificateFactory.create_batch(26)
    with counted(app) as many:
        assert 'rel="next"' in client.get("/certificates/").text
    assert len(many) == len(few)
    assert 'rel="prev"' in client.get("/certificates/?page=2").text


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_one_certificate_is_shown_with_what_can_be_done(
    app: Flask, browse: Browse, locale: str
) -> None:
    with app.app_context():
        certificate_id = CertificateFactory.create().id
    answer = browse(role=Role.UNIT_HEAD, locale=locale).get(f"/certificates/{certificate_id}")
    pages.check(answer, locale=locale)
    assert f"/certificates/{certificate_id}/revoke" in answer.text
    assert "MAÏGA" in answer.text


def test_a_trainer_reads_no_others_certificate(app: Flask, browse: Browse) -> None:
    with app.app_context():
        certificate_id = CertificateFactory.create().id
    assert browse().get(f"/certificates/{certificate_id}").status_code == 403


def test_a_certificate_that_does_not_exist_is_not_found(browse: Browse) -> None:
    assert browse(role=Role.UNIT_HEAD).get("/certificates/999").status_code == 404
