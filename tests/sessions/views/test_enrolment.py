from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from lms.accounts.actors import Role
from lms.extensions import db
from lms.people.models import Person
from lms.sessions.kinds import ParticipationRole, Status
from lms.sessions.models import Participation
from tests.conftest import Browse
from tests.factories.people import CategoryFactory, PersonFactory
from tests.factories.sessions import FacilitatorFactory
from tests.pages import read, text
from tests.sessions.given import given

Door = tuple[FlaskClient, str]


@pytest.fixture
def door(app: Flask) -> Door:
    """Return a trainer's browser, and where people are added to their session."""
    with app.app_context():
        it = given()
        return it.browser(app), f"/sessions/{it.id}/people"


def new_person(app: Flask, **changes: str) -> dict[str, str]:
    """Return what the form sends for somebody new."""
    with app.app_context():
        category = CategoryFactory.create().id
    usual = {
        "surname": "Diarra-Exemple",
        "given_names": "Fanta",
        "sex": "f",
        "category_id": str(category),
        "role": "participant",
        "birth": "30 ans",
        "phone": "76 27 14 68",
        "service_number": "00712",
        "rank": "Sgt",
    }
    return usual | changes


def persons(app: Flask) -> list[str]:
    with app.app_context():
        return [it.surname for it in db.session.scalars(select(Person).order_by(Person.id))]


def test_somebody_new_comes_in_with_a_pass_code(app: Flask, door: Door) -> None:
    client, base = door
    answer = client.post(f"{base}/add", data=new_person(app), follow_redirects=True)
    page = text(read(answer))
    assert "DIARRA-EXEMPLE Fanta is in the session, pass code" in page
    assert "1 participant" in page
    with app.app_context():
        stored = db.session.scalars(select(Participation)).one()
        assert (stored.rank, stored.person.phone) == ("Sgt", "+22376271468")
        assert stored.person.birth_date == date(1984, 1, 1)


def test_another_can_follow_at_once(app: Flask, door: Door) -> None:
    client, base = door
    answer = client.post(f"{base}/add", data=new_person(app, then="another"))
    assert answer.location == f"{base}/add"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"surname": ""}, "Write the surname."),
        ({"surname": "=SOMME(A1)"}, "A name does not begin with"),
        ({"given_names": "A" * 201}, "longer than 200 letters"),
        ({"birth": "hier"}, "Write a date such as 12/03/1984"),
        ({"phone": "12"}, "Write eight digits"),
        ({"category_id": ""}, "Choose a category."),
    ],
)
def test_a_mistake_is_explained_and_nothing_typed_is_lost(
    app: Flask, door: Door, changes: dict[str, str], said: str
) -> None:
    client, base = door
    answer = client.post(f"{base}/add", data=new_person(app, **changes))
    assert answer.status_code == 422
    assert said in text(read(answer))
    assert 'value="00712"' in answer.text
    assert persons(app) == []


def test_who_has_the_same_number_is_offered_first(app: Flask, door: Door) -> None:
    with app.app_context():
        known = PersonFactory.create(
            surname="Samaké-Exemple", service_number="712", service_number_key="712"
        ).id
    client, base = door
    form = new_person(app)
    answer = client.post(f"{base}/add", data=form)
    assert answer.status_code == 422
    assert "Somebody in the register has this service number." in text(read(answer))
    assert persons(app) == ["Samaké-Exemple"]
    same = {"person": known, "service_number": "00712", "role": "observer"}
    client.post(f"{base}/known", data=same)
    client.post(f"{base}/add", data=form | {"another": "1"})
    assert persons(app) == ["Samaké-Exemple", "Diarra-Exemple"]
    with app.app_context():
        roles = {it.person_id: it.role for it in db.session.scalars(select(Participation))}
    assert roles[known] is ParticipationRole.OBSERVER
    assert len(roles) == 2


def test_a_namesake_in_the_session_is_asked_about(app: Flask, door: Door) -> None:
    client, base = door
    form = new_person(app)
    client.post(f"{base}/add", data=form)
    again = form | {"service_number": "", "given_names": "FANTA"}
    answer = client.post(f"{base}/add", data=again)
    assert answer.status_code == 422
    assert "Somebody in this session has the same name." in text(read(answer))
    assert len(persons(app)) == 1
    client.post(f"{base}/add", data=again | {"another": "1"})
    assert len(persons(app)) == 2


def test_a_minor_among_the_forces_is_written_nowhere(app: Flask, door: Door) -> None:
    with app.app_context():
        army = str(CategoryFactory.create(code="malian-forces").id)
    client, base = door
    form = new_person(app, category_id=army, birth="15")
    answer = client.post(f"{base}/add", data=form)
    assert "Row not recorded: check the age outside this system" in text(read(answer))
    assert persons(app) == []


@pytest.mark.parametrize(("age", "warned"), [("11", True), ("12", False)])
def test_r12_who_is_younger_than_the_parliaments_own_members_comes_in_with_a_warning(
    app: Flask, door: Door, age: str, *, warned: bool
) -> None:
    client, base = door
    with app.app_context():
        parliament = CategoryFactory.create(
            code="childrens-parliament", label_en="Children’s Parliament", minors=True
        ).id
    sent = new_person(app, category_id=str(parliament), birth=age, phone="", service_number="")
    page = text(read(client.post(f"{base}/add", data=sent, follow_redirects=True)))
    assert "is in the session, pass code" in page
    assert ("Check the age: “Children’s Parliament” begins at 12 years." in page) is warned


def test_somebody_met_before_is_found_by_name_and_added_once(app: Flask) -> None:
    with app.app_context():
        before, now = given(people=1), given()
        FacilitatorFactory.create(training_session=now.training_session, user=before.trainer)
        client, base = before.browser(app), f"/sessions/{now.id}/people"
        known = before.participations[0].person_id
    page = text(read(client.post(f"{base}/find", data={"words": "exemple00"})))
    assert "EXEMPLE00 Awa, …710" in page
    for said in ("EXEMPLE00 Awa is in the session", "in the session already, as: participant."):
        answer = client.post(f"{base}/known", data={"person": known}, follow_redirects=True)
        assert said in text(read(answer))


def test_who_was_never_met_is_neither_found_nor_added(app: Flask, door: Door) -> None:
    client, base = door
    with app.app_context():
        stranger = PersonFactory.create(surname="Samaké-Exemple").id
    page = text(read(client.post(f"{base}/find", data={"words": "samaké"})))
    assert "Nobody found by that name." in page
    assert client.post(f"{base}/known", data={"person": stranger}).status_code == 404


@pytest.mark.parametrize("act", ["add", "known"])
def test_nobody_is_added_once_it_is_over(app: Flask, act: str) -> None:
    with app.app_context():
        it = given(people=1, status=Status.CLOSED)
        client, path = it.browser(app), f"/sessions/{it.id}/people/{act}"
        form = {"person": str(it.participations[0].person_id)}
    answer = client.post(path, data=form | new_person(app), follow_redirects=True)
    assert "The session is closed." in text(read(answer))


def test_an_administrator_adds_nobody(browse: Browse, door: Door) -> None:
    path = f"{door[1]}/add"
    assert browse(role=Role.ADMINISTRATOR).get(path).status_code == 403
