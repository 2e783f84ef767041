"""Who acts behind a request of a program: the owner of the token it carries."""

from contextlib import suppress
from dataclasses import dataclass

from flask import Response, after_this_request, g, request
from sqlalchemy.exc import OperationalError

from lms import clock
from lms.accounts.actors import Actor
from lms.accounts.tokens import queries, secret, services
from lms.accounts.tokens.errors import NoToken, OutOfScope
from lms.accounts.tokens.kinds import Scope
from lms.accounts.tokens.models import ApiToken
from lms.extensions import db

SCHEME = "bearer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """A token as the rest of the request knows it."""

    token_id: int
    scopes: frozenset[str]
    actor: Actor


def admit() -> Bearer:
    """Return who carries the token of this request, and keep it for the views.

    Cookies count for nothing here. Raises ``NoToken``.
    """
    given = request.authorization
    whole = given.token if given and given.type == SCHEME else None
    found = _opened(whole or "")
    g.bearer = Bearer(token_id=found.id, scopes=frozenset(found.scopes), actor=found.user.actor)
    _note(found)
    admitted: Bearer = g.bearer
    return admitted


def require_scope(scope: Scope | None = None) -> Bearer:
    """Return who was admitted. Raises ``OutOfScope`` unless the token names ``scope``."""
    admitted: Bearer = g.bearer
    if scope is not None and scope not in admitted.scopes:
        raise OutOfScope(scope)
    return admitted


def _opened(whole: str) -> ApiToken:
    found = queries.by_prefix(secret.prefix_of(whole))
    right = secret.matches(found.digest if found else None, whole)
    if found is None or not right or not found.opens(clock.now()):
        raise NoToken
    return found


def _note(token: ApiToken) -> None:
    """Note the use once the answer is made; that nobody could write it spoils no answer."""
    token_id, last, actor = token.id, token.last_used_at, token.user.actor

    @after_this_request
    def noted(response: Response) -> Response:
        db.session.rollback()  # SQLite lets in one writer at a time
        with suppress(OperationalError):
            services.note_use(token_id=token_id, last=last, now=clock.now(), actor=actor)
        return response
