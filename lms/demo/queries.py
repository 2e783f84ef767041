"""What the sample mission tells about itself."""

from dataclasses import dataclass

from sqlalchemy import exists, select

from lms.accounts.actors import Role
from lms.accounts.models import User
from lms.courses.models import Course
from lms.demo.accounts import ACCOUNTS, PASSWORD
from lms.demo.plan.codes import PASS_CODE, SHORT_CODE
from lms.extensions import db
from lms.people.models import Person
from lms.sessions.models import Status, TrainingSession
from lms.sessions.pass_codes import show
from lms.unit.models import UnitProfile

RECORDED = (User, Person, Course, TrainingSession)
"""A database with a row of one of these holds somebody's work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """An account to try."""

    role: Role
    email: str
    password: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIns:
    """How to come in as each role; without a session still open no participant can."""

    accounts: tuple[SignIn, ...]
    short_code: str | None
    pass_code: str | None


def holds_anything() -> bool:
    """Tell whether the database holds more than the reference data."""
    return any(db.session.scalar(select(exists().where(it.id.is_not(None)))) for it in RECORDED)


def sign_ins() -> SignIns | None:
    """Return the sample sign-ins; nothing in a database that is not the sample mission's."""
    if not db.session.scalar(select(UnitProfile.is_sample)):
        return None
    addresses = [it.email for it in ACCOUNTS]
    known = set(
        db.session.scalars(select(User.email).where(User.email.in_(addresses), User.active))
    )
    accounts = tuple(
        SignIn(role=it.role, email=it.email, password=PASSWORD)
        for it in ACCOUNTS
        if it.email in known
    )
    still_open = db.session.scalar(
        select(TrainingSession.id).where(
            TrainingSession.short_code == SHORT_CODE, TrainingSession.status == Status.OPEN
        )
    )
    return SignIns(
        accounts=accounts,
        short_code=SHORT_CODE if still_open else None,
        pass_code=show(PASS_CODE) if still_open else None,
    )
