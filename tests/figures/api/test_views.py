from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from flask import Flask
from sqlalchemy import select

from lms import clock
from lms.accounts.actors import Role
from lms.accounts.models import AccessLog, User
from lms.accounts.tokens.models import ApiToken
from lms.extensions import db
from lms.figures.models import Fact
from lms.figures.release.cells import Audience
from lms.people.kinds import Sex
from tests.conftest import Browse
from tests.factories.figures import FactFactory, HeadcountFactFactory
from tests.factories.people import CategoryFactory
from tests.factories.sessions import ParticipationFactory, PlaceFactory
from tests.figures.api.conftest import Carry

if TYPE_CHECKING:
    from flask.testing import FlaskClient

DAY = date(2014, 3, 14)
MARCH = "from=2014-03-01&to=2014-03-31"
DATA = [
    f"/api/v1/figures?{MARCH}",
    f"/api/v1/facts?{MARCH}",
    "/api/v1/categories",
    "/api/v1/places",
    "/api/v1/reports",
]


def test_totals_add_up_and_say_what_was_asked(app: Flask, carry: Carry) -> None:
    with app.app_context():
        FactFactory.create_batch(2, last_day=DAY, sex=Sex.FEMALE)
        FactFactory.create(last_day=DAY, sex=Sex.MALE)
    got = carry().get(f"/api/v1/figures?{MARCH}&audience=inside").get_json()
    assert got["total"] == {"count": 3, "at_least": False, "masked": None}
    assert sum(it["count"] for it in got["lines"] if it["depth"] == 0) == 2 * 3
    assert (got["from"], got["to"], got["measure"], got["by"], got["audience"]) == (
        "2014-03-01",
        "2014-03-31",
        "persons_trained",
        "category",
        "inside",
    )
    assert got["lines"][-1]["columns"]["women"]["count"] == 2


def test_totals_are_for_outside_unless_asked(app: Flask, carry: Carry) -> None:
    with app.app_context():
        FactFactory.create_batch(3, last_day=DAY, sex=Sex.FEMALE)
    got = carry().get("/api/v1/figures?from=2014-03-10&to=2014-03-20").get_json()
    assert got["total"] == {"count": None, "at_least": False, "masked": "<5"}
    assert got["lines"][-1]["columns"]["men"] == {"count": 0, "at_least": False, "masked": None}
    assert (got["audience"], got["widened"]) == ("outside", True)
    assert (got["from"], got["to"]) == ("2014-03-01", "2014-03-31")


def test_totals_are_those_of_the_exported_file(app: Flask, carry: Carry, browse: Browse) -> None:
    with app.app_context():
        FactFactory.create_batch(7, last_day=DAY, sex=Sex.FEMALE)
        FactFactory.create_batch(2, last_day=DAY, sex=Sex.MALE)
    head = browse(role=Role.UNIT_HEAD)
    for audience in Audience:
        asked = f"{MARCH}&audience={audience}"
        file = head.get(f"/figures/totals.json?{asked}").get_json()["figures"]
        told = carry().get(f"/api/v1/figures?{asked}").get_json()["lines"]
        assert [(it["key"], it["count"]) for it in told if it["count"] != 0] == [
            (it["category"], it["count"]) for it in file if it["measure"] == "persons_trained"
        ]


def test_rows_measure_and_language_can_be_chosen(app: Flask, carry: Carry) -> None:
    with app.app_context():
        HeadcountFactFactory.create(last_day=DAY, count=40, at_least=True, outcome="sensitized")
    address = f"/api/v1/figures?{MARCH}&measure=headcount_sensitized&by=month"
    got = carry(locale="fr").get(address).get_json()
    assert [(it["code"], it["label"]) for it in got["lines"][:1]] == [("2014-03", "mars 2014")]
    assert got["total"] == {"count": 40, "at_least": True, "masked": None}


def test_totals_come_as_text_for_a_spreadsheet(app: Flask, carry: Carry) -> None:
    with app.app_context():
        FactFactory.create(last_day=DAY, sex=Sex.FEMALE)
    got = carry().get(f"/api/v1/figures?{MARCH}&format=csv")
    header, *_rows, total = got.text.splitlines()
    assert got.mimetype == "text/csv"
    assert header.startswith("key,kind,code,depth,label,men,women,")
    assert total == "total,total,,0,Distinct persons,0,<5,0,0,0,0,<5,no"


def test_a_past_moment_gives_what_was_known_then(app: Flask, carry: Carry) -> None:
    with app.app_context():
        FactFactory.create(last_day=DAY, recorded_at=datetime(2014, 4, 1, tzinfo=UTC))
        FactFactory.create(last_day=DAY, recorded_at=datetime(2014, 6, 1, tzinfo=UTC))
    client = carry()
    for part, more in (("figures", "&audience=inside"), ("facts", "")):
        got = client.get(f"/api/v1/{part}?{MARCH}&as_of=2014-05-01{more}").get_json()
        assert (len(got["facts"]) if part == "facts" else got["total"]["count"]) == 1


