import pytest
from flask import Flask
from flask.testing import FlaskClient

from lms.accounts.actors import Role
from lms.figures.versions import views
from tests.conftest import Browse
from tests.figures.versions.given import edge

TYPED = {
    "minimum_share": "80",
    "minimum_minutes": "60",
    "late_counts": "y",
    "smallest_adults": "5",
    "smallest_minors": "10",
    "reason": "Asked by headquarters.",
}


@pytest.fixture
def keeper(app: Flask, browse: Browse) -> FlaskClient:
    with app.app_context():
        edge()
    return browse(role=Role.UNIT_HEAD)


def propose(keeper: FlaskClient, **changes: str) -> str:
    answer = keeper.post("/rules/new", data=TYPED | changes)
    assert answer.status_code == 302
    return str(answer.location)


def test_a_proposal_is_shown_with_what_it_would_change(keeper: FlaskClient) -> None:
    page = keeper.get(propose(keeper)).text
    assert "Persons trained – Distinct persons" in page
    assert "trained → sensitized: 2" in page
    assert "Adopt these rules" in page


def test_once_adopted_the_figures_follow(keeper: FlaskClient) -> None:
    address = propose(keeper)
    assert keeper.post(f"{address}/adopt").location == "/rules/"
    assert "Counting rules no. 2" in keeper.get("/rules/").text
    assert "In force: no. 2" in keeper.get("/rules/").text
    page = keeper.get("/figures/?from=2010-01-01&to=2014-12-31").text
    assert "1 person was trained." in page
    assert "rules no. 2" in page
    assert "Adopt these rules" not in keeper.get(address).text


def test_it_is_adopted_once(keeper: FlaskClient) -> None:
    address = propose(keeper)
    keeper.post(f"{address}/adopt")
    assert keeper.post(f"{address}/adopt").location == address
    assert keeper.post(f"{address}/discard").location == address
    assert "never changes again" in keeper.get(address).text


def test_a_proposal_can_be_deleted(keeper: FlaskClient) -> None:
    address = propose(keeper)
    assert keeper.post(f"{address}/discard").location == "/rules/"
    assert keeper.get(address).status_code == 404


@pytest.mark.parametrize(
    "typed",
    [
        {"minimum_share": "0"},
        {"minimum_share": "many"},
        {"smallest_minors": "4"},
        {"reason": ""},
        {"reason": "x" * 301},
        {"minimum_share": "75"},
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    keeper: FlaskClient, typed: dict[str, str]
) -> None:
    answer = keeper.post("/rules/new", data=TYPED | typed)
    assert answer.status_code == 422


@pytest.mark.parametrize("asked", ["from=2014-02-01&to=2014-01-01", "from=x", "from=9999-99-99"])
def test_days_that_cannot_be_are_refused(keeper: FlaskClient, asked: str) -> None:
    assert keeper.get(f"{propose(keeper)}?{asked}").status_code == 422


def test_other_days_are_compared_alone(keeper: FlaskClient) -> None:
    page = keeper.get(f"{propose(keeper)}?from=2009-01-01&to=9999-12-31").text
    assert "trained → sensitized: 2" in page
    page = keeper.get(f"{propose(keeper)}?from=2009-01-01&to=2009-12-31").text
    assert "No total of these days would change." in page


def test_too_many_sessions_are_left_to_the_command(
    keeper: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "MOST_TRIED", 0)
    assert "lms rules try" in keeper.get(propose(keeper)).text
