from pathlib import Path

import pytest
from click import Command
from click.testing import Result
from flask import Flask

from lms.accounts.actors import Role
from lms.extensions import db
from lms.figures.targets import queries
from lms.figures.targets.cli import import_strengths, import_targets
from lms.figures.targets.values import Kind
from lms.people import reference as categories
from tests.factories.accounts import UserFactory
from tests.figures.targets.given import AIM, ROTATION

ROW = "persons_trained,mission,,2014-01-01,2014-12-31,40,Plan\n"
UNIT = "mission-military,Contingent A,Rotation 1,,2014-01-01,2014-12-31,,Lettre\n"


@pytest.fixture(autouse=True)
def _known(app: Flask) -> None:
    with app.app_context():
        categories.load()
        db.session.commit()


def run(app: Flask, *words: object, command: Command = import_targets) -> Result:
    app.config["COMMAND_LOCALE"] = "en"
    return app.test_cli_runner().invoke(command, [str(it) for it in words])


def written(folder: Path, content: str, name: str = "cibles.csv") -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def standing(app: Flask, kind: Kind = Kind.TARGETS) -> int:
    with app.app_context():
        return len(queries.standing(kind))


def test_without_apply_a_file_is_read_and_nothing_entered(app: Flask, tmp_path: Path) -> None:
    answer = run(app, written(tmp_path, AIM + ROW))
    assert answer.exit_code == 0
    assert "cibles.csv:2: New · Mission personnel" in answer.output
    assert standing(app) == 0


def test_with_apply_every_row_is_entered(app: Flask, tmp_path: Path) -> None:
    answer = run(app, written(tmp_path, AIM + ROW), "--apply")
    assert "Entered: 1. Changed: 0. Left as they were: 0." in answer.output
    answer = run(app, written(tmp_path, ROTATION + UNIT), "--apply", command=import_strengths)
    assert "not declared" in answer.output
    assert (standing(app), standing(app, Kind.STRENGTHS)) == (1, 1)


def test_one_bad_row_in_any_file_enters_nothing(app: Flask, tmp_path: Path) -> None:
    good = written(tmp_path, AIM + ROW)
    bad = written(tmp_path, AIM + ROW.replace("40", "many"), "autres.csv")
    answer = run(app, good, bad, "--apply")
    assert answer.exit_code == 1
    assert "autres.csv:2: The number “many” was not understood." in answer.output
    assert "Entered" not in answer.output
    assert standing(app) == 0


def test_every_file_is_looked_at_though_the_first_cannot_be_read(
    app: Flask, tmp_path: Path
) -> None:
    bad = written(tmp_path, "a,b\n1,2\n")
    answer = run(app, bad, written(tmp_path, AIM + ROW, "autres.csv"), "--apply")
    assert answer.exit_code == 1
    assert "cibles.csv: These columns were not found" in answer.output
    assert "autres.csv:2: New · Mission personnel" in answer.output
    assert standing(app) == 0


@pytest.mark.parametrize("apply", [[], ["--apply"]])
def test_a_file_is_weighed_beside_those_before_it(
    app: Flask, tmp_path: Path, apply: list[str]
) -> None:
    one = written(tmp_path, AIM + ROW)
    other = written(tmp_path, AIM + ROW.replace("40", "50"), "autres.csv")
    answer = run(app, one, other, *apply)
    assert answer.exit_code == 0
    assert "autres.csv:2: Changes 40 to 50" in answer.output
    with app.app_context():
        assert [it.given.count for it in queries.standing(Kind.TARGETS)] == [50] * len(apply)


@pytest.mark.parametrize("apply", [[], ["--apply"]])
def test_rotations_of_two_files_may_not_share_a_day(
    app: Flask, tmp_path: Path, apply: list[str]
) -> None:
    one = written(tmp_path, ROTATION + UNIT)
    later = UNIT.replace("2014-01-01", "2014-12-31").replace("2014-12-31,,", "2015-06-30,,")
    other = written(tmp_path, ROTATION + later, "autres.csv")
    answer = run(app, one, other, *apply, command=import_strengths)
    assert answer.exit_code == 1
    assert "autres.csv:2: This unit already has a rotation on some of these days" in answer.output
    assert "Entered" not in answer.output
    assert standing(app, Kind.STRENGTHS) == 0


@pytest.mark.parametrize("content", ["", "a,b\n1,2\n", AIM])
def test_a_file_that_says_nothing_fails_in_words(app: Flask, tmp_path: Path, content: str) -> None:
    answer = run(app, written(tmp_path, content), "--apply")
    assert answer.exit_code == 1
    assert answer.output.strip()
    assert "Traceback" not in answer.output


def test_an_account_that_may_not_enters_nothing(app: Flask, tmp_path: Path) -> None:
    with app.app_context():
        trainer = UserFactory.create(role=Role.TRAINER).email
    answer = run(app, written(tmp_path, AIM + ROW), "--apply", "--as", trainer)
    assert answer.exit_code == 1
    assert standing(app) == 0
