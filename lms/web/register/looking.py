"""Looking for duplicates over the whole register."""

from datetime import datetime

from lms.accounts.actors import Actor
from lms.people.services import duplicates
from lms.web.register import guard


def look_again(*, now: datetime, actor: Actor) -> int:
    """Compare everybody with everybody and store what is new; return how many doubts that is."""
    guard.require_reader(actor)
    return duplicates.look(now=now, actor=actor)
