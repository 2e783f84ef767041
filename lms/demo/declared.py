"""The targets and strengths of the sample mission; all of them are invented."""

from datetime import datetime
from importlib.resources import files

from lms.accounts.actors import Actor
from lms.figures.targets import exchange
from lms.figures.targets.values import Kind


def declare(*, now: datetime, actor: Actor) -> None:
    """Bring in the sample files as a unit head would bring in real ones."""
    for kind in Kind:
        content = (files("lms.demo") / "data" / f"{kind}.csv").read_bytes()
        exchange.enter(content, kind, now=now, actor=actor)
