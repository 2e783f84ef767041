from flask import Flask

from lms.extensions import db
from lms.sessions import pass_codes
from lms.sessions.kinds import ParticipationRole
from tests.pages import read, text
from tests.sessions.given import given


def test_each_participant_has_a_slip_with_both_codes(app: Flask) -> None:
    with app.app_context():
        it = given(people=3, short_code="GAO7")
        it.participations[2].role = ParticipationRole.TRAINER
        db.session.commit()
        codes = [pass_codes.show(person.pass_code) for person in it.participations]
        client, path = it.browser(app), f"/sessions/{it.id}/slips"
    page = read(client.get(path))
    slips = [text(slip) for slip in page.findall(".//li") if slip.get("class") == "slip"]
    assert len(slips) == 2
    assert all("GAO7" in slip and "/s/GAO7" in slip for slip in slips)
    assert [code in slip for code, slip in zip(codes, slips, strict=False)] == [True, True]


def test_without_anybody_the_page_says_whom_to_add(app: Flask) -> None:
    with app.app_context():
        it = given()
        client, path = it.browser(app), f"/sessions/{it.id}/slips"
    assert "No slip to print yet" in text(read(client.get(path)))


def test_the_picture_is_a_drawing_without_any_pass_code(app: Flask) -> None:
    with app.app_context():
        it = given(people=1)
        client, path = it.browser(app), f"/sessions/{it.id}/code.svg"
        code = it.participations[0].pass_code
    answer = client.get(path)
    assert answer.mimetype == "image/svg+xml"
    assert answer.text.startswith("<svg")
    assert code not in answer.text
