"""Reading certificates; nothing here changes a row."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import joinedload

from lms.accounts.actors import Actor, ActorKind
from lms.certificates.kinds import Kind, Obstacle, State
from lms.certificates.models import Certificate
from lms.certificates.rules.entitlement import Standing, entitlement
from lms.courses.models import CourseVersion
from lms.db import WITH_WITHDRAWN
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from lms.people.kinds import AgeGroup
from lms.people.rules import NAMELESS
from lms.quizzes import queries as quizzes
from lms.sessions import queries as sessions
from lms.sessions.kinds import ParticipationRole, Status
from lms.sessions.models import Participation, TrainingSession
from lms.sessions.queries.access import scope

PER_PAGE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody in a closed session: what they get, what they have, or why neither."""

    participation: Participation
    due: Kind | Obstacle
    certificate: Certificate | None
    """The latest, whatever its state."""

    @property
    def kind(self) -> Kind | None:
        """The kind due; nothing when there is an obstacle."""
        return self.due if isinstance(self.due, Kind) else None

    @property
    def missing(self) -> bool:
        """Whether issuing would give this participation its first certificate."""
        return self.kind is not None and self.certificate is None


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the certificates somebody may read."""

    rows: Sequence[Certificate]
    number: int
    pages: int
    total: int


def candidates(training_session: TrainingSession) -> list[Candidate]:
    """Return everybody in a closed session by name, except those who only helped to give it.

    Empty before the session is closed: there are no outcomes yet.
    """
    if training_session.status is not Status.CLOSED:
        return []
    everybody = [
        it
        for it in sessions.participations(training_session.id)
        if it.role is ParticipationRole.PARTICIPANT
    ]
    passed = quizzes.passed([it.id for it in everybody])
    held = {it.participation_id: it for it in of_session(training_session.id)}
    course = training_session.course_version.course
    return [
        Candidate(
            participation=it,
            due=entitlement(
                Standing(
                    course=course.kind,
                    best=course.certificate,
                    role=it.role,
                    age_group=it.age_group,
                    outcome=it.outcome,
                    passed=it.id in passed,
                )
            ),
            certificate=held.get(it.id),
        )
        for it in everybody
        if it.outcome is not None
    ]


def of_session(training_session_id: int) -> Sequence[Certificate]:
    """Return every certificate of a session in the order of issue, whatever its state."""
    return db.session.scalars(
        select(Certificate)
        .join(Certificate.participation)
        .where(Participation.training_session_id == training_session_id)
        .order_by(Certificate.id)
    ).all()


def named(certificate: Certificate) -> bool:
    """Tell whether the name may stand outside the session's own page and the paper (DOMAIN 7).

    It may not for minors, members of armed movements, and once it was erased.
    """
    it = certificate.participation
    nameless = (it.category.parent or it.category).code == NAMELESS
    return it.age_group is not AgeGroup.MINOR and not nameless and it.person.erased_at is None


def to_print(training_session_id: int) -> Sequence[Certificate]:
    """Return the valid certificates of a session in the order of their numbers."""
    rows = of_session(training_session_id)
    return sorted((it for it in rows if it.state is State.ISSUED), key=lambda it: it.number)


def of_participation(participation_id: int) -> Certificate | None:
    """Return the valid certificate of a participation, if it has one."""
    found: Certificate | None = db.session.scalar(
        select(Certificate).where(
            Certificate.participation_id == participation_id,
            Certificate.state == State.ISSUED,
        )
    )
    return found


def of_holder(actor: Actor) -> Certificate:
    """Return the valid certificate of whoever holds a pass code. Raises ``NotFound``."""
    holder = actor.id if actor.kind is ActorKind.PARTICIPANT else None
    found = of_participation(holder) if holder is not None else None
    if found is None:
        raise NotFound("certificate of the holder")
    return found


def get(certificate_id: int, actor: Actor) -> Certificate:
    """Return a certificate with its session.

    Raises ``NotFound``, and ``NotAllowed`` for whoever may not read the session.
    """
    found = db.session.get(
        Certificate,
        certificate_id,
        options=[
            joinedload(Certificate.replaced_by),
            joinedload(Certificate.participation)
            .joinedload(Participation.training_session)
            .joinedload(TrainingSession.course_version)
            .joinedload(CourseVersion.course),
            joinedload(Certificate.participation).joinedload(Participation.person),
        ],
        execution_options=WITH_WITHDRAWN,  # a revoked one outlives its participation
    )
    if found is None:
        raise NotFound(f"certificate:{certificate_id}")
    if not sessions.readable(found.participation.training_session, actor):
        raise NotAllowed(f"certificate:{certificate_id}")
    return found


def by_code(code: str) -> Certificate:
    """Return the certificate a whole code opens, with its participation. Raises ``NotFound``."""
    found: Certificate | None = db.session.scalar(
        select(Certificate)
        .options(joinedload(Certificate.participation))
        .where(Certificate.code == code)
        .execution_options(**WITH_WITHDRAWN)
    )
    if found is None:
        raise NotFound("certificate")
    return found


def training_session_called(name: str) -> TrainingSession:
    """Return the session with this reference or short code, in any case. Raises ``NotFound``."""
    wanted = name.strip().upper()
    found: TrainingSession | None = db.session.scalar(
        select(TrainingSession).where(
            or_(TrainingSession.reference == wanted, TrainingSession.short_code == wanted)
        )
    )
    if found is None:
        raise NotFound("training_session")
    return found


def listed(actor: Actor, *, number: str = "", state: State | None = None, page: int = 1) -> Page:
    """Return a page of the certificates ``actor`` may read, latest issue first.

    ``number`` is any part of a number, in any case.
    """
    wanted: list[ColumnElement[bool]] = [scope(actor)]
    if number:
        wanted.append(Certificate.number.contains(number.strip().upper(), autoescape=True))
    if state is not None:
        wanted.append(Certificate.state == state)
    matching = (
        select(Certificate)
        .join(Certificate.participation)
        .join(Participation.training_session)
        .where(*wanted)
        .execution_options(**WITH_WITHDRAWN)
    )
    counting = select(func.count()).select_from(matching.subquery())
    total = db.session.scalar(counting.execution_options(**WITH_WITHDRAWN)) or 0
    pages = max(1, -(-total // PER_PAGE))
    page = min(max(page, 1), pages)
    rows = db.session.scalars(
        matching.options(
            joinedload(Certificate.participation)
            .joinedload(Participation.training_session)
            .joinedload(TrainingSession.course_version),
            joinedload(Certificate.participation)
            .joinedload(Participation.training_session)
            .joinedload(TrainingSession.place),
        )
        .order_by(Certificate.issued_at.desc(), Certificate.number)
        .limit(PER_PAGE)
        .offset((page - 1) * PER_PAGE)
    ).all()
    return Page(rows, page, pages, total)
