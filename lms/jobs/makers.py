"""Who makes what: rooms above say here which of their files a worker can make."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lms.accounts.actors import Actor
from lms.errors import RuleBroken


class NothingToMake(RuleBroken):
    """There is nothing to put into the file."""


class Cancelled(RuleBroken):
    """Whoever asked wants it no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked for, and by whom, with the rights of this moment."""

    asked: Mapping[str, Any]
    actor: Actor
    by: str
    """How whoever asked is called in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A file: its parts are made as they are written."""

    file_name: str
    media_type: str
    parts: Iterable[bytes]


Advance = Callable[[float], None]
"""Told now and then which share is done; raises ``Cancelled``."""
Maker = Callable[[Order, Advance], Made]
MAKERS: dict[str, Maker] = {}
"""By kind of job; filled as the application is made."""
