import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from lms.accounts.actors import Role
from lms.courses.models import CourseKind
from lms.extensions import db
from lms.people.kinds import AgeGroup, Sex
from lms.sessions.kinds import Status
from lms.sessions.models import Headcount
from tests.conftest import Browse
from tests.factories.people import CategoryFactory
from tests.factories.sessions import HeadcountFactory
from tests.pages import read, text
from tests.sessions.given import given


def category(app: Flask, **changes: object) -> int:
    with app.app_context():
        made: int = CategoryFactory.create(**changes).id
        return made


def cells(answer: TestResponse) -> list[list[str]]:
    """Return what the table says, line by line."""
    lines = read(answer).findall(".//tbody/tr")
    return [[text(cell) for cell in line] for line in lines]


def test_people_are_counted_by_sex_and_age(app: Flask) -> None:
    with app.app_context():
        it = given()
        client, path = it.browser(app), f"/sessions/{it.id}/headcounts"
    form = {
        "category_id": category(app, label_en="Teachers"),
        "outcome": "sensitized",
        "men": "12",
        "women": "30",
        "girls": "1200",
        "at_least": "y",
    }
    answer = client.post(path, data=form, follow_redirects=True)
    assert "The headcount is saved." in text(read(answer))
    numbers = ["12", "30", "0", "0", "1,200", "0", "at least 1,242"]
    assert cells(answer) == [["Teachers Sensitized", *numbers]]
    with app.app_context():
        stored = {(it.age_group, it.sex): it.count for it in db.session.scalars(select(Headcount))}
    assert stored[AgeGroup.MINOR, Sex.FEMALE] == 1200


def test_lines_add_up_to_the_total(app: Flask) -> None:
    with app.app_context():
        it = given()
        for count in (12, 30):
            HeadcountFactory.create(training_session=it.training_session, count=count)
        client, path = it.browser(app), f"/sessions/{it.id}/headcounts"
    assert cells(client.get(path))[-1] == ["Total", "0", "42", "0", "0", "0", "0", "42"]


def test_a_category_opens_its_numbers_for_change(app: Flask) -> None:
    with app.app_context():
        it = given()
        stored = HeadcountFactory.create(training_session=it.training_session, at_least=True)
        client, path = it.browser(app), f"/sessions/{it.id}/headcounts"
        form = {"category_id": stored.category_id, "outcome": "sensitized", "women": "0"}
    shown = client.get(f"{path}?category={form['category_id']}&outcome=sensitized").text
    assert 'name="women" type="number" value="12"' in shown
    page = text(read(client.post(path, data=form, follow_redirects=True)))
    assert "People counted, not named" not in page


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"men": ""}, "Write at least one number."),
        ({"men": "-3"}, "Write a whole number, 0 or more."),
        ({"category_id": ""}, "Choose a category."),
    ],
)
def test_a_mistake_is_explained(app: Flask, changes: dict[str, str], said: str) -> None:
    with app.app_context():
        it = given()
        client, path = it.browser(app), f"/sessions/{it.id}/headcounts"
    form = {"category_id": str(category(app)), "outcome": "sensitized", "men": "3"}
    answer = client.post(path, data=form | changes)
    assert answer.status_code == 422
    assert said in text(read(answer))


def test_minors_among_the_forces_are_not_recorded(app: Flask) -> None:
    with app.app_context():
        it = given()
        client, path = it.browser(app), f"/sessions/{it.id}/headcounts"
    form = {
        "category_id": category(app, code="malian-forces"),
        "outcome": "sensitized",
        "boys": "3",
    }
    answer = client.post(path, data=form)
    assert "Minors are not recorded in this category" in text(read(answer))


def test_a_sensitization_offers_no_training(app: Flask) -> None:
    with app.app_context():
        it = given(course_version__course__kind=CourseKind.SENSITIZATION)
        client, path = it.browser(app), f"/sessions/{it.id}/headcounts"
    assert "Counted as trained" not in text(read(client.get(path)))


def test_who_may_not_count_reads(app: Flask, browse: Browse) -> None:
    with app.app_context():
        path = f"/sessions/{given().id}/headcounts"
    client = browse(role=Role.ADMINISTRATOR)
    assert "Nobody was counted without a name" in text(read(client.get(path)))
    assert client.post(path).status_code == 403


def test_nobody_is_counted_once_it_is_over(app: Flask) -> None:
    with app.app_context():
        it = given(status=Status.CLOSED)
        client, path = it.browser(app), f"/sessions/{it.id}/headcounts"
    form = {"category_id": category(app), "outcome": "sensitized", "men": "3"}
    page = text(read(client.post(path, data=form, follow_redirects=True)))
    assert "The session is closed." in page
