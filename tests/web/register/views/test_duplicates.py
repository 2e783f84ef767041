import pytest
from flask import Flask
from flask.testing import FlaskClient

from lms.accounts.actors import Role
from tests import pages
from tests.conftest import Browse
from tests.factories.people import PersonFactory, PersonNameFactory
from tests.web.register.views.conftest import Asked


@pytest.mark.parametrize("locale", ["fr", "en"])
@pytest.mark.parametrize("waiting", [True, False])
def test_the_report_is_well_made_in_both_languages(
    app: Flask, browse: Browse, request: pytest.FixtureRequest, locale: str, *, waiting: bool
) -> None:
    if waiting:
        request.getfixturevalue("doubt")
    app.config["WTF_CSRF_ENABLED"] = True
    answer = browse(role=Role.UNIT_HEAD, locale=locale).get("/people/duplicates")
    pages.check(answer, locale=locale)


def test_pairs_stand_with_their_likelihood_in_words(head: FlaskClient, doubt: Asked) -> None:
    page = pages.read(head.get("/people/duplicates"))
    said = pages.text(pages.one(page, "main"))
    assert "1 pair to decide." in said
    assert "Almost certainly the same person." in said
    links = [it.get("href") for it in page.findall(".//tbody//a")]
    assert links == [f"/matches/{doubt.id}"]


def test_looking_again_finds_each_pair_once(app: Flask, head: FlaskClient) -> None:
    with app.app_context():
        for _each in range(2):
            person = PersonFactory.create(surname="Diarra", phone="+22376000017")
            PersonNameFactory.create(person=person, surname="Diarra", name_key="jara|awa")
    for said in ("1 new doubt found.", "Nothing new"):
        answer = head.post("/people/duplicates")
        assert said in head.get(answer.location).text
