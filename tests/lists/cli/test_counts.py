"""What the command says of a list of headcounts."""

from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from lms.extensions import db
from lms.lists.cli import import_list
from lms.people import reference
from tests.lists.given import DATA


@pytest.fixture(autouse=True)
def _categories(app: Flask) -> None:
    with app.app_context():
        reference.load()
        db.session.commit()


def run(app: Flask, path: Path) -> Result:
    app.config["COMMAND_LOCALE"] = "en"
    return app.test_cli_runner().invoke(import_list, [str(path)])


def test_the_sums_are_said(app: Flask) -> None:
    answer = run(app, DATA / "nord-2015-sensibilisation.csv")
    assert answer.exit_code == 0
    assert "Men 982, Women 1,147" in answer.output
    assert "in all 3,098" in answer.output


def test_a_row_that_counts_nothing_is_told(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes(b"Lieu;Hommes;Femmes\nGao;3;4\nKidal;x;1")
    assert "row 3: a number of people was not understood" in run(app, path).output
