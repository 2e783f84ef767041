import json
import re
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator

from lms.accounts.actors import Role
from tests.conftest import Browse
from tests.figures.api.conftest import Carry
from tests.figures.reports.given import published

MARCH = "from=2014-03-01&to=2014-03-31"


@pytest.fixture
def described(stranger: FlaskClient) -> Any:  # noqa: ANN401 - JSON of any shape
    """Return the description as anybody gets it."""
    return stranger.get("/api/v1/openapi.json").get_json()


def test_every_address_is_described_with_its_parameters(described: dict[str, Any]) -> None:
    found = {
        path: [
            it["name"] for it in (*methods.get("parameters", ()), *methods["get"]["parameters"])
        ]
        for path, methods in described["paths"].items()
    }
    period = ["from", "to", "as_of", "region"]
    assert {path: {*names} for path, names in found.items()} == {
        "/api/v1/figures": {*period, "measure", "by", "format", "audience"},
        "/api/v1/facts": {*period, "limit", "cursor"},
        "/api/v1/categories": {"limit", "cursor"},
        "/api/v1/places": {"limit", "cursor", "release"},
        "/api/v1/reports": {"limit", "cursor"},
        "/api/v1/reports/{code}": {"code", "audience"},
    }


def test_what_it_refers_to_is_there(described: dict[str, Any]) -> None:
    names = set(re.findall(r"'#/components/(\w+)/(\w+)'", str(described)))
    assert names
    assert all(name in described["components"][kind] for kind, name in names)


def test_it_says_how_to_come_in_and_what_an_error_looks_like(described: dict[str, Any]) -> None:
    assert described["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
    problem = described["components"]["schemas"]["Problem"]["properties"]
    assert {"type", "title", "status", "detail"} <= problem.keys()


def test_it_speaks_the_language_asked_for(stranger: FlaskClient) -> None:
    headers = {"Accept-Language": "fr"}
    got = stranger.get("/api/v1/openapi.json", headers=headers).get_json()
    assert got["paths"]["/api/v1/figures"]["get"]["summary"] == "Totaux d’une période"


ANSWERS = {
    f"figures?{MARCH}": "FiguresAnswer",
    f"facts?{MARCH}": "FactsAnswer",
    "categories": "CategoriesAnswer",
    "places": "PlacesAnswer",
    "reports": "ReportsAnswer",
    "reports/R-2014-001": "ReportAnswer",
}


@pytest.mark.parametrize("path", ANSWERS)
def test_an_answer_has_the_fields_described_and_no_others(
    app: Flask, carry: Carry, tmp_path: Path, described: dict[str, Any], path: str
) -> None:
    with app.app_context():
        published(tmp_path)
    got = carry().get(f"/api/v1/{path}").get_json()
    fields = described["components"]["schemas"][ANSWERS[path]]["properties"]
    assert got.keys() == fields.keys()


@pytest.mark.parametrize("name", ["figures", "report"])
def test_the_form_of_each_file_is_read_by_anybody(stranger: FlaskClient, name: str) -> None:
    got = stranger.get(f"/api/v1/schemas/{name}.json")
    assert (got.status_code, got.mimetype) == (200, "application/schema+json")
    form = json.loads(got.data)
    Draft202012Validator.check_schema(form)
    assert form["$id"].endswith(f"/api/v1/schemas/{name}.json")


def test_there_is_no_other_form(stranger: FlaskClient) -> None:
    for name in ("facts", "..%2Ffigures", "figures.schema"):
        assert stranger.get(f"/api/v1/schemas/{name}.json").status_code == 404


def test_a_file_leads_to_the_form_that_it_has(
    app: Flask, stranger: FlaskClient, browse: Browse
) -> None:
    document = browse(role=Role.UNIT_HEAD).get(f"/figures/totals.json?{MARCH}").get_json()
    base = app.config["BASE_URL"]
    assert document["$schema"].startswith(base)
    form = json.loads(stranger.get(document["$schema"].removeprefix(base)).data)
    assert form["$id"] == document["$schema"]
    Draft202012Validator(form).validate(document)
