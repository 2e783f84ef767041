"""The sessions of the small mission, who is in them and what came of it."""

from datetime import timedelta

from lms import clock
from lms.accounts.models import User
from lms.extensions import db
from lms.quizzes.kinds import AttemptMode
from lms.quizzes.models import Attempt, Quiz
from lms.sessions.kinds import Status
from lms.sessions.models import Participation, Place, TrainingSession
from lms.sessions.outcome import Outcome
from lms.sessions.rules.releases import REFORM_2023
from tests.factories.figures import (
    DeclaredFigureFactory,
    FactFactory,
    HeadcountFactFactory,
    IndicatorFactory,
)
from tests.factories.quizzes import AnswerFactory, AttemptFactory
from tests.factories.sessions import (
    AttendanceMarkFactory,
    FacilitatorFactory,
    HeadcountFactory,
    ParticipationFactory,
    PlaceFactory,
    SlotFactory,
    TrainingSessionFactory,
)

DAY = timedelta(days=1)
FAILED = {"percent": 0, "passed": False}


def region() -> Place:
    """Return a place that there is today."""
    place: Place = PlaceFactory.create(release=REFORM_2023)
    return place


def under_way(quiz: Quiz, place: Place, trainer: User) -> list[Participation]:
    """Return three people of a session that ends today; the first two were called in it all."""
    today = clock.today()
    training_session = _session(
        quiz, place, trainer, first_day=today - DAY, last_day=today, short_code="GAO7"
    )
    people = _enrolled(training_session)
    for position, day in enumerate((today - DAY, today), start=1):
        slot = SlotFactory.create(training_session=training_session, position=position, day=day)
        for person in people[:2]:
            AttendanceMarkFactory.create(participation=person, slot=slot)
    HeadcountFactory.create(
        training_session=training_session,
        category=training_session.course_version.course.audience,
    )
    db.session.refresh(training_session)
    return people


def closed(quiz: Quiz, place: Place, trainer: User) -> list[Participation]:
    """Return the three people that a session trained; it was closed yesterday."""
    training_session = _session(
        quiz,
        place,
        trainer,
        first_day=clock.today() - 9 * DAY,
        status=Status.CLOSED,
        closed_at=clock.now() - DAY,
    )
    slot = SlotFactory.create(training_session=training_session, minutes=360)
    people = _enrolled(training_session, outcome=Outcome.TRAINED, marks_obtained=1, marks_held=1)
    for it in people:
        AttendanceMarkFactory.create(participation=it, slot=slot)
        FactFactory.create(participation=it)
    audience = training_session.course_version.course.audience
    HeadcountFactFactory.create(training_session=training_session, headcount__category=audience)
    DeclaredFigureFactory.create(category=audience)
    IndicatorFactory.create()
    return people


def twin(training_session: TrainingSession) -> TrainingSession:
    """Return a session that may be the same event, written down again."""
    made: TrainingSession = TrainingSessionFactory.create(
        course_version=training_session.course_version,
        place=training_session.place,
        first_day=training_session.first_day,
        status=Status.HELD,
    )
    return made


def attempts(quiz: Quiz, people: list[Participation]) -> list[Attempt]:
    """Return what the first handed in and goes on with, what the next says and handed in."""
    done = {**FAILED, "handed_in_at": clock.now()}
    first, following = people[:2]
    made = [
        AttemptFactory.create(participation=first, quiz=quiz, number=1, **done),
        AttemptFactory.create(participation=first, quiz=quiz, number=2),
        AttemptFactory.create(participation=following, quiz=quiz, number=2, mode=AttemptMode.ORAL),
        AttemptFactory.create(participation=following, quiz=quiz, number=1, **done),
    ]
    question = quiz.slots[0].question
    for it in made:
        AnswerFactory.create(
            attempt_id=it.id, question_id=question.id, choice_ids=[question.choices[1].id]
        )
    return made


def passed(quiz: Quiz, participation: Participation) -> None:
    """Let somebody have passed the quiz."""
    AttemptFactory.create(
        participation=participation,
        quiz=quiz,
        handed_in_at=clock.now(),
        percent=100,
        passed=True,
    )


def _session(quiz: Quiz, place: Place, trainer: User, **changes: object) -> TrainingSession:
    training_session: TrainingSession = TrainingSessionFactory.create(
        course_version=quiz.course_version, place=place, **changes
    )
    FacilitatorFactory.create(training_session=training_session, user=trainer)
    return training_session


def _enrolled(training_session: TrainingSession, **changes: object) -> list[Participation]:
    category = training_session.course_version.course.audience
    return [
        ParticipationFactory.create(
            training_session=training_session,
            category=category,
            person__category=category,
            **changes,
        )
        for _ in range(3)
    ]
