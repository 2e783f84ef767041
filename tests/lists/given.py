"""What tests of lists start from: a session of days in Gao, and files."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from lms.accounts.models import User
from lms.extensions import db
from lms.lists import services
from lms.lists.models import ImportedList
from lms.lists.services import NamedFile
from lms.people import queries as people, reference
from lms.sessions.models import Facilitator, Half, Place, PlaceLevel, Slot, TrainingSession
from tests.factories.accounts import UserFactory
from tests.factories.courses import CourseVersionFactory

DATA = Path(__file__).parents[1] / "data"
GAO = DATA / "gao-2014-03-forces.csv"
FIRST_DAY = date(2014, 3, 12)
NOW = datetime(2014, 3, 20, 8, 0, tzinfo=UTC)
TODAY = NOW.date()
HEADER = "Nom;Prénom;Sexe;Matricule;Né(e) en;J1"


def session_of(slots: int = 3, trainer: User | None = None) -> TrainingSession:
    """Return a session in an empty mission, one whole day a slot, given by ``trainer``."""
    reference.load()
    place = Place(
        release="cod-2015-04", code="ML07", level=PlaceLevel.REGION, name_fr="Gao", name_en="Gao"
    )
    training_session = TrainingSession(
        reference="FDS-2J-0001",
        short_code="GAO2",
        course_version=CourseVersionFactory.create(
            course__audience=people.category("malian-forces")
        ),
        place=place,
        first_day=FIRST_DAY,
        last_day=FIRST_DAY + timedelta(days=slots - 1),
        slots=[
            Slot(
                position=position + 1,
                day=FIRST_DAY + timedelta(days=position),
                half=Half.DAY,
                minutes=360,
            )
            for position in range(slots)
        ],
        facilitators=[Facilitator(user=trainer or UserFactory.create(), lead=True)],
    )
    db.session.add(training_session)
    db.session.commit()
    return training_session


def trainer_of(training_session: TrainingSession) -> User:
    return training_session.facilitators[0].user


def csv(*rows: str, header: str = HEADER) -> bytes:
    return "\n".join([header, *rows]).encode()


def uploaded(
    training_session: TrainingSession, content: bytes, *, category: str = "malian-forces"
) -> ImportedList:
    """Return a list taken in by the session's trainer."""
    taken = services.upload(
        training_session=training_session,
        file=NamedFile("liste.csv", content),
        category=people.category(category),
        today=TODAY,
        actor=trainer_of(training_session).actor,
    )
    return taken.imported_list
