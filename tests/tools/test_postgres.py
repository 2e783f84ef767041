import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from tests.tools_needed import needs
from tools import postgres

ANSWER = """
import os, sqlalchemy
engine = sqlalchemy.create_engine(os.environ["LMS_TEST_DATABASE_URL"])
with engine.connect() as connection:
    answer = connection.execute(sqlalchemy.text("SHOW unix_socket_directories")).scalar_one()
open(os.environ["ANSWER"], "w").write(answer)
raise SystemExit(7)
"""


def test_a_command_gets_a_server_which_is_gone_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs("initdb", found=postgres.programs())
    monkeypatch.setenv("ANSWER", str(tmp_path / "answer"))
    status = postgres.main([sys.executable, "-c", ANSWER])
    assert status == 7, "the status is the command's"
    assert not Path((tmp_path / "answer").read_text()).exists()


def test_a_killed_server_starts_again_on_what_it_had() -> None:
    binaries = needs("initdb", found=postgres.programs())
    with TemporaryDirectory(prefix="lms-pg-", dir=postgres.SHORT) as name:
        folder = Path(name)
        server = postgres.start(binaries, folder)
        try:
            postgres.wait_for(server, binaries, folder)
            assert _ask(folder, "CREATE TABLE kept AS SELECT 7 AS number") is None
            postgres.kill(server)
            server = postgres.serve(binaries, folder)
            postgres.wait_for(server, binaries, folder)
            assert _ask(folder, "SELECT number FROM kept") == 7
        finally:
            postgres.kill(server)


def _ask(folder: Path, statement: str) -> object:
    # What is committed is on the disk before it is said to be, which the server does not ask for.
    safely = {"options": "-c synchronous_commit=on"}
    engine = create_engine(postgres.address(folder), poolclass=NullPool, connect_args=safely)
    with engine.begin() as connection:
        found = connection.execute(text(statement))
        return found.scalar() if found.returns_rows else None


def test_a_server_that_cannot_start_says_why(tmp_path: Path) -> None:
    binaries = needs("initdb", found=postgres.programs())
    server = subprocess.Popen(["false"])
    server.wait()
    (tmp_path / "log").write_text("no room on the disk")
    with pytest.raises(RuntimeError, match="no room on the disk"):
        postgres.wait_for(server, binaries, tmp_path)


def test_a_missing_server_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(postgres, "programs", lambda: None)
    assert postgres.main(["true"]) == 1
    assert "apt install postgresql" in capsys.readouterr().err


def test_the_newest_server_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for version in ("9.6", "15", "9"):
        folder = tmp_path / version / "bin"
        folder.mkdir(parents=True)
        (folder / "initdb").touch()
    monkeypatch.setattr(postgres, "INSTALLED", tmp_path)
    assert postgres.programs() == tmp_path / "15" / "bin"


def test_the_server_never_runs_as_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert postgres.account() in postgres.ACCOUNTS
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert postgres.account() is None
