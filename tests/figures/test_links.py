"""Every number leads to what is behind it, as readers of each role may see it."""

from datetime import date
from re import findall

import pytest
from flask import Flask

from lms.accounts.actors import Role
from lms.figures.counting.dimensions import Dimension
from lms.people.kinds import AgeGroup
from tests.conftest import Browse
from tests.factories.figures import FactFactory, HeadcountFactFactory
from tests.factories.people import CategoryFactory
from tests.factories.sessions import ParticipationFactory
from tests.figures.given import DAY, MARCH, record
from tests.pages import read, text


def links(page: str) -> list[str]:
    return [it.replace("&amp;", "&") for it in findall(r'href="(/figures/facts[^"]*)"', page)]


def test_what_is_not_specified_in_one_column_leads_to_its_facts(
    app: Flask, browse: Browse
) -> None:
    with app.app_context():
        early = FactFactory.create(last_day=DAY)
        part = CategoryFactory.create(parent=early.category)
        again = ParticipationFactory.create(person=early.person, category=part)
        FactFactory.create(participation=again, last_day=date(2014, 6, 1))
    client = browse(role=Role.UNIT_HEAD)
    page = client.get("/figures/pivot?from=2014-01-01&to=2014-12-31").text
    unspecified = [it for it in links(page) if "unspecified" in it]
    assert len(unspecified) == 1
    listed = client.get(unspecified[0])
    assert "Persons listed: 1. Participations: 1." in listed.text


def test_numbers_of_two_dimensions_lead_to_facts_for_those_who_read_names(
    app: Flask, browse: Browse
) -> None:
    with app.app_context():
        region = FactFactory.create(last_day=DAY).place.code
    path = f"/figures/pivot?{MARCH}"
    assert "/figures/facts" in browse(role=Role.UNIT_HEAD).get(path).text
    trainers = browse(role=Role.TRAINER, regions=(region,)).get(path).text
    assert "/figures/facts" not in trainers
    assert "Distinct persons" in trainers


@pytest.mark.parametrize("dimension", Dimension)
def test_every_number_leads_to_its_facts_whatever_its_rows_and_columns(
    app: Flask, browse: Browse, dimension: Dimension
) -> None:
    record(app, 2)
    client = browse(role=Role.UNIT_HEAD)
    for along in (f"rows={dimension}", f"rows=region&columns={dimension}"):
        addresses = {*links(client.get(f"/figures/pivot?{MARCH}&{along}").text)}
        assert addresses, along
        for it in addresses:
            listed = client.get(it)
            assert (listed.status_code, "Persons listed: 0" in listed.text) == (200, False), it
            assert "/figures/pivot?" in listed.text


def test_the_way_back_from_the_facts_is_the_table_they_were_asked_from(
    app: Flask, browse: Browse
) -> None:
    record(app)
    client = browse(role=Role.UNIT_HEAD)
    of_pivot = client.get(f"/figures/facts?{MARCH}&rows=sex&columns=month&line=total").text
    assert f"/figures/pivot?{MARCH}&rows=sex&columns=month".replace("&", "&amp;") in of_pivot
    of_totals = client.get(f"/figures/facts?{MARCH}&rows=quarter&line=total").text
    assert f"/figures/?{MARCH}&rows=quarter".replace("&", "&amp;") in of_totals


def test_people_counted_without_names_lead_to_their_counts_and_sessions(
    app: Flask, browse: Browse
) -> None:
    with app.app_context():
        held = HeadcountFactFactory.create(last_day=DAY, count=40, at_least=True)
        HeadcountFactFactory.create(last_day=date(2014, 6, 1), count=7)
        session = f"/sessions/{held.training_session_id}"
    client = browse(role=Role.UNIT_HEAD)
    asked = "from=2014-01-01&to=2014-12-31&measure=headcount_sensitized"
    addresses = links(client.get(f"/figures/pivot?{asked}").text)
    assert any("in=2014-Q1" in it for it in addresses)
    for it in addresses:
        listed = client.get(it).text
        first, second = "in=2014-Q1" in it, "in=2014-Q2" in it
        assert ("at least 40" in listed and session in listed) or not first
        assert "Counts listed: 1." in listed or not (first or second)


