import sys
from pathlib import Path

import pytest

from tools import lint


@pytest.mark.parametrize("check", [*lint.CHECKS, *lint.MENDS], ids=str)
def test_every_check_calls_a_program_of_this_environment(check: lint.Check) -> None:
    assert Path(check.command()[0]).exists()


def test_one_failure_does_not_hide_the_next(capsys: pytest.CaptureFixture[str]) -> None:
    checks = [
        lint.Check(name, Path(sys.executable).name, f"-c raise(SystemExit({status}))")
        for name, status in (("first", 1), ("second", 0), ("third", 2))
    ]
    assert lint.failed(checks) == ["first", "third"]
    assert "second passed" in capsys.readouterr().out


def test_an_unknown_option_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert lint.main(["--fast"]) == 2
    assert "--mend" in capsys.readouterr().err
