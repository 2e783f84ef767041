"""Compile requirements/*.in into locks with hashes, with pip-tools in a throw-away environment.

    python3 -m tools.lock [OPTIONS of pip-compile]

Without options what is locked stays as it is; `--upgrade` takes the newest of everything.
"""

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from venv import create

REQUIREMENTS = Path(__file__).parents[1] / "requirements"
# The second is compiled within the bounds of the first.
KINDS = ("run", "dev")
# Where the packages came from is the business of whoever installs them.
OPTIONS = [
    "--quiet",
    "--generate-hashes",
    "--allow-unsafe",
    "--strip-extras",
    "--no-header",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-trusted-host",
    "--no-emit-options",
]


def main(arguments: Sequence[str]) -> int:
    """Write each lock; return the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        create(folder, with_pip=True)
        python = f"{folder}/bin/python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", "pip-tools"], check=True)
        for kind in KINDS:
            names = ["--output-file", f"requirements/{kind}.txt", f"requirements/{kind}.in"]
            compile_it = [python, "-m", "piptools", "compile", *OPTIONS, *arguments, *names]
            subprocess.run(compile_it, check=True, cwd=REQUIREMENTS.parent)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
