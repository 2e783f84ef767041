"""What goes wrong is said in a sentence, and nothing recorded is lost by it."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from lms.demo.accounts import PASSWORD
from lms.demo.plan.codes import PASS_CODE, SHORT_CODE
from lms.sessions.pass_codes import show
from tests.browser.steps import attendance, quiz, sessions
from tests.browser.steps.accounts import member, sign_in
from tests.browser.steps.sessions import Newcomer, Slip
from tests.browser.visitor import PHONE, House, Visitor

ARMY = ("Forces armées maliennes", "Malian armed forces")
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(64)
NO_LISTS = {
    "notes.csv": (
        b"Bonjour;Merci\nA;B\n",
        "No column of names was found. Give the columns a header, such as Surname, Given name.",
    ),
    "photo.png": (
        PICTURE,
        "This is a picture. Type the list into a spreadsheet, or mark the roll.",
    ),
    "liste.csv": (b"", "The file is empty. Choose the one that holds the list."),
}
WRONG_CODE = {"fr": "1111116", "en": "2222221"}
WAIT = "This pass code was tried too often with this session. Wait %(num)s"
OR_ASK = "or ask the trainer: the right code is on their list."
TRIED_TOO_OFTEN = (f"{WAIT} minute, {OR_ASK}", f"{WAIT} minutes, {OR_ASK}")
UNKNOWN_CODE = "7K4P 2MTR 9QXH"


@pytest.fixture
def trainer(mission: House) -> Visitor:
    return member(mission, "trainer@example.org", PASSWORD)


@pytest.mark.parametrize("name", NO_LISTS)
def test_a_list_that_is_none_is_refused_before_anything_is_recorded(
    trainer: Visitor, tmp_path: Path, name: str
) -> None:
    content, sentence = NO_LISTS[name]
    (tmp_path / name).write_bytes(content)
    session = sessions.find(trainer, SHORT_CODE)
    before = sessions.codes_of(trainer, session)

    sessions.read_list(trainer, session, tmp_path / name, category=ARMY)

    trainer.reads(sentence)
    assert sessions.codes_of(trainer, session) == before


def test_a_certificate_nobody_issued_is_told_from_a_valid_one(mission: House) -> None:
    stranger = mission.visitor(size=PHONE, scripts=False)
    stranger.open("/verify/")

    stranger.fill({"Verification code": UNKNOWN_CODE})
    stranger.press("Verify")

    stranger.reads("No certificate has this code")
    stranger.reads("The code read was %(code)s.", code=UNKNOWN_CODE)


def test_what_was_typed_into_an_expired_form_can_be_sent_again(trainer: Visitor) -> None:
    session = sessions.find(trainer, SHORT_CODE)
    newcomer = Newcomer("FOFANA", f"Mariam {trainer.words.locale}", "Female", ARMY)
    sessions.write_down(trainer, session, newcomer)
    sessions.expire(trainer)

    trainer.press("Add to the session")
    trainer.reads("The form has expired")
    trainer.press("Send it again")

    trainer.sees(f"FOFANA Mariam {trainer.words.locale}")


def test_what_was_typed_outlives_the_end_of_the_visit(trainer: Visitor) -> None:
    session = sessions.find(trainer, SHORT_CODE)
    newcomer = Newcomer("SIDIBÉ", f"Awa {trainer.words.locale}", "Female", ARMY)
    sessions.write_down(trainer, session, newcomer)
    trainer.page.context.clear_cookies(name="session")
    trainer.press("Add to the session")
    trainer.press("Send it again")  # too early, which must cost nothing either
    trainer.reads("The form has expired")
    sign_in(trainer.in_another_tab(), "trainer@example.org", PASSWORD)

    trainer.press("Send it again")
    trainer.press("Send it again")  # the first time, the page hears of the new visit

    trainer.sees(f"SIDIBÉ Awa {trainer.words.locale}")


def test_the_session_of_another_trainer_stays_closed(mission: House) -> None:
    trainer = member(mission, "trainer@example.org", PASSWORD)
    session = sessions.find(trainer, SHORT_CODE)
    other = member(mission, "second-trainer@example.org", PASSWORD)

    other.page.goto(f"{other.address}{session}/people")

    other.reads("Your account cannot do this")
    expect(other.page.get_by_role("main")).not_to_contain_text(show(PASS_CODE))


def test_a_wrong_pass_code_tried_twenty_times_has_to_wait_and_stops_nobody_else(
    mission: House,
) -> None:
    guesser, neighbour = (mission.visitor(size=PHONE, scripts=False) for _each in range(2))
    address = f"{mission.address}/s/{SHORT_CODE}"
    quiz.enter(guesser, Slip(address, WRONG_CODE[mission.locale]))
    for _guess in range(19):
        guesser.press("Continue")
    guesser.sees(guesser.words.count(*TRIED_TOO_OFTEN, 15))

    quiz.enter(neighbour, Slip(address, show(PASS_CODE)))

    neighbour.reads("Give the phone back")


def test_a_session_whose_last_mark_was_taken_back_meanwhile_is_not_closed(
    trainer: Visitor,
) -> None:
    session = sessions.plan(trainer, course="FDS-2J", first="2014-05-06", last="2014-05-06")
    sessions.add(trainer, session, Newcomer("KONÉ", "Issa", "Male", ARMY))
    attendance.call_roll(trainer, session, 1)
    attendance.touch(trainer, "KONÉ Issa")
    trainer.press("End the roll call")
    trainer.open(f"{session}/close")
    other_tab = trainer.in_another_tab()
    attendance.call_roll(other_tab, session, 1)
    other_tab.unfold("Take a mark back")
    other_tab.press("Take the mark back")
    other_tab.reads("The mark is saved.")

    trainer.press("Close the session")

    trainer.reads("The session is not closed.")
    trainer.reads("Something is still missing: see below. Nothing has been lost or changed.")
    trainer.open(f"{session}/people")
    trainer.sees("KONÉ Issa")
