from pathlib import Path

import pytest
from click.testing import CliRunner

from lms import cli
from lms.__main__ import main
from tools.server import lms


def test_the_command_offers_what_the_list_says() -> None:
    page = CliRunner().invoke(main, ["--help"]).output
    offered = {line.split()[0] for line in page.partition("Commands:")[2].splitlines() if line}
    assert offered == {command.name for command in cli.ALL}


def test_every_command_says_what_it_does() -> None:
    assert not [it.name for it in cli.ALL if not it.help]


def test_a_command_on_an_empty_home_works_at_once_and_says_its_answer_alone(
    tmp_path: Path,
) -> None:
    password = "some words in a row\n"
    done = lms(tmp_path, "create-admin", "awa@example.org", typed=password * 2, LC_ALL="en")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "The administrator can sign in."
    assert "user.created" not in done.stderr
    assert not [line for line in done.stderr.splitlines() if line.startswith("{")]


@pytest.mark.parametrize("words", [["run", "--help"], ["figures"], ["figures", "--form", "odt"]])
def test_what_only_asks_for_help_or_is_mistyped_makes_nothing(
    tmp_path: Path, words: list[str]
) -> None:
    home = tmp_path / "home"
    assert "Usage:" in "".join(CliRunner().invoke(main, words, env={"LMS_HOME": str(home)}).output)
    assert not home.exists()


def test_a_malformed_setting_is_named_in_one_line_without_its_value(tmp_path: Path) -> None:
    done = lms(tmp_path, "verify-certificate", "x", LMS_PORT="eighty")
    assert done.returncode == 1
    assert done.stderr == "Error: LMS_PORT: this setting cannot be used as it is.\n"
