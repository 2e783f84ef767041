"""What each token opens: by its scopes, by what became of it, by what its owner may now."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from flask import Flask, g
from flask.testing import FlaskClient

from lms.accounts.actors import SYSTEM, Role
from lms.accounts.tokens.bearer import Bearer
from lms.accounts.tokens.errors import OutOfScope
from lms.accounts.tokens.kinds import Scope
from lms.figures.api.entrance import require_scopes
from lms.figures.release.cells import Audience
from lms.people.kinds import Sex
from tests.factories.accounts import ApiTokenFactory, whole
from tests.factories.figures import FactFactory
from tests.factories.people import CategoryFactory
from tests.factories.sessions import PlaceFactory
from tests.figures.api.conftest import Carry
from tests.figures.reports.given import prepared, published

DAY = date(2014, 3, 14)
MARCH = "from=2014-03-01&to=2014-03-31"
INSIDE = "audience=inside"
DATA = [
    f"/api/v1/figures?{MARCH}",
    f"/api/v1/figures?{MARCH}&{INSIDE}",
    f"/api/v1/facts?{MARCH}",
    "/api/v1/reports",
    "/api/v1/reports/R-2014-001",
    f"/api/v1/reports/R-2014-001?{INSIDE}",
    "/api/v1/categories",
    "/api/v1/places",
]


@pytest.fixture(autouse=True)
def _report(app: Flask, tmp_path: Path) -> None:
    with app.app_context():
        published(tmp_path)


def answers(client: FlaskClient) -> str:
    """Return what a program gets at each address, in the order of ``DATA``."""
    return " ".join(str(client.get(it).status_code) for it in DATA)


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


# Columns: figures, figures in full, facts, reports, a report, a report in full, codes (twice).
@pytest.mark.parametrize(
    ("scopes", "told"),
    [
        (["figures"], "200 403 403 403 403 403 200 200"),
        (["figures", "inside"], "200 200 403 403 403 403 200 200"),
        (["facts"], "403 403 200 403 403 403 200 200"),
        (["facts", "inside"], "403 403 200 403 403 403 200 200"),
        (["reports"], "403 403 403 200 200 403 200 200"),
        (["reports", "inside"], "403 403 403 200 200 200 200 200"),
        (["inside"], "403 403 403 403 403 403 200 200"),
    ],
    ids=str,
)
def test_a_token_opens_what_it_names(carry: Carry, scopes: list[str], told: str) -> None:
    assert answers(carry(scopes=scopes)) == told


@pytest.mark.parametrize(
    ("role", "told"),
    [
        (Role.ADMINISTRATOR, "200 200 200 200 200 200 200 200"),
        (Role.UNIT_HEAD, "200 200 200 200 200 200 200 200"),
        (Role.TRAINER, "200 403 403 403 403 403 200 200"),
        (Role.PARTICIPANT, "403 403 403 403 403 403 200 200"),
    ],
)
def test_a_token_may_no_more_than_its_owner_now(carry: Carry, role: Role, told: str) -> None:
    assert answers(carry(role=role)) == told


def test_a_report_that_is_not_published_is_nobodys(app: Flask, carry: Carry) -> None:
    with app.app_context():
        code = prepared().code
    for address in (f"/api/v1/reports/{code}", "/api/v1/reports/R-1999-999"):
        got = carry().get(address)
        assert got.status_code == 404
        assert got.get_json()["detail"] == "No report with this code is published."


def test_nobody_reads_the_facts_page_of_another_token_under_its_pseudonyms(
    app: Flask, carry: Carry
) -> None:
    with app.app_context():
        FactFactory.create_batch(2, last_day=DAY)
    link = carry().get(f"/api/v1/facts?{MARCH}&limit=1").get_json()["next"]
    one, other = (carry().get(link).get_json()["facts"] for _ in range(2))
    assert one[0]["id"] == other[0]["id"]
    assert one[0]["person"] != other[0]["person"]


def test_the_token_of_whoever_became_a_trainer_sees_their_regions(
    app: Flask, carry: Carry
) -> None:
    with app.app_context():
        own, other = PlaceFactory.create(), PlaceFactory.create()
        same = {"last_day": DAY, "sex": Sex.MALE, "category": CategoryFactory.create()}
        FactFactory.create_batch(6, place=own, **same)
        FactFactory.create_batch(7, place=other, **same)
        codes = own.code, other.code
    client = carry(role=Role.TRAINER, user__regions=[codes[0]])
    for asked, count in (("", 6), (f"&region={codes[0]}", 6), (f"&region={codes[1]}", 0)):
        assert client.get(f"/api/v1/figures?{MARCH}{asked}").get_json()["total"]["count"] == count


def test_wrong_tokens_are_held_up_and_right_ones_are_not(app: Flask) -> None:
    with app.app_context():
        right = whole(ApiTokenFactory.create())

    def send(token: str) -> int:
        return refused(app, f"Bearer {token}")

    assert {send(right) for _ in range(40)} == {200}
    assert [send("wrong") for _ in range(31)] == [401] * 30 + [429]


def admitted(*scopes: str) -> Bearer:
    """Return somebody whose token names these parts."""
    return Bearer(token_id=1, scopes=frozenset(scopes), actor=SYSTEM)


def test_full_numbers_need_their_own_scope_besides_that_of_the_part(app: Flask) -> None:
    with app.test_request_context():
        g.bearer = admitted("figures")
        assert require_scopes(Scope.FIGURES, Audience.OUTSIDE) is g.bearer
        with pytest.raises(OutOfScope, match="inside"):
            require_scopes(Scope.FIGURES, Audience.INSIDE)
        g.bearer = admitted("inside")
        with pytest.raises(OutOfScope, match="figures"):
            require_scopes(Scope.FIGURES, Audience.INSIDE)
        g.bearer = admitted("inside", "figures")
        assert require_scopes(Scope.FIGURES, Audience.INSIDE) is g.bearer
