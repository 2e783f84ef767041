"""Tests that need a program of the system: skipped without it, failed where it is required."""

import os
import shutil
from pathlib import Path

import pytest


def needs(program: str, *, found: Path | None = None) -> Path:
    """Return where a program is; skip the test without it, or fail under LMS_REQUIRE_TOOLS=1."""
    on_path = shutil.which(program)
    path = found or (Path(on_path) if on_path else None)
    if path is not None:
        return path
    sentence = f"{program} is not installed"
    if os.environ.get("LMS_REQUIRE_TOOLS") == "1":
        pytest.fail(sentence)
    pytest.skip(sentence)
