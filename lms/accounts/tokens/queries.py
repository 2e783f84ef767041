"""Reading tokens; nothing here changes a row."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from lms.accounts.actors import Actor
from lms.accounts.permissions import TOKEN_MAKERS, require
from lms.accounts.tokens.models import ApiToken
from lms.errors import NotFound
from lms.extensions import db


def tokens(actor: Actor) -> Sequence[ApiToken]:
    """Return the actor's own tokens, newest first."""
    require(actor, "token:list", *TOKEN_MAKERS)
    return db.session.scalars(
        select(ApiToken).where(ApiToken.user_id == actor.user_id).order_by(ApiToken.id.desc())
    ).all()


def token(token_id: int, actor: Actor) -> ApiToken:
    """Return one of the actor's own tokens. Raises ``NotFound`` for anybody else's."""
    require(actor, "token:read", *TOKEN_MAKERS)
    found = db.session.get(ApiToken, token_id)
    if found is None or found.user_id != actor.user_id:
        raise NotFound(f"api_token:{token_id}")
    return found


def in_use(actor: Actor, now: datetime) -> Sequence[ApiToken]:
    """Return the actor's tokens that open something."""
    return [it for it in tokens(actor) if it.opens(now)]


def by_prefix(prefix: str | None) -> ApiToken | None:
    """Return the token that a prefix names, its owner with it."""
    found: ApiToken | None = db.session.scalar(
        select(ApiToken).options(joinedload(ApiToken.user)).where(ApiToken.prefix == prefix)
    )
    return found
