import re
import subprocess
from pathlib import Path

import pytest

from tools import lock

LOCKS = sorted(lock.REQUIREMENTS.glob("*.txt"))


@pytest.mark.parametrize("path", LOCKS, ids=lambda it: it.name)
def test_a_lock_says_nothing_of_where_it_was_made(path: Path) -> None:
    assert not re.search(r"https?:|file:/|--find-links|index-url|WARNING", path.read_text())


def test_a_lock_pins_every_package_with_hashes() -> None:
    for path in LOCKS:
        entries = re.split(
            r"\n(?=\S)", re.sub(r"^\s*#.*\n", "", path.read_text(), flags=re.MULTILINE)
        )
        assert all("==" in it and "--hash=sha256:" in it for it in entries if it.strip())


def test_both_locks_name_the_same_versions() -> None:
    def versions(name: str) -> set[str]:
        return set(re.findall(r"^\S+==\S+", (lock.REQUIREMENTS / name).read_text(), re.MULTILINE))

    assert versions("run.txt") <= versions("dev.txt")


def test_the_smaller_lock_is_compiled_first(monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", lambda it, **_: commands.append(it))
    monkeypatch.setattr(lock, "create", lambda *_, **__: None)
    assert lock.main(["--upgrade"]) == 0
    assert [it[-1] for it in commands[1:]] == ["requirements/run.in", "requirements/dev.in"]
    assert all("--upgrade" in it for it in commands[1:])
