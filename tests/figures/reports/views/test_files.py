import json
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator

from lms.figures.reports.proving import verifying
from lms.figures.reports.proving.verifying import Found
from lms.lib.keys import Key
from tests.figures.reports.given import begin


@pytest.mark.parametrize("asked", ["", "?audience=inside"])
def test_the_file_of_a_report_verifies_until_it_is_touched(
    app: Flask, author: FlaskClient, second: FlaskClient, asked: str
) -> None:
    address = begin(author)
    second.post(f"{address}/publish")
    content = author.get(f"{address}.json{asked}").data
    public = Key.kept_at(Path(app.config["HOME"]) / "keys" / "reports").public
    assert verifying.of_file(content, public=public) is Found.GENUINE
    assert verifying.of_file(content, public="00" * 32) is Found.OTHER_KEY
    touched = json.loads(content)
    form = author.get(touched["$schema"].removeprefix(app.config["BASE_URL"])).data
    Draft202012Validator(json.loads(form)).validate(touched)
    touched["report"]["to"] = "2015-12-31"
    assert verifying.of_file(json.dumps(touched).encode(), public=public) is Found.FALSE_SIGNATURE


def test_every_file_is_for_outside_unless_asked(author: FlaskClient, second: FlaskClient) -> None:
    address = begin(author)
    second.post(f"{address}/publish")
    for suffix in ("pdf", "xlsx", "csv", "json"):
        outside, inside = (
            author.get(f"{address}.{suffix}{it}") for it in ("", "?audience=inside")
        )
        assert (outside.status_code, inside.status_code) == (200, 200)
        assert "inside" not in outside.headers["Content-Disposition"]
        assert f"-inside.{suffix}" in inside.headers["Content-Disposition"]
    assert "For outside the unit" in author.get(f"{address}.csv").text
