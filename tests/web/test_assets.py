from pathlib import Path

import pytest
from flask import Flask

from lms.web import assets


def test_the_address_stays_while_the_files_do(tmp_path: Path) -> None:
    (tmp_path / "one.css").write_text("a {}")

    assert assets.address(tmp_path) == assets.address(tmp_path)


def test_one_changed_byte_makes_another_address(tmp_path: Path) -> None:
    (tmp_path / "one.css").write_text("a {}")
    before = assets.address(tmp_path)

    (tmp_path / "one.css").write_text("b {}")

    assert assets.address(tmp_path) != before


def test_a_new_file_makes_another_address(tmp_path: Path) -> None:
    before = assets.address(tmp_path)

    (tmp_path / "one.css").write_text("")

    assert assets.address(tmp_path) != before


@pytest.mark.parametrize("name", ["tokens.css", "kalanso.css", "motif.svg", "icon.svg"])
def test_a_static_file_is_kept_by_the_browser_for_good(app: Flask, name: str) -> None:
    with app.test_request_context():
        address = app.url_for("static", filename=name)

    with app.test_client().get(address) as response:
        assert response.status_code == 200
        assert "immutable" in response.headers["Cache-Control"]


def test_the_style_sheets_are_small_on_the_wire(app: Flask) -> None:
    client = app.test_client()
    with app.test_request_context():
        addresses = [app.url_for("static", filename=f"{n}.css") for n in ("tokens", "kalanso")]

    answers = [client.get(a, headers={"Accept-Encoding": "gzip"}) for a in addresses]

    assert sum(len(answer.data) for answer in answers) < 13_000
