"""What a form on sessions offers to choose from."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, select

from lms.accounts.actors import Actor, Role
from lms.accounts.models import User
from lms.courses.models import Course, CourseVersion, VersionStatus
from lms.extensions import db
from lms.people import names
from lms.people.models import Person
from lms.people.queries import identity, protection
from lms.people.rules import service_number_key
from lms.sessions.models import Participation, TrainingSession
from lms.sessions.queries.access import scope

MOST_FOUND = 20


def taught_courses() -> Sequence[CourseVersion]:
    """Return the latest published version of each course, by code."""
    found = db.session.scalars(
        select(CourseVersion)
        .join(CourseVersion.course)
        .where(CourseVersion.status == VersionStatus.PUBLISHED)
        .order_by(Course.code, CourseVersion.number)
    )
    return list({it.course_id: it for it in found}.values())


def facilitators() -> Sequence[User]:
    """Return the open accounts that may give a session, by name."""
    return db.session.scalars(
        select(User)
        .where(User.active, User.role.in_((Role.TRAINER, Role.UNIT_HEAD)))
        .order_by(User.name, User.id)
    ).all()


def known_persons(
    words: str, training_session_id: int, today: date, actor: Actor
) -> Sequence[Person]:
    """Return persons of sessions ``actor`` may read whose name holds all the words.

    Those in the session already are left out, and those whose name stands on the pages of their
    own sessions alone (DOMAIN 7); at most twenty, by folded name. No words find nobody.
    """
    asked = names.fold(words).split()
    if not asked:
        return []
    here = select(Participation.person_id).where(
        Participation.training_session_id == training_session_id
    )
    return db.session.scalars(
        select(Person)
        .join(Person.category)
        .where(
            ~protection.guard(today).condition(Person),
            Person.id.in_(_met_by(actor)),
            Person.id.not_in(here),
            *(Person.folded_name.contains(word, autoescape=True) for word in asked),
        )
        .order_by(Person.sort_name, Person.id)
        .limit(MOST_FOUND)
    ).all()


def namesake(surname: str, given_names: str, training_session_id: int) -> Person | None:
    """Return somebody in the session whose name folds to the same, first come first."""
    return db.session.scalar(
        select(Person)
        .join(Participation, Participation.person_id == Person.id)
        .where(
            Participation.training_session_id == training_session_id,
            Person.folded_name == names.folded_name(surname, given_names),
        )
        .order_by(Person.id)
        .limit(1)
    )


def may_add(person: Person, service_number: str, actor: Actor) -> bool:
    """Tell whether ``actor`` may add a person: met in a session of theirs, or number known."""
    key = service_number_key(service_number)
    records = identity.cluster(person.id)
    if key and key in {it.service_number_key for it in records}:
        return True
    return (
        db.session.scalar(
            select(Person.id)
            .where(Person.id.in_([it.id for it in records]), Person.id.in_(_met_by(actor)))
            .limit(1)
        )
        is not None
    )


def _met_by(actor: Actor) -> Select[int]:
    return (
        select(Participation.person_id)
        .join(TrainingSession, TrainingSession.id == Participation.training_session_id)
        .where(scope(actor))
    )
