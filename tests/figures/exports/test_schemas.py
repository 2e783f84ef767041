from flask import Flask

from lms.figures.exports import schemas


def test_a_form_is_read_where_links_lead(app: Flask) -> None:
    app.config["BASE_URL"] = "https://kalanso.example.org"
    with app.app_context():
        found = schemas.address(schemas.REPORT)
    assert found == "https://kalanso.example.org/api/v1/schemas/report.json"
