"""Programs outside Python that a test needs, and what to say where one is missing."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def require_tool(name: str) -> str:
    """Return the path of a program; without it fail in CI, elsewhere skip and say which."""
    path = shutil.which(name)
    if path is not None:
        return path
    sentence = f"this test needs the program {name}"
    if os.environ.get("LMS_REQUIRE_TOOLS") == "1":
        pytest.fail(sentence)
    pytest.skip(sentence)


def run_tool(name: str, *arguments: str | Path) -> str:
    """Return what the program prints for these arguments."""
    command = [require_tool(name), *map(str, arguments)]
    # The program is found by name and its arguments are written in the tests.
    done = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603
    return done.stdout
