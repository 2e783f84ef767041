"""The places a session can be in."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import aliased, joinedload

from lms.extensions import db
from lms.sessions.models import Place, PlaceLevel
from lms.sessions.rules.releases import RELEASES

ABOVE = aliased(Place)


def places() -> Sequence[Place]:
    """Return the regions and cercles of every release in use, each region before its cercles.

    Releases stand newest first: most sessions are planned ahead.
    """
    found = db.session.scalars(
        select(Place)
        .outerjoin(ABOVE, Place.parent_id == ABOVE.id)
        .options(joinedload(Place.parent))
        .where(Place.level != PlaceLevel.COUNTRY)
    ).all()
    age = {it.code: number for number, it in enumerate(reversed(RELEASES))}
    in_use = [it for it in found if it.release in age]
    return sorted(in_use, key=lambda it: (age[it.release], *_position(it)))


def regions(release: str) -> Sequence[Place]:
    """Return the regions of one release by code."""
    return db.session.scalars(
        select(Place)
        .where(Place.release == release, Place.level == PlaceLevel.REGION)
        .order_by(Place.code)
    ).all()


def _position(place: Place) -> tuple[str, str]:
    if place.level is PlaceLevel.REGION or place.parent is None:
        return (place.code, "")
    return (place.parent.code, place.code)
