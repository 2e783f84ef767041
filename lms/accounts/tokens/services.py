"""Making and revoking tokens, and noting that one was used."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import update
from sqlalchemy.orm import Session

from lms.accounts import audit
from lms.accounts.actors import Actor
from lms.accounts.models import User
from lms.accounts.permissions import TOKEN_MAKERS, require
from lms.accounts.tokens import queries, secret
from lms.accounts.tokens.errors import TokenNameTaken
from lms.accounts.tokens.kinds import Scope
from lms.accounts.tokens.models import ApiToken
from lms.db import lock
from lms.extensions import db

log = structlog.get_logger(__name__)

BETWEEN_NOTES = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What its owner writes of a token."""

    name: str
    scopes: Collection[Scope]
    days: int


def create(*, wanted: Wanted, now: datetime, actor: Actor) -> tuple[ApiToken, str]:
    """Make a token of the actor's own; return it with the whole, which is shown this once.

    Raises ``TokenNameTaken`` while another of theirs has the name.
    """
    require(actor, "token:create", *TOKEN_MAKERS)
    lock(db.session.get_one(User, actor.user_id))  # two forms sent at once
    if wanted.name in {it.name for it in queries.in_use(actor, now)}:
        raise TokenNameTaken(f"user:{actor.user_id}")
    minted = secret.mint()
    made = ApiToken(
        user_id=actor.user_id,
        name=wanted.name,
        prefix=minted.prefix,
        digest=minted.digest,
        scopes=sorted(wanted.scopes),
        created_at=now,
        expires_at=now + timedelta(days=wanted.days),
    )
    db.session.add(made)
    db.session.flush()  # the trail needs the id
    changes: dict[str, object] = {"scopes": made.scopes, "days": wanted.days}
    audit.record("token:create", f"api_token:{made.id}", changes=changes, actor=actor)
    log.info("token.created", id=made.id, user_id=actor.user_id)
    return made, minted.whole


def revoke(*, token: ApiToken, now: datetime, actor: Actor) -> None:
    """Close one of the actor's own tokens for good; twice does as much as once."""
    require(actor, "token:revoke", *TOKEN_MAKERS)
    queries.token(token.id, actor)  # theirs, or it does not exist for them
    lock(token)
    if token.revoked_at is not None:
        return
    token.revoked_at = now
    audit.record("token:revoke", f"api_token:{token.id}", actor=actor)
    log.info("token.revoked", id=token.id, user_id=actor.user_id)


def note_use(*, token_id: int, last: datetime | None, now: datetime, actor: Actor) -> None:
    """Note that a token was used, once an hour, by a connection of its own.

    It is a log and no act: the trail holds what was read where names are.
    """
    if last is not None and now - last < BETWEEN_NOTES:
        return
    with Session(db.engine) as writing, writing.begin():
        writing.execute(
            update(ApiToken)
            .where(ApiToken.id == token_id, ApiToken.user_id == actor.user_id)
            .values(last_used_at=now)
        )
