import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from lms import clock
from lms.accounts.actors import Role
from lms.accounts.models import WrongGuess
from lms.accounts.services import guesses
from lms.extensions import db
from lms.sessions.models import Participation
from lms.web.participant.views import WRONG_IN_A_ROOM
from tests import pages
from tests.conftest import Browse
from tests.factories.accounts import UserFactory
from tests.factories.certificates import CertificateFactory, trained
from tests.quizzes.steps import hand_in, start
from tests.web.participant.conftest import Holder
from tests.web.participant.steps import code, enter, visitor, visits

WRONG = code(999999)


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_link_and_the_qr_code_fill_in_the_session(stranger: FlaskClient, locale: str) -> None:
    answer = stranger.get("/s/gao7", headers={"Accept-Language": locale})
    page = pages.check(answer, locale=locale)
    assert pages.one(page, "input[@name='short_code']").get("value") == "GAO7"


def test_both_codes_open_the_space(stranger: FlaskClient, mine: Holder) -> None:
    answer = enter(stranger, f"{mine.pass_code[:3]} {mine.pass_code[3:]}", "gao 7")
    assert answer.location == "/space"
    assert visits(stranger) == mine.id
    assert "If this is not you, give the phone back." in stranger.get("/space").text


@pytest.mark.parametrize("locale", ["fr", "en"])
@pytest.mark.usefixtures("mine")
def test_two_codes_that_do_not_fit_say_so_beside_the_field(
    stranger: FlaskClient, locale: str
) -> None:
    answer = enter(stranger, WRONG, locale=locale)
    page = pages.check(answer, locale=locale)
    assert answer.status_code == 422
    assert pages.one(page, "input[@name='pass_code']").get("aria-invalid") == "true"
    assert pages.one(page, "input[@name='short_code']").get("value") == "GAO7"
    assert visits(stranger) is None


@pytest.mark.usefixtures("mine")
def test_a_code_of_six_digits_is_no_guess(app: Flask, stranger: FlaskClient) -> None:
    answer = enter(stranger, "418036")
    assert answer.status_code == 422
    assert "A pass code has seven digits." in answer.text
    with app.app_context():
        assert db.session.scalar(select(func.count(WrongGuess.id))) == 0


def test_twenty_wrong_guesses_at_one_code_hold_up_that_code_alone(
    stranger: FlaskClient, mine: Holder
) -> None:
    for _ in range(20):
        answer = enter(stranger, WRONG)
    assert answer.status_code == 422
    assert "Wait 15 minutes, or ask the trainer" in answer.text
    assert "do not belong together" in enter(stranger, code(999998)).text
    assert enter(stranger, mine.pass_code).location == "/space"


def test_guesses_in_the_session_of_last_week_do_not_hold_up_this_one(
    stranger: FlaskClient, mine: Holder
) -> None:
    for _ in range(guesses.ALLOWED + 1):
        answer = enter(stranger, mine.pass_code, "GAO6")
    assert "tried too often" in answer.text
    assert enter(stranger, mine.pass_code).location == "/space"


def guessed(app: Flask, times: int, *, address: str = "127.0.0.1") -> None:
    """Have somebody try one code after the other in the session, from one address."""
    with app.app_context():
        for _ in range(times):
            guesses.record(what=f"pass codes GAO7 from {address}", now=clock.now())
        db.session.commit()


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_whoever_tries_one_code_after_the_other_is_held_up(
    app: Flask, stranger: FlaskClient, mine: Holder, locale: str
) -> None:
    guessed(app, WRONG_IN_A_ROOM - 1)
    assert enter(stranger, WRONG).status_code == 422
    answer = enter(stranger, mine.pass_code, locale=locale)
    assert answer.status_code == 429
    pages.check(answer, locale=locale)
    assert visits(stranger) is None


