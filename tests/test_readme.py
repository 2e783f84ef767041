"""What the first page of the project promises."""

import re

from lms import cli
from lms.config import DEFAULTS
from tests.house import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
TABLE = {name for line in README.splitlines() for name in re.findall(r"^\| `(\w+)`", line)}


def test_every_setting_stands_in_the_table() -> None:
    assert {it for it in TABLE if it.startswith("LMS_")} == DEFAULTS.keys()


def test_every_command_is_listed() -> None:
    listed = set(re.findall(r"^\| `lms ([\w-]+)", README, re.MULTILINE))
    assert listed == {it.name for it in cli.ALL}


def test_every_link_leads_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", README)
    assert targets
    assert [it for it in targets if not (ROOT / it).exists()] == []
