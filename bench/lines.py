"""How much there is to read."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]


def written(folder: str, pattern: str) -> int:
    """Return the lines of a folder's files that are not blank."""
    files = [it for it in (ROOT / folder).rglob(pattern) if it.is_file()]
    return sum(bool(line.strip()) for it in files for line in it.read_text("utf-8").splitlines())


def figures() -> Iterator[str]:
    """Yield one line a figure."""
    code, tests = written("lms", "*.py"), written("tests", "*.py")
    yield f"lines of code: {code:,}, and {written('lms', '*.html'):,} of templates"
    yield f"lines of tests: {tests:,}, {tests / code:.2f} for one of code"
