import errno
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask
from flask_babel import get_locale

from lms import clock
from lms.accounts.actors import SYSTEM, Role
from lms.errors import NotAllowed
from lms.extensions import db
from lms.jobs import outputs, queries, services, tasks
from lms.jobs.kinds import Failure, JobState
from lms.jobs.makers import Advance, Cancelled, Made, NothingToMake, Order
from lms.jobs.rules import KEPT, SILENCE
from tests.jobs.given import NOW, another_writer, asked, head, made, maker

pytestmark = pytest.mark.usefixtures("database")
DIES = """
import os, signal, sys
from pathlib import Path
from lms.app import create_app
from lms.jobs import tasks
from lms.jobs.makers import MAKERS
from tests.conftest import config_for
from tests.jobs.given import KIND, made

def parts():
    yield b"half of it"
    os.kill(os.getpid(), signal.SIGKILL)

MAKERS[KIND] = lambda order, advance: made(parts())
app = create_app(config_for(sys.argv[1], Path(sys.argv[2])))
with app.app_context():
    tasks.perform(int(sys.argv[3]))
"""
"""A worker that dies in the middle of a file."""


def left() -> list[str]:
    """Return what stands in the folder of exports."""
    return [it.name for it in outputs.folder().glob("*")] if outputs.folder().exists() else []


def failing(error: BaseException) -> Iterator[bytes]:
    yield b"half of it"
    raise error


only_sqlite = pytest.mark.one_engine("sqlite", reason="on a server nobody holds the whole of it")


def test_a_job_becomes_a_file_for_whoever_asked_in_their_language() -> None:
    said = []

    def make(order: Order, advance: Advance) -> Made:
        advance(0.5)
        said.append((str(get_locale()), order.by, order.actor.role, order.asked))
        return made([b"it"])

    job = asked(head(name="Awa Exemple"))
    with maker(make):
        tasks.perform(job.id)
    assert said == [("fr", "Awa Exemple", Role.UNIT_HEAD, {"from": "2014"})]
    assert (job.state, job.file_name, job.size) == (JobState.DONE, "it.csv", 2)
    assert outputs.path_of(job.id).read_bytes() == b"it"


def test_a_message_that_comes_again_makes_nothing_again() -> None:
    job = asked()
    with maker():
        tasks.perform(job.id)
    outputs.remove(job.id)
    tasks.perform(job.id)
    tasks.perform(0)
    assert left() == []


def test_whoever_may_no_longer_sign_in_gets_nothing() -> None:
    user = head()
    job = asked(user)
    user.active = False
    db.session.commit()
    with maker():
        tasks.perform(job.id)
    assert (job.state, job.failure) == (JobState.FAILED, Failure.NOT_ALLOWED)
    assert left() == []


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (NotAllowed("it"), Failure.NOT_ALLOWED),
        (NothingToMake("it"), Failure.NOTHING),
        (OSError(errno.ENOSPC, "it"), Failure.DISK_FULL),
        (ZeroDivisionError(), Failure.BROKEN),
    ],
)
def test_what_fails_in_the_middle_says_why_and_leaves_nothing(
    error: Exception, failure: Failure
) -> None:
    job = asked()
    with maker(lambda _order, _advance: made(failing(error))):
        tasks.perform(job.id)
    assert (job.state, job.failure) == (JobState.FAILED, failure)
    assert left() == []


def test_a_worker_that_is_stopped_says_so_before_it_ends() -> None:
    job = asked()
    stopped = maker(lambda _order, _advance: made(failing(KeyboardInterrupt())))
    with stopped, pytest.raises(KeyboardInterrupt):
        tasks.perform(job.id)
    assert job.failure is Failure.INTERRUPTED
    assert left() == []


def test_what_is_cancelled_in_the_middle_leaves_nothing() -> None:
    job = asked()
    user = job.owner.actor

    def parts() -> Iterator[bytes]:
        yield b"half of it"
        db.session.rollback()  # another process would do it meanwhile
        services.cancel(job=job, now=NOW, actor=user)
        db.session.commit()
        yield b"the rest"

    with maker(lambda _order, _advance: made(parts())):
        tasks.perform(job.id)
    assert (job.state, left()) == (JobState.CANCELLED, [])
    assert tasks.failure_of(Cancelled("it")) is None


def test_a_worker_that_dies_leaves_a_job_that_failed_and_nothing_half_written(
    app: Flask,
) -> None:
    job = asked()
    address, home = app.config["SQLALCHEMY_DATABASE_URI"], app.config["HOME"]
    words = [sys.executable, "-c", DIES, address, str(home), str(job.id)]
    db.session.rollback()
    done = subprocess.run(words, check=False, capture_output=True)  # noqa: S603 - our own words
    assert done.returncode == -9, done.stderr.decode()
    db.session.rollback()
    assert job.state is JobState.RUNNING
    assert left() != [str(job.id)], "only under another name"
    tasks.sweep(lambda _id: None, clock.now() + 2 * SILENCE)
    assert (job.state, job.failure) == (JobState.FAILED, Failure.INTERRUPTED)
    assert not outputs.path_of(job.id).exists()


def test_a_message_that_was_lost_is_sent_again() -> None:
    job, sent = asked(), list[int]()
    tasks.sweep(sent.append, NOW)
    assert sent == []
    tasks.sweep(sent.append, NOW + timedelta(minutes=1))
    assert sent == [job.id]


def test_an_old_file_is_removed() -> None:
    job = asked()
    with maker():
        tasks.perform(job.id)
    assert tasks.remove_old(clock.now()) == 0
    assert tasks.remove_old(clock.now() + KEPT + timedelta(days=2)) == 1
    assert (job.state, left()) == (JobState.REMOVED, [])
    assert services.stop_keeping(now=clock.now(), actor=SYSTEM) == []


@only_sqlite
@pytest.mark.parametrize("refused", [1, 2, 5])
def test_a_file_outlives_another_writer_who_takes_long(
    monkeypatch: pytest.MonkeyPatch, refused: int
) -> None:
    number = asked().id
    with another_writer(monkeypatch, refused=refused) as other:

        def parts() -> Iterator[bytes]:
            other.execute("BEGIN IMMEDIATE")
            yield b"it"

        with maker(lambda *_: made(parts())):
            tasks.perform(number)
    job = queries.find(number)
    assert job is not None
    assert (job.state, outputs.path_of(number).read_bytes()) == (JobState.DONE, b"it")


@only_sqlite
def test_a_failure_is_told_however_long_another_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    number = asked().id
    with another_writer(monkeypatch, refused=3) as other:

        def make(*_: object) -> Made:
            other.execute("BEGIN IMMEDIATE")
            raise NothingToMake

        with maker(make):
            tasks.perform(number)
    job = queries.find(number)
    assert job is not None
    assert (job.state, job.failure) == (JobState.FAILED, Failure.NOTHING)