def test_the_newest_count_comes_first_whenever_it_was_written_down(
    app: Flask, browse: Browse
) -> None:
    with app.app_context():
        for day, count in ((date(2014, 3, 20), 31), (date(2014, 3, 5), 32)):
            HeadcountFactFactory.create(last_day=day, count=count)
    path = f"/figures/facts?{MARCH}&measure=headcount_sensitized&columns=quarter&line=total"
    page = read(browse(role=Role.UNIT_HEAD).get(path))
    assert [text(it) for it in page.iterfind(".//tbody/tr/th")] == ["31", "32"]


@pytest.mark.parametrize(("role", "led"), [(Role.UNIT_HEAD, True), (Role.TRAINER, False)])
def test_headcounts_of_the_totals_lead_on_where_every_session_may_be_read(
    app: Flask, browse: Browse, role: Role, led: bool
) -> None:
    with app.app_context():
        region = HeadcountFactFactory.create(last_day=DAY, count=40).place.code
    client = browse(role=role, regions=(region,) if role is Role.TRAINER else ())
    found = [it for it in links(client.get(f"/figures/?{MARCH}").text) if "headcount" in it]
    assert bool(found) == led
    for it in found:
        listed = client.get(it)
        assert (listed.status_code, "Counts listed: 1." in listed.text) == (200, True), it


def test_a_number_leads_to_the_names_and_sessions_behind_it(app: Flask, browse: Browse) -> None:
    (surname,) = record(app)
    client = browse(role=Role.UNIT_HEAD)
    assert "/figures/facts?line=total" in client.get(f"/figures/?{MARCH}").text
    listed = client.get(f"/figures/facts?{MARCH}&line=total")
    assert surname in listed.text
    assert "Persons listed: 1. Participations: 1." in listed.text


@pytest.mark.parametrize("role", [Role.UNIT_HEAD, Role.ADMINISTRATOR])
def test_a_name_leads_to_why_somebody_counts_for_whoever_reads_every_record(
    app: Flask, browse: Browse, role: Role
) -> None:
    record(app)
    client = browse(role=role)
    page = read(client.get(f"/figures/facts?{MARCH}&line=total"))
    links = [str(it.get("href")) for it in page.iterfind(".//tbody/tr/th/a")]
    assert [client.get(it).status_code for it in links] == [200] * (role is Role.UNIT_HEAD)


def test_a_minor_is_listed_under_a_pseudonym(app: Flask, browse: Browse) -> None:
    (surname,) = record(app, age_group=AgeGroup.MINOR)
    listed = browse(role=Role.UNIT_HEAD).get(f"/figures/facts?{MARCH}&line=total")
    assert surname not in listed.text
    assert "E-00" in listed.text


def test_an_armed_movement_is_never_named_nor_told_of_by_an_overlap(
    app: Flask, browse: Browse
) -> None:
    with app.app_context():
        movement = CategoryFactory.create(code="armed-movements")
        fact = FactFactory.create(last_day=DAY, category=movement)
        again = ParticipationFactory.create(person=fact.person)
        FactFactory.create(participation=again, last_day=DAY)
        surname = fact.person.surname.upper()
    client = browse(role=Role.UNIT_HEAD)
    listed = client.get(f"/figures/facts?{MARCH}&line=armed-movements")
    assert surname not in listed.text
    assert "No name shown" in listed.text
    assert read(listed).find(".//tbody/tr/th/a") is None
    overlap = client.get(f"/figures/facts?{MARCH}&line=overlap")
    assert surname not in overlap.text
    assert "1 person is not listed here" in overlap.text


def test_a_line_that_does_not_exist_is_not_found(browse: Browse) -> None:
    assert browse(role=Role.UNIT_HEAD).get("/figures/facts?line=nowhere").status_code == 404
