from datetime import timedelta

import pytest

from lms import clock
from lms.accounts.actors import SYSTEM
from lms.db import see_one_moment
from lms.extensions import db
from lms.jobs import beating, services
from lms.jobs.beating import Beat
from lms.jobs.makers import Cancelled
from lms.jobs.models import Job
from tests.jobs.given import NOW, another_writer, asked

pytestmark = pytest.mark.usefixtures("database")


def running() -> int:
    """Return the number of a job at work; nothing waits to be committed."""
    job = asked()
    services.begin(job=job, now=NOW, actor=SYSTEM)
    number = job.id
    db.session.commit()
    return number


def found(number: int) -> Job:
    """Return a job as it is now."""
    db.session.rollback()
    return db.session.get_one(Job, number)


def test_a_worker_says_how_far_it_is_while_it_reads_one_moment() -> None:
    number = running()
    see_one_moment(db.session())
    Beat(number, db.engine).advance(0.4)
    job = found(number)
    assert job.progress == 40
    assert job.beat_at is not None
    assert clock.now() - job.beat_at < timedelta(minutes=1)


def test_words_that_follow_closely_are_not_all_written() -> None:
    number = running()
    beat = Beat(number, db.engine)
    beat.advance(0.1)
    beat.advance(0.2)
    assert found(number).progress == 10


def test_a_worker_hears_that_it_need_not_go_on() -> None:
    number = running()
    job = found(number)
    services.cancel(job=job, now=NOW, actor=job.owner.actor)
    db.session.commit()
    with pytest.raises(Cancelled):
        Beat(number, db.engine).advance(0.4)
    assert found(number).progress == 0


def test_a_step_that_takes_long_is_no_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beating, "BEAT", timedelta(milliseconds=1))
    number = running()
    with beating.beating(number) as beat:
        while beat.said < 2:
            pass
    beat_at = found(number).beat_at
    assert beat_at is not None
    assert beat_at > NOW


@pytest.mark.one_engine("sqlite", reason="on a server nobody holds the whole of it")
def test_a_worker_goes_on_while_another_holds_the_database(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    number = running()
    monkeypatch.setattr(beating, "EACH", 0.0)
    beat = Beat(number, db.engine)
    with another_writer(monkeypatch, refused=1) as other:
        other.execute("BEGIN IMMEDIATE")
        beat.advance(0.4)
        assert beat.said == 0
        beat.advance(0.5)
    assert found(number).progress == 50
