"""A list of headcounts from the file to the session, in a browser."""

import pytest
from flask import Flask
from sqlalchemy import select

from lms.courses.models import CourseKind
from lms.extensions import db
from lms.sessions.models import Headcount, TrainingSession
from lms.sessions.outcome import Outcome
from tests.lists.given import DATA, csv, desk_of

NORTH = (DATA / "nord-2015-sensibilisation.csv").read_bytes()
ROWS = b"Lieu;Categorie;Hommes;Femmes\nGao;Imams;3;4\nKidal;Imams;x;1"


def outcomes(app: Flask) -> list[Outcome]:
    with app.app_context():
        return list(db.session.scalars(select(Headcount.outcome)))


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en", ("This list counts people without naming them.", "1,147", "3,098")),
        ("fr", ("Cette liste compte des personnes sans les nommer.", "1\u202f147", "3\u202f098")),
    ],
)
def test_the_sums_of_the_list_are_shown_before_anything_is_recorded(
    app: Flask, locale: str, said: tuple[str, ...]
) -> None:
    page = desk_of(app, slots=2, locale=locale).hand_in(NORTH).text
    assert all(it in page for it in said)
    assert outcomes(app) == []


def test_rows_are_recorded_as_sensitized_or_if_asked_as_trained(app: Flask) -> None:
    desk = desk_of(app)
    desk.hand_in(ROWS)
    page = desk.post("/lists/1/apply", as_trained="y").text
    assert "1 row is recorded." in page
    assert "a number of people was not understood" in page
    assert outcomes(app) == [Outcome.TRAINED] * 2


def test_a_sensitization_does_not_ask_whether_people_were_trained(app: Flask) -> None:
    desk = desk_of(app)
    with app.app_context():
        training_session = db.session.get_one(TrainingSession, desk.session_id)
        training_session.course_version.course.kind = CourseKind.SENSITIZATION
        db.session.commit()
    page = desk.hand_in(ROWS).text
    assert 'name="as_trained"' not in page
    desk.post("/lists/1/apply")
    assert outcomes(app) == [Outcome.SENSITIZED] * 2


def test_the_page_of_columns_shows_what_the_numbers_are_read_as(app: Flask) -> None:
    desk = desk_of(app)
    desk.hand_in(ROWS)
    page = desk.client.get("/lists/1/columns").text
    assert "The first rows as they are read now" in page
    assert "Slots of the session" not in page
    changed = desk.post(
        "/lists/1/columns",
        column_0="other",
        column_1="category",
        column_2="women",
        column_3="men",
        category_id=desk.category_id,
    ).text
    assert "This is what will be recorded" in changed


def test_the_page_of_columns_shows_the_first_people_as_they_are_read(app: Flask) -> None:
    desk = desk_of(app)
    desk.hand_in(csv("M. TRAORÉ;Sgt Awa;F;44/6386;1984;P"))
    page = desk.client.get("/lists/1/columns").text
    row = page[page.index("The first rows as they are read now") :]
    assert "<td>TRAORÉ</td>" in row
    assert "<td>Awa</td>" in row
    assert "<td>1984</td>" in row
