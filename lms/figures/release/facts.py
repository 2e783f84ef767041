"""Facts one by one, as the gate lets them through: no name, no sensitive place (DOMAIN 7).

They stay inside the unit: a fact is a small number itself, and no mask would leave anything.
"""

import base64
import hashlib
import hmac

from flask import current_app

from lms.accounts.actors import Actor
from lms.accounts.permissions import require
from lms.figures import totals
from lms.figures.counting.questions import Scope
from lms.figures.release.gate import FULL_NUMBERS
from lms.figures.totals import Reading
from lms.people.rules import NAMELESS
from lms.sessions.models import Place

PSEUDONYM_BYTES = 10


def release(*, scope: Scope, actor: Actor) -> Reading:
    """Return the reading whose facts may be listed, by heads and administrators alone.

    Raises ``NotAllowed`` for others.
    """
    require(actor, "facts.list", *FULL_NUMBERS)
    return totals.read(scope=scope, actor=actor)


def nameless(reading: Reading) -> frozenset[int]:
    """Return the categories of armed movements: nothing leads from their facts to anybody.

    A pseudonym would, through the other facts of whoever bears it.
    """
    codes = reading.codes_under(NAMELESS)
    return frozenset(it.id for it in reading.categories if it.code in codes)


def pseudonym(person_id: int, holder: int) -> str:
    """Return what a person is called to one holder: the same in each answer, another elsewhere.

    Whoever holds two tokens, or a token and the register, learns nothing by comparing.
    """
    key = current_app.config["SECRET_KEY"].encode()
    said = hmac.new(key, f"fact {holder} {person_id}".encode(), hashlib.sha256).digest()
    return f"P-{base64.b32encode(said[:PSEUDONYM_BYTES]).decode()}"


def told(place: Place) -> Place | None:
    """Return a place as far as it may be told; of a sensitive one no more than its region."""
    return None if place.sensitive else place
