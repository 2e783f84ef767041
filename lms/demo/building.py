"""Builds the sample mission out of its plan, through the services of real work alone."""

from collections.abc import Iterable
from datetime import date, datetime
from importlib.resources import files

from lms.accounts.actors import Actor
from lms.demo.accounts import add_accounts
from lms.demo.catalogue import add_courses
from lms.demo.holding import hold
from lms.demo.house import look_up
from lms.demo.plan.mission import plan
from lms.demo.plan.today import around
from lms.demo.plan.values import MissionPlan, PlannedSession
from lms.figures.services import declare_from
from lms.figures.targets import exchange
from lms.figures.targets.values import Kind
from lms.people import reference as categories
from lms.sessions import reference as places
from lms.sessions.models import TrainingSession
from lms.unit.services import describe
from lms.unit.values import UnitIdentity

UNIT = UnitIdentity(
    name_fr="Unité de protection de l’enfant d’exemple",
    name_en="Example Child Protection Unit",
    head_function_fr="Cheffe de l’unité de protection de l’enfant",
    head_function_en="Head of the Child Protection Unit",
    place="Bamako",
    feminine_ranks=True,
)


def build(*, today: date, now: datetime, actor: Actor) -> None:
    """Write the whole sample mission into an empty database; its caller commits.

    The sessions around ``today`` are not closed, so that they change no total.
    """
    mission = plan()
    found(mission, (*mission.training_sessions, *around(today, mission)), now=now, actor=actor)
    declare_from(actor=actor)
    declare(now=now, actor=actor)


def found(
    mission: MissionPlan, sessions: Iterable[PlannedSession], *, now: datetime, actor: Actor
) -> list[TrainingSession]:
    """Found the unit, its staff and its courses, and hold some sessions of a plan there."""
    categories.load()
    places.load()
    describe(identity=UNIT, sample=True, actor=actor)
    trainers = add_accounts(actor=actor)
    add_courses(now=now, actor=actor)
    house = look_up(mission.persons, trainers)
    return [hold(planned, house, now=now, actor=actor) for planned in sessions]


def declare(*, now: datetime, actor: Actor) -> None:
    """Bring in invented targets and strengths, as a unit head would bring in real ones."""
    for kind in Kind:
        content = (files("lms.demo") / "data" / f"{kind}.csv").read_bytes()
        exchange.enter(content, kind, now=now, actor=actor)