def test_a_room_whose_forty_phones_err_once_each_goes_on(
    app: Flask, stranger: FlaskClient, mine: Holder
) -> None:
    guessed(app, 40)
    assert enter(stranger, mine.pass_code).location == "/space"


def test_slips_of_the_finger_hold_no_room_up(
    app: Flask, stranger: FlaskClient, mine: Holder
) -> None:
    guessed(app, WRONG_IN_A_ROOM - 1)
    slip = WRONG[:-1] + str((int(WRONG[-1]) + 1) % 10)
    assert enter(stranger, slip).status_code == 422
    assert enter(stranger, mine.pass_code).location == "/space"


def test_guesses_from_elsewhere_hold_nobody_up(
    app: Flask, stranger: FlaskClient, mine: Holder
) -> None:
    guessed(app, WRONG_IN_A_ROOM, address="203.0.113.7")
    assert enter(stranger, mine.pass_code).location == "/space"


def test_nothing_of_an_earlier_visitor_is_left(app: Flask, mine: Holder) -> None:
    with app.app_context():
        client = app.test_client(user=UserFactory.create(role=Role.UNIT_HEAD))
    with client.session_transaction() as kept:
        kept["people_words"] = "Exemple"
    enter(client, mine.pass_code)
    with client.session_transaction() as kept:
        assert "people_words" not in kept
    assert client.get("/sessions/").location.startswith("/sign-in")


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_a_space_is_well_made_in_both_languages(app: Flask, mine: Holder, locale: str) -> None:
    answer = visitor(app, mine.id).get("/space", headers={"Accept-Language": locale})
    pages.check(answer, locale=locale)


def test_a_result_is_one_click_away(app: Flask, mine: Holder) -> None:
    with app.app_context():
        attempt_id = hand_in(start(db.session.get_one(Participation, mine.id))).id
        db.session.commit()
    page = pages.read(visitor(app, mine.id).get("/space"))
    assert f"/quiz/{attempt_id}/result" in {link.get("href") for link in page.iter("a")}


def test_a_certificate_is_one_click_away(app: Flask) -> None:
    with app.app_context():
        graduate = trained()
        number = CertificateFactory.create(participation=graduate).number
        graduate.training_session.closed_at = clock.now()
        db.session.commit()
        client = visitor(app, graduate.id)
    page = pages.read(client.get("/space"))
    assert number in pages.text(page)
    assert "/certificates/mine.pdf" in {link.get("href") for link in page.iter("a")}


def test_giving_the_phone_back_makes_room_for_the_next_person(app: Flask, mine: Holder) -> None:
    client = visitor(app, mine.id)
    answer = client.post("/leave", follow_redirects=True)
    page = pages.read(answer)
    assert answer.request.path == "/s/GAO7"
    assert pages.one(page, "input[@name='short_code']").get("value") == "GAO7"
    assert not pages.one(page, "input[@name='pass_code']").get("value")
    assert "The next person can enter their code." in pages.text(page)
    assert visits(client) is None
    assert client.get("/space").location.startswith("/sign-in")


@pytest.mark.parametrize("path", ["/sessions/", "/courses/", "/certificates/", "/figures/"])
def test_the_account_of_a_participant_opens_no_page_of_the_team(browse: Browse, path: str) -> None:
    assert browse(role=Role.PARTICIPANT).get(path).status_code == 403


def test_the_account_of_a_participant_keeps_its_password(browse: Browse) -> None:
    client = browse(role=Role.PARTICIPANT)
    assert client.get("/account").status_code == 200
    assert client.post("/sign-out").location == "/"


def test_a_participant_with_an_account_enters_as_all_do(browse: Browse, mine: Holder) -> None:
    client = browse(role=Role.PARTICIPANT)
    assert enter(client, mine.pass_code).location == "/space"
    assert client.get("/space").status_code == 200


def test_an_address_that_leads_nowhere_says_so_to_participants_too(browse: Browse) -> None:
    assert browse(role=Role.PARTICIPANT).get("/nowhere").status_code == 404
