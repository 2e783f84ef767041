"""Pages of facts and of what their codes mean, a statement a page; nothing here writes."""

import base64
import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from flask import current_app
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import joinedload

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.extensions import db
from lms.figures.counting.questions import Scope
from lms.figures.models import Fact
from lms.figures.queries import Region, regions_of_places
from lms.figures.totals import visible_regions
from lms.people.models import Category
from lms.sessions.models import Place

READERS = (Role.UNIT_HEAD, Role.ADMINISTRATOR)
"""Who may read facts one by one, even without names."""
PSEUDONYM_BYTES = 10


def facts(
    *, scope: Scope, now: datetime, after: int, limit: int, actor: Actor
) -> tuple[Scope, Sequence[Fact]]:
    """Return facts that held at a moment, after one of them, and the scope they were read in.

    Without a moment it is ``now``; the next page asks for the same, so that all pages together
    are the facts of one moment. One fact more than ``limit`` says that there is a next page.
    """
    require(actor, "facts.list", *READERS)
    regions = visible_regions(scope.regions, actor)
    scope = replace(scope, regions=regions, as_of=scope.as_of or now)
    found = db.session.scalars(
        select(Fact)
        .where(Fact.id > after, *_within(scope, regions_of_places()))
        .options(
            joinedload(Fact.category),
            joinedload(Fact.place),
            joinedload(Fact.programme),
            joinedload(Fact.course),
            joinedload(Fact.organisation),
        )
        .order_by(Fact.id)
        .limit(limit + 1)
    ).all()
    return scope, found


def categories(*, after: int, limit: int) -> Sequence[Category]:
    """Return categories in the order of the tables, after so many of them, and one more."""
    return db.session.scalars(
        select(Category)
        .options(joinedload(Category.parent))
        .order_by(Category.position, Category.id)
        .offset(after)
        .limit(limit + 1)
    ).all()


def places(*, release: str | None, after: int, limit: int) -> Sequence[Place]:
    """Return places of one release or of all, after one of them, and one more."""
    asked = select(Place).options(joinedload(Place.parent)).where(Place.id > after)
    if release is not None:
        asked = asked.where(Place.release == release)
    return db.session.scalars(asked.order_by(Place.id).limit(limit + 1)).all()


def pseudonym(person_id: int, token_id: int) -> str:
    """Return what a person is called to one token: the same in each answer, another elsewhere.

    Whoever holds two tokens, or a token and the register, learns nothing by comparing.
    """
    key = current_app.config["SECRET_KEY"].encode()
    said = hmac.new(key, f"fact {token_id} {person_id}".encode(), hashlib.sha256).digest()
    return f"P-{base64.b32encode(said[:PSEUDONYM_BYTES]).decode()}"


def _within(scope: Scope, regions: dict[int, Region]) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        Fact.last_day.between(scope.window.first, scope.window.last),
        Fact.recorded_at <= scope.as_of,
        Fact.retracted_at.is_(None) | (Fact.retracted_at > scope.as_of),
    ]
    if scope.regions is not None:
        places = [place for place, it in regions.items() if it.code in scope.regions]
        conditions.append(Fact.place_id.in_(places))
    return conditions
