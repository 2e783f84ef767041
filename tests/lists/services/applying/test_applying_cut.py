"""The power goes while a list is recorded: all of it is there, or nothing (DESIGN 3)."""

import subprocess
import sys
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from lms.accounts.actors import SYSTEM
from lms.accounts.models import AuditEntry
from lms.db import WITH_WITHDRAWN
from lms.extensions import db
from lms.lists import services
from lms.lists.models import ImportedList, ImportedRow, ListState
from lms.lists.values import Picked
from lms.people.models import Person, PersonName
from lms.sessions.models import AttendanceMark, Headcount, Participation
from tests.house import ROOT
from tests.lists.given import NOW, csv, session_of, uploaded

AWA = "Maïga;Awa;F;44/6386;1984;P"
ALI = "Traoré;Ali;M;51/2222;;P"
WRITTEN = (
    Person,
    PersonName,
    Participation,
    AttendanceMark,
    Headcount,
    ImportedRow,
    AuditEntry,
)
MOMENTS = {
    "persons": "INSERT INTO person_name",
    "participations": "INSERT INTO participation",
    "marks": "INSERT INTO attendance_mark",
    "headcounts": "INSERT INTO headcount",
    "rows": "INSERT INTO imported_row",
    "state": "UPDATE imported_list",
    "commit": "COMMIT",
}


def rows() -> list[int]:
    """Return how many rows each table has that recording a list writes to."""
    counting = [select(func.count()).select_from(it) for it in WRITTEN]
    return [db.session.scalar(it, execution_options=WITH_WITHDRAWN) or 0 for it in counting]


def cut(app: Flask, home: Path, imported_list_id: int, moment: str) -> None:
    """Record the list in a process of its own, and kill that process at the moment."""
    address = app.config["SQLALCHEMY_DATABASE_URI"]
    command = [sys.executable, "-m", "tests.lists.services.cut"]
    with subprocess.Popen(  # noqa: S603 - every word is written above
        [*command, address, str(home), str(imported_list_id), moment],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        told = process.stdout.readline()
        process.kill()
    assert told.strip(), "it never came to that moment"
    if int(told):
        # The server's process may live a little longer than the one it works for.
        gone = select(func.pg_terminate_backend(int(told), 10_000))
        assert db.session.scalar(gone) in {True, False}
        db.session.rollback()


@pytest.mark.parametrize("moment", MOMENTS)
def test_whatever_was_being_written_nothing_of_it_is_there(
    app: Flask, tmp_path: Path, moment: str
) -> None:
    with app.app_context():
        imported_list = uploaded(session_of(slots=1), csv(AWA, ALI, ";;F;;;P"))
        number = imported_list.id
        db.session.commit()
        before = rows()
        db.session.remove()
        cut(app, tmp_path, number, MOMENTS[moment])
        assert rows() == before
        assert db.session.get_one(ImportedList, number).state is ListState.PREVIEW


def test_the_file_can_be_recorded_afterwards(app: Flask, tmp_path: Path) -> None:
    with app.app_context():
        number = uploaded(session_of(slots=1), csv(AWA, ALI, ";;F;;;P")).id
        db.session.commit()
        db.session.remove()
        cut(app, tmp_path, number, MOMENTS["marks"])
        services.apply(
            imported_list=db.session.get_one(ImportedList, number),
            accept_lines=False,
            unnamed=Picked(every=True),
            now=NOW,
            actor=SYSTEM,
        )
        db.session.commit()
        persons = db.session.scalars(select(Person.surname).order_by(Person.id)).all()
        assert persons == ["Maïga", "Traoré"]
        assert db.session.scalars(select(Headcount.count)).all() == [1]
