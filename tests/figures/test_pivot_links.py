"""Every number of a table of two dimensions leads to what is behind it."""

from datetime import date
from re import findall

from flask import Flask

from lms.accounts.actors import Role
from tests.conftest import Browse
from tests.factories.figures import FactFactory
from tests.factories.people import CategoryFactory
from tests.factories.sessions import ParticipationFactory
from tests.figures.given import DAY, MARCH


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
