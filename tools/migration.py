"""Write the next migration from what the models say and the newest schema lacks.

`python -m tools.migration "add the phone of a place"` makes NNNN_add_the_phone_of_a_place.py. The
models are compared with an empty database brought to the newest schema; read what was written.
"""

import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from flask import Flask
from flask_migrate import revision, upgrade

from lms.app import create_app
from lms.config import Config

MIGRATIONS = Path(__file__).parents[1] / "migrations"


def next_number(versions: Path) -> str:
    """Return the number after the last one, in four digits."""
    numbers = [int(it.name[:4]) for it in versions.glob("[0-9][0-9][0-9][0-9]_*.py")]
    return f"{max(numbers, default=0) + 1:04}"


def write(app: Flask, message: str, migrations: Path = MIGRATIONS) -> None:
    """Write the migration that leads from the newest schema to the models of an application."""
    number = next_number(migrations / "versions")
    with app.app_context():
        upgrade(directory=str(migrations))
        revision(str(migrations), message, autogenerate=True, rev_id=number)


def main(arguments: Sequence[str]) -> int:
    """Run the command; return its exit status."""
    message = " ".join(arguments).strip()
    if not re.fullmatch(r"[A-Za-z][\w ,’-]+", message):
        print(__doc__, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as home:
        write(create_app(Config.from_environ({"LMS_HOME": home})), message)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
