from datetime import date

import pytest

from lms.accounts.actors import Actor, ActorKind, Role
from lms.figures.board.queries import late_sessions
from lms.figures.counting.periods import Window
from lms.sessions.kinds import Status
from tests.factories.sessions import TrainingSessionFactory

pytestmark = pytest.mark.usefixtures("database")
YEAR = Window(date(2014, 1, 1), date(2014, 12, 31))
HEAD = Actor(kind=ActorKind.USER, id=1, role=Role.UNIT_HEAD)


def held(day: date, status: Status = Status.HELD) -> int:
    it = TrainingSessionFactory.create(first_day=day, last_day=day, status=status)
    return int(it.id)


def test_figures_wait_for_sessions_of_their_window_that_are_over_and_not_closed() -> None:
    here = held(date(2014, 3, 1))
    held(date(2013, 3, 1))
    held(date(2014, 4, 1), Status.CLOSED)
    found = late_sessions(YEAR, date(2015, 1, 1), HEAD)
    assert (found.count, found.oldest, found.only) == (1, date(2014, 3, 1), here)


def test_of_several_none_is_the_only_one() -> None:
    held(date(2014, 3, 1))
    held(date(2014, 2, 1))
    found = late_sessions(YEAR, date(2015, 1, 1), HEAD)
    assert (found.count, found.oldest, found.only) == (2, date(2014, 2, 1), None)
