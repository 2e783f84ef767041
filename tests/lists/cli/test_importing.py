from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import func, select

from lms.extensions import db
from lms.files import contents
from lms.lists.cli import import_list
from lms.lists.models import ImportedList
from lms.people.models import Person
from lms.sessions.kinds import Status
from lms.sessions.models import Headcount, Participation, TrainingSession
from tests.factories.accounts import UserFactory
from tests.lists.given import DATA, GAO, csv, session_of

AWA = "Maïga;Awa;F;44/6386;1984;P"
SOW = "Sow;Binta;F;51/2222;1990;P"
NAMELESS = ";;F;;;P"
CHILD = "Keïta-Exemple;Zoumana;M;51/1111;2000;P"


@pytest.fixture(autouse=True)
def training_session_id(app: Flask) -> int:
    with app.app_context():
        return session_of(slots=1).id


def run(app: Flask, *arguments: object, locale: str = "en") -> Result:
    app.config["COMMAND_LOCALE"] = locale
    return app.test_cli_runner().invoke(import_list, [str(it) for it in arguments])


def written(folder: Path, *rows: str, name: str = "liste.csv") -> Path:
    path = folder / name
    path.write_bytes(csv(*rows))
    return path


def counts(app: Flask) -> tuple[int, ...]:
    """Return how many people, participations and lists there are."""
    with app.app_context():
        return tuple(
            db.session.scalar(select(func.count()).select_from(it)) or 0
            for it in (Person, Participation, ImportedList)
        )


def report(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def test_without_apply_a_list_is_read_and_nothing_written(app: Flask) -> None:
    answer = run(app, GAO, "--session", "gao2")
    assert answer.exit_code == 0
    assert (
        f"{GAO.name}: header in row 5, 46 rows; known: 0, to decide: 0, new: 46, refused: 0"
        in answer.output
    )
    assert counts(app) == (0, 0, 0)
    with app.app_context():
        assert not contents.folder().exists()


def test_a_list_may_be_read_for_no_session_at_all(app: Flask) -> None:
    answer = run(app, DATA / "mauvaise-liste.csv")
    assert answer.exit_code == 0
    assert "new: 1, refused: 4" in answer.output
    assert "row 2: no name" in answer.output


def test_with_apply_the_rows_are_recorded(app: Flask, tmp_path: Path) -> None:
    answer = run(app, written(tmp_path, AWA, NAMELESS), "--session", "FDS-2J-0001", "--apply")
    assert answer.exit_code == 0
    assert "liste.csv: recorded 1 row" in answer.output
    assert counts(app) == (1, 1, 1)


def test_apply_needs_a_session(app: Flask) -> None:
    answer = run(app, GAO, "--apply")
    assert answer.exit_code == 2
    assert "--apply needs --session." in answer.output


def test_one_file_that_cannot_be_read_stops_all_of_them(app: Flask, tmp_path: Path) -> None:
    good, bad = written(tmp_path, AWA), tmp_path / "photo.csv"
    bad.write_bytes(b"\x89PNG")
    answer = run(app, good, bad, "--session", "GAO2", "--apply")
    assert answer.exit_code == 1
    assert "photo.csv: This is a picture." in answer.output
    assert "liste.csv: header in row 1" in answer.output
    assert counts(app) == (0, 0, 0)


def test_what_is_no_list_is_told_in_french_as_well(app: Flask, tmp_path: Path) -> None:
    bad = tmp_path / "photo.csv"
    bad.write_bytes(b"\x89PNG")
    assert "photo.csv: C’est une image." in run(app, bad, locale="fr").output


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en", "18 rows of headcounts: Men 982, Women 1,147, Boys 421, Girls 548; in all 3,098"),
        ("fr", "Hommes 982, Femmes 1\u202f147, Garçons 421, Filles 548\u202f; en tout 3\u202f098"),
    ],
)
def test_a_list_of_headcounts_is_summed_up(app: Flask, locale: str, said: str) -> None:
    answer = run(app, DATA / "nord-2015-sensibilisation.csv", locale=locale)
    assert answer.exit_code == 0
    assert said in answer.output


def test_a_list_of_headcounts_is_recorded_into_its_session(app: Flask) -> None:
    answer = run(app, DATA / "nord-2015-sensibilisation.csv", "--session", "GAO2", "--apply")
    assert answer.exit_code == 0
    with app.app_context():
        assert db.session.scalar(select(func.sum(Headcount.count))) == 3098


def test_a_list_of_refused_rows_alone_does_not_stop_the_others(app: Flask, tmp_path: Path) -> None:
    bad = written(tmp_path, NAMELESS, name="vide.csv")
    answer = run(app, bad, written(tmp_path, AWA), "--session", "GAO2", "--apply")
    assert answer.exit_code == 0
    assert "vide.csv: No row of this list can be recorded." in answer.output
    assert counts(app) == (1, 1, 1)


