"""A process that records a list and stops for ever at a given moment, to be killed there.

    python -m tests.lists.services.cut ADDRESS HOME LIST MOMENT

MOMENT is the beginning of the statement before which it stops, or COMMIT. It then writes the
number of its database process, 0 where there is none.
"""

import sys
from pathlib import Path
from typing import Never

from sqlalchemy import Connection, event

from lms.accounts.actors import SYSTEM
from lms.app import create_app
from lms.extensions import db
from lms.lists import services
from lms.lists.models import ImportedList
from lms.lists.values import Picked
from tests.conftest import config_for
from tests.lists.given import NOW


def stop(backend: int) -> Never:
    """Tell how far it has come, and wait to be killed."""
    sys.stdout.write(f"{backend}\n")
    sys.stdout.flush()
    sys.stdin.read()
    raise SystemExit("nobody killed it")


def backend_of(connection: Connection) -> int:
    """Return the number of the database's own process for a connection."""
    if connection.dialect.name != "postgresql":
        return 0
    return int(connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one())


def main(address: str, home: str, imported_list_id: str, moment: str) -> None:
    """Record the list; never come back."""
    app = create_app(config_for(address, Path(home)))
    with app.app_context():
        backend = backend_of(db.session.connection())

        @event.listens_for(db.engine, "before_cursor_execute")
        def _statement(*arguments: object) -> None:
            if str(arguments[2]).startswith(moment):
                stop(backend)

        services.apply(
            imported_list=db.session.get_one(ImportedList, int(imported_list_id)),
            accept_lines=False,
            unnamed=Picked(every=True),
            now=NOW,
            actor=SYSTEM,
        )
        if moment == "COMMIT":
            db.session.flush()
            stop(backend)
        db.session.commit()


if __name__ == "__main__":
    main(*sys.argv[1:])
