from flask import Flask
from sqlalchemy import select

from lms.extensions import db
from lms.sessions.models import AttendanceMark
from tests.pages import read, text
from tests.sessions.given import given


def test_a_name_is_looked_for_without_losing_count(app: Flask) -> None:
    with app.app_context():
        it = given(people=3)
        client, path = it.browser(app), f"/sessions/{it.id}/roll"
    shown = read(client.get(path, query_string={"q": "exemple01"}))
    assert len(shown.findall(".//fieldset")) == 1
    assert "0 called of 3" in text(shown)


def test_a_search_saved_marks_those_found_alone(app: Flask) -> None:
    with app.app_context():
        it = given(people=3)
        client, path = it.browser(app), f"/sessions/{it.id}/roll"
        first = f"p{it.participations[0].id}"
    client.post(f"{path}?q=exemple00", data={first: "present", f"seen-{first}": "blank"})
    with app.app_context():
        marks = db.session.scalars(select(AttendanceMark.participation_id)).all()
    assert [f"p{marked}" for marked in marks] == [first]
