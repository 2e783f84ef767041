"""Every number of a table of two dimensions leads to what is behind it."""

from datetime import date
from re import findall

import pytest
from flask import Flask

from lms.accounts.actors import Role
from lms.figures.counting.dimensions import Dimension
from tests.conftest import Browse
from tests.factories.figures import FactFactory, HeadcountFactFactory
from tests.factories.people import CategoryFactory
from tests.factories.sessions import ParticipationFactory
from tests.figures.given import DAY, MARCH, record


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
        text = client.get(it).text
        first, second = "in=2014-Q1" in it, "in=2014-Q2" in it
        assert ("at least 40" in text and session in text) or not first
        assert "Counts listed: 1." in text or not (first or second)


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
