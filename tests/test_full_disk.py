"""A full disk in the middle of an export: a clear sentence, and nothing half written."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import create_engine, make_url, select, text
from sqlalchemy.orm import Session

from lms.extensions import db
from lms.figures.background.making import KIND
from lms.figures.background.wanted import Content
from lms.figures.reports import freezing
from lms.figures.reports.models import Report, ReportState
from lms.jobs.kinds import Failure, JobState
from lms.jobs.models import Job
from tests.factories.figures import FactFactory
from tests.factories.jobs import JobFactory
from tests.figures.background.given import wanted
from tests.figures.given import DAY
from tests.figures.reports.given import head, prepared
from tests.full_disk import on_full_disk
from tools.server import environment

FULL = "Error: The disk is full. Nothing was written.\n"
LMS = [sys.executable, "-m", "lms"]
FIGURES = [*LMS, "figures", "--from", "2014-03-01", "--to", "2014-03-31", "--format", "json"]
WORK = """
import os, sys
from lms.app import create_app
from lms.config import Config
from lms.jobs import tasks

app = create_app(Config.from_environ(os.environ))
with app.app_context():
    tasks.perform(int(sys.argv[1]))
"""
only_sqlite = pytest.mark.one_engine("sqlite", reason="a server has a disk of its own")


@pytest.fixture
def home(app: Flask, tmp_path: Path) -> Path:
    """Return a home with the database of this test; empty on PostgreSQL."""
    made = tmp_path / "home"
    made.mkdir()
    app.config["HOME"] = made
    return made


def settings(app: Flask, home: Path) -> dict[str, str]:
    ours = {"LMS_DATABASE_URL": app.config["SQLALCHEMY_DATABASE_URI"], "LANG": "en"}
    return environment(home, ours | {"LC_ALL": "en"})


def taken_along(app: Flask, home: Path) -> dict[str, str]:
    """Put the database into the home, and return the settings of who works there."""
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    path = make_url(app.config["SQLALCHEMY_DATABASE_URI"]).database
    shutil.copy(str(path), home / "lms.sqlite")
    return settings(app, home) | {"LMS_DATABASE_URL": ""}


def test_a_file_of_figures_stands_whole_or_not_at_all(app: Flask, home: Path) -> None:
    with app.app_context():
        FactFactory.create(last_day=DAY)
    disk = home / "out"
    disk.mkdir()
    (disk / "totals.json").write_text("before")
    words = [*FIGURES, "-o", str(disk / "totals.json")]
    done, after = on_full_disk(disk, words, settings=settings(app, home))
    assert (done.returncode, done.stderr.splitlines(keepends=True)[-1]) == (1, FULL)
    assert [it.name for it in after.iterdir()] == ["totals.json"]
    assert (after / "totals.json").read_text() == "before"


def test_an_answer_that_finds_no_room_ends_with_a_sentence(app: Flask, home: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(  # noqa: S603 - our own words
            FIGURES,
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=settings(app, home),
        )
    assert (done.returncode, done.stderr.splitlines(keepends=True)[-1]) == (1, FULL)


def test_an_export_in_the_background_fails_with_a_sentence(app: Flask, home: Path) -> None:
    with app.app_context():
        FactFactory.create(last_day=DAY)
        job_id = JobFactory.create(kind=KIND, asked=wanted(Content.XLSX).row).id
    exports = home / "exports"
    exports.mkdir()
    words = [sys.executable, "-c", WORK, str(job_id)]
    done, after = on_full_disk(exports, words, settings=settings(app, home))
    assert done.returncode == 0, done.stderr
    assert [*after.iterdir()] == []
    with app.app_context():
        job = db.session.get_one(Job, job_id)
        assert (job.state, job.failure) == (JobState.FAILED, Failure.DISK_FULL)


@only_sqlite
def test_a_report_is_published_whole_or_not_at_all(app: Flask, home: Path) -> None:
    with app.app_context():
        code = prepared().code
        second = head().user_id
        freezing.signing_key()
        email = db.session.execute(
            text('SELECT email FROM "user" WHERE id = :id'), {"id": second}
        ).scalar_one()
    words = [*LMS, "publish-report", code, "--as", email]
    ours = taken_along(app, home)
    done, after = on_full_disk(home, words, size="8m", free="40k", settings=ours)
    assert (done.returncode, done.stderr.splitlines(keepends=True)[-1]) == (1, FULL)
    engine = create_engine(f"sqlite:///{after / 'lms.sqlite'}")
    with Session(engine) as reading:
        assert reading.scalar(text("PRAGMA integrity_check")) == "ok"
        report = reading.scalars(select(Report)).one()
        assert (report.state, report.content) == (ReportState.PREPARED, None)
    engine.dispose()