def test_a_total_that_differs_is_told_and_records_nothing(app: Flask, tmp_path: Path) -> None:
    """R11, and the list before it is not recorded either."""
    files = [written(tmp_path, AWA), written(tmp_path, SOW, "Total;46", name="autre.csv")]
    answer = run(app, *files, "--session", "GAO2", "--apply")
    assert answer.exit_code == 1
    assert "Error: The foot of the list declares 46 people, its rows give 1." in answer.output
    assert counts(app) == (0, 0, 0)
    with app.app_context():
        assert not contents.folder().exists()


def test_a_file_recorded_before_is_not_recorded_again(app: Flask, tmp_path: Path) -> None:
    arguments = (written(tmp_path, AWA), "--session", "GAO2", "--apply")
    run(app, *arguments)
    again = run(app, *arguments)
    assert again.exit_code == 1
    assert "Nothing was recorded again." in again.output
    assert counts(app) == (1, 1, 1)


def test_a_session_that_is_over_takes_no_list(app: Flask, training_session_id: int) -> None:
    with app.app_context():
        db.session.get_one(TrainingSession, training_session_id).status = Status.CLOSED
        db.session.commit()
    answer = run(app, GAO, "--session", "GAO2", "--apply")
    assert answer.exit_code == 1
    assert "Error: This session is closed or cancelled" in answer.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--session", "NOPE"), "“NOPE” does not exist here."),
        (("--category", "nope"), "“nope” does not exist here."),
        (("--as", "nobody@example.org"), "No account that can sign in has this address."),
    ],
)
def test_a_code_that_names_nothing_stops_the_command(
    app: Flask, arguments: tuple[str, str], said: str
) -> None:
    answer = run(app, GAO, *arguments)
    assert answer.exit_code == 1
    assert f"Error: {said}" in answer.output


def test_an_account_writes_only_where_it_may(app: Flask) -> None:
    with app.app_context():
        email = UserFactory.create().email
    answer = run(app, GAO, "--session", "GAO2", "--as", email)
    assert answer.exit_code == 1
    assert "Error: Whoever acts may not do this." in answer.output


def test_a_minor_on_a_list_of_forces_is_told_and_stands_in_no_report(
    app: Flask, tmp_path: Path
) -> None:
    """R16."""
    path, out = written(tmp_path, AWA, CHILD, SOW), tmp_path / "out.csv"
    answer = run(app, path, "--session", "GAO2", "--apply", "--report", out)
    assert answer.exit_code == 0
    assert "Row 3 not recorded: check the age outside this system." in answer.output
    assert "Zoumana" not in answer.output
    assert [it.split(",")[1] for it in report(out)[1:]] == ["2", "4"]
    assert counts(app) == (2, 2, 1)


def test_the_report_has_a_line_a_data_row(app: Flask, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    run(app, GAO, "--session", "GAO2", "--report", out)
    header, first, *others = report(out)
    assert header == "file,row,person,decision,candidate,reason"
    assert first == f"{GAO.name},6,new-1,new,,nobody like this in the register"
    assert len(others) == 45


def test_somebody_on_two_lists_is_new_once_in_the_report(app: Flask, tmp_path: Path) -> None:
    files = [written(tmp_path, AWA), written(tmp_path, SOW, AWA, name="autre.csv")]
    out = tmp_path / "out.csv"
    answer = run(app, *files, "--report", out)
    assert (
        "autre.csv: header in row 1, 2 rows; known: 1, to decide: 0, new: 1, refused: 0"
        in answer.output
    )
    assert [it.split(",")[:4] for it in report(out)[1:]] == [
        ["liste.csv", "2", "new-1", "new"],
        ["autre.csv", "2", "new-2", "new"],
        ["autre.csv", "3", "new-1", "same"],
    ]


def test_the_report_is_the_same_with_apply_and_without(app: Flask, tmp_path: Path) -> None:
    files = [written(tmp_path, AWA), written(tmp_path, SOW, AWA, name="autre.csv")]
    outs = [tmp_path / "dry.csv", tmp_path / "applied.csv"]
    run(app, *files, "--session", "GAO2", "--report", outs[0])
    run(app, *files, "--session", "GAO2", "--report", outs[1], "--apply")
    assert outs[0].read_bytes() == outs[1].read_bytes()
    assert counts(app) == (2, 2, 2)


def test_what_could_be_read_is_reported_beside_what_could_not(app: Flask, tmp_path: Path) -> None:
    out, bad = tmp_path / "out.csv", tmp_path / "photo.csv"
    bad.write_bytes(b"\x89PNG")
    assert run(app, written(tmp_path, AWA), bad, "--report", out).exit_code == 1
    assert len(report(out)) == 2
