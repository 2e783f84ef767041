"""What each token opens: by its scopes, by what became of it, by what its owner may now."""

from datetime import UTC, date, datetime

import pytest
from flask import Flask

from lms.accounts.actors import Role
from tests.factories.accounts import ApiTokenFactory, whole
from tests.factories.figures import FactFactory
from tests.figures.api.conftest import Carry

DAY = date(2014, 3, 14)
MARCH = "from=2014-03-01&to=2014-03-31"
DATA = [
    f"/api/v1/figures?{MARCH}",
    f"/api/v1/facts?{MARCH}",
    "/api/v1/categories",
    "/api/v1/places",
]


def refused(app: Flask, header: str) -> int:
    """Return what a program with that header gets."""
    client = app.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = header
    return client.get("/api/v1/places").status_code


@pytest.mark.parametrize(
    "changes",
    [
        {"revoked_at": datetime(2015, 1, 1, tzinfo=UTC)},
        {
            "created_at": datetime(2015, 1, 1, tzinfo=UTC),
            "expires_at": datetime(2015, 2, 1, tzinfo=UTC),
        },
        {"user__active": False},
    ],
)
def test_a_token_that_died_opens_nothing(carry: Carry, changes: dict[str, object]) -> None:
    client = carry(**changes)
    for address in DATA:
        got = client.get(address)
        assert got.status_code == 401
        assert got.headers["WWW-Authenticate"].startswith("Bearer")


def test_only_the_whole_token_as_a_bearer_opens(app: Flask) -> None:
    with app.app_context():
        right = whole(ApiTokenFactory.create())
        other = whole(ApiTokenFactory.create())
    assert refused(app, f"Bearer {right}") == 200
    mixed = right[:14] + "_" + "1" * 48
    for header in ("", "Bearer", f"Basic {right}", f"Bearer {mixed}", f"Bearer {right}0", right):
        assert refused(app, header) == 401
    assert right != other


@pytest.mark.parametrize(
    ("scopes", "figures", "facts"),
    [(["figures"], 200, 403), (["facts"], 403, 200), (["reports"], 403, 403)],
)
def test_a_token_opens_what_it_names(
    carry: Carry, scopes: list[str], figures: int, facts: int
) -> None:
    client = carry(scopes=scopes)
    got = [client.get(address).status_code for address in DATA]
    assert got == [figures, facts, 200, 200]


@pytest.mark.parametrize(
    ("role", "figures", "facts"),
    [
        (Role.ADMINISTRATOR, 200, 200),
        (Role.UNIT_HEAD, 200, 200),
        (Role.TRAINER, 200, 403),
        (Role.PARTICIPANT, 403, 403),
    ],
)
def test_a_token_may_no_more_than_its_owner_now(
    carry: Carry, role: Role, figures: int, facts: int
) -> None:
    client = carry(role=role)
    got = [client.get(address).status_code for address in DATA[:2]]
    assert got == [figures, facts]


def test_the_token_of_whoever_became_a_trainer_sees_their_regions(
    app: Flask, carry: Carry
) -> None:
    with app.app_context():
        own = FactFactory.create(last_day=DAY).place.code
        other = FactFactory.create(last_day=DAY).place.code
    client = carry(role=Role.TRAINER, user__regions=[own])
    for asked, count in (("", 1), (f"&region={own}", 1), (f"&region={other}", 0)):
        assert client.get(f"/api/v1/figures?{MARCH}{asked}").get_json()["total"]["count"] == count


def test_wrong_tokens_are_held_up_and_right_ones_are_not(app: Flask) -> None:
    with app.app_context():
        right = whole(ApiTokenFactory.create())

    def send(token: str) -> int:
        return refused(app, f"Bearer {token}")

    assert {send(right) for _ in range(40)} == {200}
    assert [send("wrong") for _ in range(31)] == [401] * 30 + [429]
