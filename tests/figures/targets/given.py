"""What tests of targets start from: things somebody says, and files that say them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from lms.accounts.actors import Actor, ActorKind, Role
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure
from lms.figures.targets.values import Aim, Rotation

NOW = datetime(2014, 4, 1, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
YEAR = Window(date(2014, 1, 1), date(2014, 12, 31))
NEXT = Window(date(2015, 1, 1), date(2015, 12, 31))
HEAD = Actor(kind=ActorKind.USER, id=1, role=Role.UNIT_HEAD)
ADMINISTRATOR = Actor(kind=ActorKind.USER, id=2, role=Role.ADMINISTRATOR)
TRAINER = Actor(kind=ActorKind.USER, id=3, role=Role.TRAINER, regions=frozenset({"ML07"}))
AIM = "measure,category,region,from,to,count,source\n"
ROTATION = "category,unit,rotation,region,from,to,count,source\n"


def aim(**more: object) -> Aim:
    """Return a target of forty persons trained in 2014."""
    usual = Aim(
        measure=Measure.PERSONS_TRAINED, category_id=None, window=YEAR, count=40, source="Plan"
    )
    return replace(usual, **more)  # type: ignore[arg-type]  # as given


def rotation(**more: object) -> Rotation:
    """Return a contingent of forty for 2014."""
    usual = Rotation(category_id=1, unit="Contingent A", window=YEAR, count=40, source="Lettre")
    return replace(usual, **more)  # type: ignore[arg-type]  # as given
