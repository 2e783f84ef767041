import sys
from pathlib import Path
from venv import EnvBuilder

import pytest

from tools import environment


@pytest.fixture
def locks(tmp_path: Path) -> Path:
    (tmp_path / "run.txt").write_text("flask==3\n")
    (tmp_path / "dev.txt").write_text("flask==3\nruff==1\n")
    return tmp_path


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note what would be installed; the network and a real environment leave the process."""
    names: list[str] = []

    def create(folder: Path) -> None:
        (folder / "bin").mkdir(parents=True)
        (folder / "bin" / "python").touch()

    monkeypatch.setattr(environment, "create", create)
    monkeypatch.setattr(environment, "install", lambda _, lock: names.append(lock.name))
    return names


def test_what_is_installed_is_not_installed_again(locks: Path, installed: list[str]) -> None:
    done = [environment.ensure("run", locks / "venv", locks) for _ in range(2)]
    assert (done, installed) == ([True, False], ["run.txt"])


def test_a_development_environment_can_run_the_server(locks: Path, installed: list[str]) -> None:
    environment.ensure("dev", locks / "venv", locks)
    assert not environment.ensure("run", locks / "venv", locks)
    assert installed == ["dev.txt"]


def test_a_changed_lock_is_installed(locks: Path, installed: list[str]) -> None:
    environment.ensure("run", locks / "venv", locks)
    (locks / "run.txt").write_text("flask==4\n")
    assert environment.ensure("run", locks / "venv", locks)
    assert installed == ["run.txt", "run.txt"]


def test_a_spoilt_stamp_means_installing(locks: Path, installed: list[str]) -> None:
    environment.ensure("run", locks / "venv", locks)
    (locks / "venv" / "locks.json").write_text("{")
    assert environment.ensure("run", locks / "venv", locks)
    assert len(installed) == 2


def test_an_old_python_is_told_so(locks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "OLDEST", (99, 0))
    with pytest.raises(environment.CannotMake, match=r"Python 99\.0 or newer"):
        environment.ensure("run", locks / "venv", locks)


def test_a_python_that_cannot_make_one_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object, folder: Path) -> None:
        folder.mkdir()
        raise ImportError("ensurepip")

    monkeypatch.setattr(EnvBuilder, "create", refuse)
    with pytest.raises(environment.CannotMake, match="python3-venv"):
        environment.create(tmp_path / "venv")
    assert not (tmp_path / "venv").exists()


def test_a_failed_installation_is_tried_again(locks: Path) -> None:
    (locks / "run.txt").write_text("no such line ==\n")
    (locks / "venv" / "bin").mkdir(parents=True)
    (locks / "venv" / "bin" / "python").symlink_to(sys.executable)
    with pytest.raises(environment.CannotMake, match=r"run\.txt could not be installed"):
        environment.ensure("run", locks / "venv", locks)
    assert environment.read_stamp(locks / "venv") == {}


def test_a_kind_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert environment.main([]) == 2
    assert "run|dev" in capsys.readouterr().err
