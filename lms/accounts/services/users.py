"""Making, scoping and disabling accounts."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import structlog
from sqlalchemy.exc import IntegrityError

from lms.accounts import audit, passwords, queries
from lms.accounts.actors import Actor, Role
from lms.accounts.errors import AddressTaken, LastAdministrator
from lms.accounts.models import User
from lms.accounts.permissions import require
from lms.extensions import db

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What an administrator writes of an account."""

    name: str
    email: str
    role: Role
    regions: Collection[str] = ()
    locale: str = "fr"


def create_user(*, profile: Profile, password: str, actor: Actor) -> User:
    """Make an account; the system may, for commands and the sample mission.

    Raises ``AddressTaken``.
    """
    require(actor, "user:create", Role.ADMINISTRATOR, system=True)
    email = _free_address(profile.email)
    user = User(
        email=email,
        name=profile.name,
        password_hash=passwords.hashed(password),
        role=profile.role,
        regions=sorted(profile.regions),
        locale=profile.locale,
    )
    with _unless_taken():
        db.session.add(user)
        db.session.flush()  # the trail needs the id
    changes: dict[str, object] = {"role": profile.role, "regions": sorted(profile.regions)}
    audit.record("user:create", f"user:{user.id}", changes=changes, actor=actor)
    log.info("user.created", id=user.id, role=user.role, actor_kind=actor.kind, actor_id=actor.id)
    return user


def edit_user(*, user: User, profile: Profile, actor: Actor) -> None:
    """Change who an account is and what it may.

    Raises ``AddressTaken``, and ``LastAdministrator`` when nobody else could mend accounts.
    """
    require(actor, "user:edit", Role.ADMINISTRATOR)
    email = _free_address(profile.email, except_for=user)
    if profile.role is not Role.ADMINISTRATOR:
        _keep_an_administrator(user)
    before = (user.role, user.regions)
    with _unless_taken():
        user.email, user.name, user.locale = email, profile.name, profile.locale
        user.role, user.regions = profile.role, sorted(profile.regions)
        db.session.flush()  # the address may have been taken since it was looked for
    changes: dict[str, object] = {"role": profile.role, "regions": user.regions}
    audit.record(
        "user:edit",
        f"user:{user.id}",
        changes=changes if before != (user.role, user.regions) else None,
        actor=actor,
    )


def set_active(*, user: User, active: bool, actor: Actor) -> None:
    """Disable an account, which signs it out at once, or open it again.

    Raises ``LastAdministrator``.
    """
    require(actor, "user:disable", Role.ADMINISTRATOR)
    if not active:
        _keep_an_administrator(user)
    user.active = active
    audit.record("user:enable" if active else "user:disable", f"user:{user.id}", actor=actor)


def set_password(*, user: User, password: str, actor: Actor) -> None:
    """Give an account a new password, for whoever forgot theirs."""
    require(actor, "user:set_password", Role.ADMINISTRATOR)
    user.password_hash = passwords.hashed(password)
    audit.record("user:set_password", f"user:{user.id}", actor=actor)


def _free_address(email: str, except_for: User | None = None) -> str:
    address = email.strip().lower()
    holder = queries.by_email(address)
    if holder is not None and holder is not except_for:
        raise AddressTaken(f"user:{holder.id}")
    return address


@contextmanager
def _unless_taken() -> Iterator[None]:
    """Say so when somebody else took the address at the same moment."""
    try:
        with db.session.begin_nested():
            yield
    except IntegrityError as error:
        raise AddressTaken("user") from error


def _keep_an_administrator(user: User) -> None:
    if [*queries.active_administrators()] == [user]:
        raise LastAdministrator(f"user:{user.id}")
