"""N facts: N/3 persons, 20 categories, 60 places, 12 programmes, 10 years."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

import numpy as np

from lms.extensions import db
from lms.figures.ledger.records import EPOCH, PHASES, RECORD, Array
from lms.sessions.kinds import PlaceLevel
from tests.factories.courses import CourseFactory, CourseVersionFactory, ProgrammeFactory
from tests.factories.people import CategoryFactory
from tests.factories.sessions import PlaceFactory

FIRST = date(2010, 1, 1)
DAYS = 3652
SESSION = 40
RECORDED = datetime(2021, 1, 1, tzinfo=UTC)
RETRACTED = 0.02
ELSEWHERE = 0.1
"""Of the facts in a category that is not the usual one of their person."""
SENSITIZED = 0.2
UNSPECIFIED = 0.03


@dataclass(frozen=True, slots=True)
class Reference:
    """Numbers of the rows that facts point to."""

    categories: Sequence[int]
    places: Sequence[int]
    courses: Sequence[tuple[int, int, int]]
    """Course, version and programme."""


def reference() -> Reference:
    """Make what facts point to: 20 categories under five, 60 places in ten regions."""
    tops = [CategoryFactory.create() for _ in range(5)]
    categories = [CategoryFactory.create(parent=top).id for top in tops for _ in range(4)]
    regions = [PlaceFactory.create(level=PlaceLevel.REGION) for _ in range(10)]
    places = [
        PlaceFactory.create(level=PlaceLevel.CERCLE, parent=it).id
        for it in regions
        for _ in "12345"
    ]
    courses = []
    for _ in range(12):
        course = CourseFactory.create(programme=ProgrammeFactory.create())
        version = CourseVersionFactory.create(course=course)
        courses.append((course.id, version.id, course.programme_id))
    found = Reference(categories, [*(it.id for it in regions), *places], courses)
    db.session.commit()
    return found


def records(count: int, known: Reference, chance: np.random.Generator) -> Array:
    """Return the facts, those of a session together; nobody stands twice in a session."""
    made = np.zeros(count, dtype=RECORD)
    held = np.arange(count) // SESSION
    sessions, persons = int(held[-1]) + 1, max(count // 3, SESSION)

    def of_session(values: Array) -> Array:
        return values[held]

    course = chance.integers(0, len(known.courses), sessions)
    made["fact"] = np.arange(1, count + 1)
    made["training_session"] = held + 1
    # Forty in a row from anywhere: distinct within the session.
    start = of_session(chance.integers(0, persons, sessions))
    made["person"] = (start + (np.arange(count) % SESSION) * 7919) % persons + 1
    shift = (FIRST - EPOCH).days
    made["day"] = of_session(chance.integers(0, DAYS, sessions)) + shift
    recorded = int(RECORDED.timestamp()) * 1_000_000 + of_session(np.arange(sessions)) * 1_000
    made["recorded"] = recorded
    made["retracted"] = np.where(chance.random(count) < RETRACTED, recorded + 3_600_000_000, 0)
    usual = np.array(known.categories)[made["person"] % len(known.categories)]
    other = np.array(known.categories)[chance.integers(0, len(known.categories), count)]
    made["category"] = np.where(chance.random(count) < ELSEWHERE, other, usual)
    made["place"] = of_session(
        np.array(known.places)[chance.integers(0, len(known.places), sessions)]
    )
    made["course"] = of_session(np.array([it[0] for it in known.courses])[course])
    made["programme"] = of_session(np.array([it[2] for it in known.courses])[course])
    made["phase"] = of_session(chance.integers(0, len(PHASES), sessions))
    made["outcome"] = chance.random(count) < SENSITIZED
    made["column"] = np.where(chance.random(count) < UNSPECIFIED, 2, made["person"] % 5 == 0)
    return made
