from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from lms.accounts.models import WrongGuess
from lms.accounts.services import guesses
from lms.accounts.services.guesses import ALLOWED, WINDOW
from lms.errors import TooManyGuesses
from lms.extensions import db

NOON = datetime(2014, 3, 12, 12, tzinfo=UTC)
WHAT = "password awa@example.org"

pytestmark = pytest.mark.usefixtures("database")


def guess(times: int, *, what: str = WHAT, now: datetime = NOON) -> None:
    for _ in range(times):
        guesses.record(what=what, now=now)


def wait_at(now: datetime) -> int:
    """Return the minutes to wait at a time; none when it may be tried."""
    try:
        guesses.check(what=WHAT, now=now)
    except TooManyGuesses as error:
        return error.minutes
    return 0


def test_ten_wrong_guesses_in_a_quarter_of_an_hour_are_too_many() -> None:
    assert (ALLOWED, timedelta(minutes=15)) == (10, WINDOW)
    guess(9)
    assert wait_at(NOON) == 0
    guess(1)
    assert wait_at(NOON) == 15


def test_the_wait_ends_when_the_tenth_from_the_end_is_a_quarter_of_an_hour_old() -> None:
    guess(3)
    guess(8, now=NOON + timedelta(minutes=5))
    assert wait_at(NOON + timedelta(minutes=5)) == 10
    assert wait_at(NOON + timedelta(minutes=14, seconds=59)) == 1
    assert wait_at(NOON + timedelta(minutes=15)) == 0


def test_a_begun_minute_is_waited_for_whole() -> None:
    guess(ALLOWED)
    assert wait_at(NOON + timedelta(seconds=1)) == 15
    assert wait_at(NOON + timedelta(minutes=1)) == 14


def test_each_thing_is_counted_apart() -> None:
    guess(ALLOWED, what="password fanta@example.org")
    assert wait_at(NOON) == 0


def test_who_knew_it_begins_anew() -> None:
    guess(ALLOWED)
    guess(1, what="password fanta@example.org")
    guesses.forget(what=WHAT)
    assert wait_at(NOON) == 0
    assert len(db.session.scalars(select(WrongGuess)).all()) == 1


def test_guesses_that_no_longer_matter_are_forgotten() -> None:
    guess(3)
    guess(1, what="another", now=NOON + WINDOW)
    assert len(db.session.scalars(select(WrongGuess)).all()) == 1


def test_what_is_stored_does_not_tell_what_was_guessed_at() -> None:
    guess(1)
    stored = db.session.scalars(select(WrongGuess.scope)).one()
    assert "awa" not in stored
    assert len(stored) == 64
