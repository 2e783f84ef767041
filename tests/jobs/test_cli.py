"""The worker as somebody starts it: a process that makes a file."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from flask import Flask

from lms import clock
from lms.extensions import db
from lms.figures.background.making import KIND
from lms.figures.background.wanted import Content, Wanted
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Question, Scope
from lms.figures.release.cells import Audience
from lms.jobs import outputs, queries, services
from lms.jobs.cli import remove_exports
from lms.jobs.kinds import JobState
from lms.jobs.queue import send
from tests.factories.figures import FactFactory
from tests.factories.jobs import JobFactory
from tests.figures.given import DAY
from tests.jobs.given import head
from tools.server import environment

PATIENCE = 60.0


def wait_for_end(job_id: int) -> JobState:
    """Return where a job stands once it ended."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        job = queries.find(job_id)
        state = job.state if job else JobState.FAILED
        db.session.rollback()
        if state not in {JobState.WAITING, JobState.RUNNING}:
            return state
        time.sleep(0.05)
    raise AssertionError("the worker made nothing")


@pytest.mark.usefixtures("database")
def test_a_worker_makes_what_was_asked_for_and_ends_with_whoever_started_it(app: Flask) -> None:
    FactFactory.create(last_day=DAY)
    wanted = Wanted(
        content=Content.FACTS,
        audience=Audience.INSIDE,
        question=Question(scope=Scope(window=Window(DAY, DAY))),
    )
    job = services.ask(
        kind=KIND, asked=wanted.row, locale="en", now=clock.now(), actor=head().actor
    )
    number = job.id
    db.session.commit()
    send(app, number)
    settings = {
        "LMS_DATABASE_URL": app.config["SQLALCHEMY_DATABASE_URI"],
        "LMS_SECRET_KEY": app.config["SECRET_KEY"],
    }
    worker = subprocess.Popen(
        [sys.executable, "-m", "lms", "worker", "--until-closed"],
        env=environment(app.config["HOME"], settings),
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        assert wait_for_end(number) is JobState.DONE
        assert outputs.path_of(number).read_bytes().startswith(b"fact,person,")
        assert worker.stdin is not None
        worker.stdin.close()
        assert worker.wait(PATIENCE) == 0
    finally:
        if worker.poll() is None:
            os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()
        assert worker.stderr is not None
        worker.stderr.close()


def test_old_files_are_removed_by_a_command(app: Flask) -> None:
    app.config["COMMAND_LOCALE"] = "en"
    with app.app_context():
        yesterday = clock.today() - timedelta(days=1)
        job = JobFactory.create(
            state=JobState.DONE, file_name="it.csv", media_type="text/csv", keep_until=yesterday
        )
        outputs.write(job.id, [b"it"])
        path = outputs.path_of(job.id)
    answer = app.test_cli_runner().invoke(remove_exports)
    assert answer.output == "1 file was removed.\n"
    assert not path.exists()
