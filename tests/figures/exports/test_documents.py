import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from lms.figures import exports
from lms.figures.counting.dimensions import RELEASED, Dimension
from lms.figures.release.gate import Release
from tests.factories.figures import DeclaredFigureFactory
from tests.figures.exports.given import ORIGIN, THIRTY_AND_THREE, inside, released
from tests.house import ROOT

pytestmark = pytest.mark.usefixtures("database")
SCHEMA = Path(ROOT, "lms/figures/exports/data/figures.schema.json")


def document(release: Release, dimension: Dimension = Dimension.CATEGORY) -> dict[str, Any]:
    entries = exports.entries(release, dimension)
    found: dict[str, Any] = json.loads(
        exports.as_json(release, entries, ORIGIN, row=str(dimension))
    )
    return found


@pytest.mark.parametrize("dimension", RELEASED)
def test_every_document_fits_the_published_schema(dimension: Dimension) -> None:
    DeclaredFigureFactory.create()
    schema = json.loads(SCHEMA.read_text())
    Draft202012Validator.check_schema(schema)
    for release in (inside(), released(THIRTY_AND_THREE), released()):
        Draft202012Validator(schema).validate(document(release, dimension))


def test_the_schema_refuses_a_masked_number_that_is_zero() -> None:
    wrong = document(released(THIRTY_AND_THREE[:36]))
    masked = next(it for it in wrong["figures"] if "masked" in it)
    masked["count"] = 0
    assert not Draft202012Validator(json.loads(SCHEMA.read_text())).is_valid(wrong)


def test_a_masked_number_is_null_and_says_why() -> None:
    [found] = [
        it
        for it in document(released(THIRTY_AND_THREE[:36]))["figures"]
        if it["category"] == "partners-un" and it["measure"] == "persons_trained"
    ]
    assert (found["count"], found["masked"]) == (None, "<5")


def test_published_figures_stand_beside_the_recorded_ones() -> None:
    DeclaredFigureFactory.create(count=358)
    assert [it["count"] for it in document(inside())["published"]] == [358]