def test_facts_come_page_by_page_and_are_those_of_one_moment(app: Flask, carry: Carry) -> None:
    with app.app_context():
        ids = [it.id for it in FactFactory.create_batch(5, last_day=DAY)]
    client = carry()
    first = client.get(f"/api/v1/facts?{MARCH}&limit=2")
    with app.app_context():
        db.session.get_one(Fact, ids[3]).retracted_at = clock.now() + timedelta(hours=1)
        FactFactory.create(last_day=DAY, recorded_at=clock.now() + timedelta(hours=1))
        db.session.commit()
    found, page = [*first.get_json()["facts"]], first
    while page.get_json()["next"]:
        assert page.headers["Link"] == f'<{page.get_json()["next"]}>; rel="next"'
        page = client.get(page.get_json()["next"])
        assert page.status_code == 200
        found += page.get_json()["facts"]
    assert "Link" not in page.headers
    assert [it["id"] for it in found] == ids


def test_facts_name_nobody_and_call_the_same_person_the_same(app: Flask, carry: Carry) -> None:
    with app.app_context():
        fact = FactFactory.create(last_day=DAY)
        FactFactory.create(last_day=DAY, participation__person=fact.person)
        surname, number = fact.person.surname, fact.person_id
    one, other = carry(), carry()
    got = one.get(f"/api/v1/facts?{MARCH}")
    people = {it["person"] for it in got.get_json()["facts"]}
    assert len(people) == 1
    assert surname not in got.text
    assert f"E-{number:04}" not in got.text
    elsewhere = other.get(f"/api/v1/facts?{MARCH}").get_json()["facts"]
    assert people.isdisjoint({it["person"] for it in elsewhere})


def test_a_sensitive_place_is_told_as_its_region_alone(app: Flask, carry: Carry) -> None:
    with app.app_context():
        region = PlaceFactory.create(sensitive=True)
        FactFactory.create(last_day=DAY, place=region)
        FactFactory.create(last_day=DAY)
    hidden, open_ = carry().get(f"/api/v1/facts?{MARCH}").get_json()["facts"]
    assert hidden["place"] is None
    assert hidden["region"]
    assert {*open_["place"]} == {"release", "code"}


def test_reading_facts_is_noted_with_who_read(app: Flask, carry: Carry) -> None:
    carry().get(f"/api/v1/facts?{MARCH}")
    with app.app_context():
        line = db.session.scalars(select(AccessLog)).one()
        owner = db.session.scalars(select(User)).one()
        assert (line.target, line.actor_id) == ("facts:api", owner.id)


def test_using_a_token_is_noted(app: Flask, carry: Carry) -> None:
    carry().get("/api/v1/places")
    with app.app_context():
        assert db.session.scalars(select(ApiToken)).one().last_used_at is not None


def test_places_and_categories_come_page_by_page(app: Flask, carry: Carry) -> None:
    with app.app_context():
        FactFactory.create_batch(3, last_day=DAY)
    client = carry()
    for part in ("places", "categories"):
        whole_list = client.get(f"/api/v1/{part}").get_json()
        found, page = [], client.get(f"/api/v1/{part}?limit=1").get_json()
        while page["next"]:
            found += page[part]
            page = client.get(page["next"]).get_json()
        assert [*found, *page[part]] == whole_list[part]


def test_places_can_be_those_of_one_release(app: Flask, carry: Carry) -> None:
    with app.app_context():
        PlaceFactory.create(release="ml-2016")
        PlaceFactory.create(release="ml-2023")
    got = carry().get("/api/v1/places?release=ml-2016").get_json()["places"]
    assert {it["release"] for it in got} == {"ml-2016"}


@pytest.mark.parametrize("address", DATA)
def test_no_answer_sets_a_cookie_or_may_be_kept(carry: Carry, address: str) -> None:
    got = carry().get(address)
    assert got.status_code == 200
    assert "Set-Cookie" not in got.headers
    assert got.headers["Cache-Control"] == "no-store"
    assert {"Authorization", "Accept-Language"} <= {*got.vary}


def test_nothing_is_written_through_the_interface(carry: Carry) -> None:
    client: FlaskClient = carry()
    for address in DATA:
        assert client.post(address).status_code == 405


@pytest.mark.parametrize(
    ("asked", "parameter"),
    [("as_of=2014-05-01", "as_of"), ("region={0}&region={1}", "region")],
    ids=["as_of", "region"],
)
def test_what_two_answers_for_outside_would_tell_is_answered_for_inside_alone(
    app: Flask, carry: Carry, asked: str, parameter: str
) -> None:
    with app.app_context():
        codes = [FactFactory.create(last_day=DAY).place.code for _ in range(2)]
    client, address = carry(), f"/api/v1/figures?{MARCH}&{asked.format(*codes)}"
    refused = client.get(address)
    assert refused.status_code == 422
    assert refused.get_json()["errors"][0]["parameter"] == parameter
    assert refused.get_json()["detail"].startswith("For outside,")
    assert client.get(f"{address}&audience=inside").status_code == 200


def test_no_fact_of_an_armed_movement_leads_to_the_other_facts_of_its_member(
    app: Flask, carry: Carry
) -> None:
    with app.app_context():
        movement = CategoryFactory.create(code="armed-movements")
        part = CategoryFactory.create(parent=movement)
        fact = FactFactory.create(last_day=DAY, category=movement)
        for more in ({"category": part}, {}):
            again = ParticipationFactory.create(person=fact.person)
            FactFactory.create(participation=again, last_day=DAY, **more)
    told = carry().get(f"/api/v1/facts?{MARCH}").get_json()["facts"]
    assert [bool(it["person"]) for it in told] == [False, False, True]
    assert all("person" in it for it in told)
