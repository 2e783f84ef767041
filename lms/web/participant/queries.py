"""What one participant sees of their own: session, quiz, certificate; nothing of the others."""

from dataclasses import dataclass

from sqlalchemy.orm import joinedload

from lms.accounts.actors import Actor, ActorKind
from lms.certificates import queries as certificates
from lms.certificates.models import Certificate
from lms.courses.models import CourseVersion
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from lms.people import names
from lms.quizzes.queries import Offer, offered
from lms.sessions.models import Participation, TrainingSession
from lms.web.participant.stages import Stage, stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """The page of one participation."""

    training_session: TrainingSession
    name: str
    quizzes: list[tuple[Offer, Stage]]
    certificate: Certificate | None


def space(actor: Actor) -> Space:
    """Return the space of whoever holds a pass code.

    Raises ``NotAllowed`` for anybody else, ``NotFound`` when the participation is no more.
    """
    participation = _held_by(actor)
    training_session = participation.training_session
    return Space(
        training_session=training_session,
        name=names.display(participation.person.surname, participation.person.given_names),
        quizzes=[
            (offer, stage(offer, training_session.status)) for offer in offered(participation.id)
        ],
        certificate=certificates.of_participation(participation.id),
    )


def short_code(actor: Actor) -> str:
    """Return the code of the session that ``actor`` holds a pass code of."""
    return _held_by(actor).training_session.short_code


def _held_by(actor: Actor) -> Participation:
    if actor.kind is not ActorKind.PARTICIPANT:
        raise NotAllowed("participant:space")
    participation = db.session.get(
        Participation,
        actor.id,
        options=[
            joinedload(Participation.person),
            joinedload(Participation.training_session).options(
                joinedload(TrainingSession.place),
                joinedload(TrainingSession.course_version).joinedload(CourseVersion.course),
            ),
        ],
    )
    if participation is None:
        raise NotFound(f"participation:{actor.id}")
    return participation
