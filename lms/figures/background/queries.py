"""Reading facts for a file, some thousand at a time, so that ten million need no memory."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, select

from lms.courses.models import Course
from lms.extensions import db
from lms.figures.counting.questions import Scope
from lms.figures.models import Fact
from lms.people.kinds import AgeGroup, Sex
from lms.sessions.models import TrainingSession
from lms.sessions.outcome import Outcome

RUN = 5_000


class FactRow(NamedTuple):
    """A fact and what its session and course are called."""

    id: int
    person_id: int | None
    heads: int | None
    """How many a headcount counts."""
    at_least: bool
    outcome: Outcome
    category_id: int
    sex: Sex
    age_group: AgeGroup
    place_id: int
    last_day: date
    minutes: int | None
    recorded_at: datetime
    reference: str
    course: str


ASKED = (
    select(
        Fact.id,
        Fact.person_id,
        Fact.count,
        Fact.at_least,
        Fact.outcome,
        Fact.category_id,
        Fact.sex,
        Fact.age_group,
        Fact.place_id,
        Fact.last_day,
        Fact.minutes,
        Fact.recorded_at,
        TrainingSession.reference,
        Course.code,
    )
    .join(TrainingSession, Fact.training_session_id == TrainingSession.id)
    .join(Course, Fact.course_id == Course.id)
)


class Facts:
    """The facts of a scope; ``regions`` says in which region each place lies."""

    def __init__(self, scope: Scope, regions: Mapping[int, str]) -> None:
        self._conditions = [*_of_moment(scope.as_of), *_of_days_and_places(scope, regions)]
        self.number = db.session.scalar(select(func.count(Fact.id)).where(*self._conditions)) or 0

    def in_runs(self) -> Iterator[Sequence[FactRow]]:
        """Yield the facts in the order of their numbers, a run of lines at a time."""
        last = 0
        while True:
            asked = ASKED.where(Fact.id > last, *self._conditions).order_by(Fact.id).limit(RUN)
            found = [FactRow._make(it) for it in db.session.execute(asked)]
            if not found:
                return
            yield found
            last = found[-1].id


def _of_moment(as_of: datetime | None) -> list[ColumnElement[bool]]:
    """Return what the ledger knew at a moment, or knows now."""
    if as_of is None:
        return [Fact.retracted_at.is_(None)]
    still = Fact.retracted_at.is_(None) | (Fact.retracted_at > as_of)
    return [Fact.recorded_at <= as_of, still]


def _of_days_and_places(scope: Scope, regions: Mapping[int, str]) -> list[ColumnElement[bool]]:
    days = Fact.last_day.between(scope.window.first, scope.window.last)
    if scope.regions is None:
        return [days]
    places = [place for place, code in regions.items() if code in scope.regions]
    return [days, Fact.place_id.in_(places)]
