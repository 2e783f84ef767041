from pathlib import Path

import pytest
from flask import Flask

from lms.figures.release.cells import Audience
from lms.figures.reports import freezing
from lms.figures.reports.proving import verifying
from lms.figures.reports.proving.verifying import Found
from lms.lib.keys import Key
from tests.factories.figures import FactFactory
from tests.figures.api.conftest import Carry
from tests.figures.reports.given import WINDOW, prepared, published


def codes_of(count: int, tmp_path: Path) -> list[str]:
    """Return the codes of published reports, newest first, one more being prepared."""
    made = [published(tmp_path).code for _ in range(count)]
    prepared()
    return made[::-1]


def test_published_reports_come_page_by_page_the_newest_first(
    app: Flask, carry: Carry, tmp_path: Path
) -> None:
    with app.app_context():
        codes = codes_of(3, tmp_path)
    client = carry()
    page = client.get("/api/v1/reports?limit=2")
    assert page.headers["Link"] == f'<{page.get_json()["next"]}>; rel="next"'
    found = page.get_json()["reports"]
    last = client.get(page.get_json()["next"]).get_json()
    assert [it["code"] for it in (*found, *last["reports"])] == codes
    assert last["next"] is None


@pytest.mark.parametrize(("audience", "shown"), [("outside", None), ("inside", 3)])
def test_a_report_verifies_as_it_comes_for_either_audience(
    app: Flask, carry: Carry, tmp_path: Path, audience: str, shown: int | None
) -> None:
    with app.app_context():
        FactFactory.create_batch(3, last_day=WINDOW.last)
        report = published(tmp_path)
        code, digest = report.code, report.digest
        signature = freezing.signed(report, Audience(audience))["signature"]
    got = carry().get(f"/api/v1/reports/{code}?audience={audience}")
    said = got.get_json()
    assert (
        verifying.of_file(got.data, public=Key.kept_at(tmp_path / "key").public) is Found.GENUINE
    )
    assert (said["digest"], said["signature"], said["audience"]) == (digest, signature, audience)
    total = said["report"]["measures"]["persons_trained"]["category"][-1]["cells"]
    assert total.get("total", sum(filter(None, total.values()))) == shown
    assert said["from"] == WINDOW.first.isoformat()


def test_a_report_is_for_outside_unless_asked(app: Flask, carry: Carry, tmp_path: Path) -> None:
    with app.app_context():
        code = published(tmp_path).code
    assert carry().get(f"/api/v1/reports/{code}").get_json()["audience"] == "outside"


def test_a_missing_report_is_a_problem_in_the_language_asked_for(carry: Carry) -> None:
    got = carry(locale="fr").get("/api/v1/reports/R-2014-009")
    assert (got.status_code, got.mimetype) == (404, "application/problem+json")
    assert got.get_json()["detail"] == "Aucun rapport publié ne porte ce code."
