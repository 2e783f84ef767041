"""Check everything that can be checked without running the application.

python -m tools.lint          run every check, and say how long each took
python -m tools.lint --mend   rewrite what can be rewritten
"""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Check:
    """A check, and the words of its command after the interpreter's folder."""

    name: str
    program: str
    options: str = ""

    def command(self) -> list[str]:
        """Return the command; programs are those of this environment."""
        return [str(Path(sys.executable).parent / self.program), *self.options.split()]


CHECKS = (
    Check("sizes", "python", "-m tools.sizes"),
    Check("style", "ruff", "check ."),
    Check("format", "ruff", "format --check ."),
    Check("templates", "djlint", "lms --check --quiet"),
    Check("template style", "djlint", "lms --lint --quiet"),
    Check("messages", "python", "-m tools.messages check"),
    Check("imports", "lint-imports"),
    Check("types", "mypy"),
)
MENDS = (
    Check("style", "ruff", "check --fix --exit-zero ."),
    Check("format", "ruff", "format ."),
    Check("templates", "djlint", "lms --reformat --quiet"),
)


def failed(checks: Sequence[Check]) -> list[str]:
    """Run the checks one after the other; return the names of those that failed."""
    names = []
    for check in checks:
        begin = time.monotonic()
        answer = subprocess.run(check.command(), check=False, cwd=ROOT, env=os.environ)
        word = "failed" if answer.returncode else "passed"
        print(f"{check.name} {word} in {time.monotonic() - begin:.1f} s", flush=True)
        if answer.returncode:
            names.append(check.name)
    return names


def main(arguments: Sequence[str]) -> int:
    """Run the command; return its exit status."""
    mend = list(arguments) == ["--mend"]
    if arguments and not mend:
        print(__doc__, file=sys.stderr)
        return 2
    names = failed(MENDS if mend else CHECKS)
    if names:
        print("Failed: " + ", ".join(names), file=sys.stderr)
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
