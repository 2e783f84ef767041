import pytest
from flask.testing import FlaskClient

from tests.figures.reports.given import begin


@pytest.mark.parametrize("file", [".json", ".xlsx", ".csv", ".pdf", "/sample.pdf", "/difference"])
def test_a_report_being_prepared_has_no_files(author: FlaskClient, file: str) -> None:
    address = begin(author)
    assert author.get(f"{address}{file}").status_code == 404
