"""The Makefile as its readers meet it: every target explained, one line each."""

import re
import shutil
import subprocess
from pathlib import Path

from tests.tools_needed import needs

ROOT = Path(__file__).parents[2]
LINES = (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
TARGETS = {it.partition(":")[0] for it in LINES if re.match(r"[a-z-]+:", it)}


def test_every_target_is_explained() -> None:
    make = needs("make")
    # Under another make it would also say which folder it is in.
    command = [str(make), "--no-print-directory"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert {line.split()[0] for line in listed.splitlines()} == TARGETS


def test_every_target_is_phony() -> None:
    phony = next(it for it in LINES if it.startswith(".PHONY"))
    assert set(phony.split()[1:]) == TARGETS


def test_a_target_is_one_line() -> None:
    recipes = "\n".join("x" if it.startswith("\t") else "" for it in LINES)
    assert "x\nx" not in recipes


def test_the_script_of_the_checks_can_be_read() -> None:
    bash = shutil.which("bash") or "bash"
    subprocess.run([bash, "-n", ROOT / ".ci" / "run"], check=True)
