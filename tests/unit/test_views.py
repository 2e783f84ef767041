import pytest
from flask import Flask

from lms.accounts.actors import Role
from lms.unit import queries
from tests.conftest import Browse
from tests.pages import check, one
from tests.unit.test_forms import WRITTEN


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_profile_is_shown_before_anybody_has_written_it(browse: Browse, locale: str) -> None:
    page = check(browse(role=Role.ADMINISTRATOR, locale=locale).get("/unit/"), locale=locale)
    assert one(page, "input[@name='certificate_prefix']").get("value") == "CP"


def test_the_profile_is_saved(app: Flask, browse: Browse) -> None:
    client = browse(role=Role.ADMINISTRATOR)
    answer = client.post("/unit/", data=WRITTEN | {"feminine_ranks": "y"}, follow_redirects=True)
    assert "The profile is saved." in answer.text
    with app.app_context():
        profile = queries.profile()
    assert (profile.name_en, profile.feminine_ranks) == ("Trial Cell", True)


def test_what_was_typed_stays_when_something_is_missing(browse: Browse) -> None:
    answer = browse(role=Role.ADMINISTRATOR).post("/unit/", data=WRITTEN | {"place": ""})
    assert answer.status_code == 422
    assert "Trial Cell" in answer.text
    assert "Write this; it stands on certificates." in answer.text


@pytest.mark.parametrize("role", [Role.TRAINER, Role.UNIT_HEAD, Role.PARTICIPANT])
def test_only_an_administrator_names_the_unit(browse: Browse, role: Role) -> None:
    client = browse(role=role)
    assert client.get("/unit/").status_code == 403
    assert client.post("/unit/", data=WRITTEN).status_code == 403
