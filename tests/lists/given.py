"""What tests of lists start from: a session of days in Gao, and files."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from lms.accounts.actors import SYSTEM
from lms.accounts.models import User
from lms.extensions import db
from lms.lists import services
from lms.lists.models import ImportedList
from lms.lists.services import NamedFile
from lms.people import queries as people, reference, services as people_services
from lms.people.models import Person
from lms.people.values import Identity
from lms.sessions.models import Facilitator, Half, Place, PlaceLevel, Slot, TrainingSession
from tests.factories.accounts import UserFactory
from tests.factories.courses import CourseVersionFactory
from tests.pages import read

DATA = Path(__file__).parents[1] / "data"
GAO = DATA / "gao-2014-03-forces.csv"
FIRST_DAY = date(2014, 3, 12)
NOW = datetime(2014, 3, 20, 8, 0, tzinfo=UTC)
TODAY = NOW.date()
HEADER = "Nom;Prénom;Sexe;Matricule;Né(e) en;J1"


def registered(surname: str, given_names: str, **more: object) -> Person:
    """Return somebody in the register already, of the category of lists of the forces."""
    identity = Identity(
        surname=surname,
        given_names=given_names,
        category_id=people.category("malian-forces").id,
        **more,  # type: ignore[arg-type]  # as each test says
    )
    return people_services.register(identity=identity, actor=SYSTEM)


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


@dataclass(frozen=True)
class Desk:
    """A browser with the token of its forms, and the session lists are brought into."""

    client: FlaskClient
    token: str
    session_id: int
    category_id: int

    @property
    def path(self) -> str:
        return f"/sessions/{self.session_id}/list"

    def post(self, path: str, **data: object) -> TestResponse:
        """Send a form and go where the answer leads."""
        sent = {"csrf_token": self.token, **data}
        return self.client.post(path, data=sent, follow_redirects=True)

    def hand_in(
        self, content: bytes, *, name: str = "liste.csv", category_id: int | None = None
    ) -> TestResponse:
        """Hand a file in on the page of the session."""
        file = (BytesIO(content), name)
        return self.post(self.path, file=file, category_id=category_id or self.category_id)


def desk_of(app: Flask, *, slots: int = 1, locale: str = "en") -> Desk:
    """Return the desk of whoever gives a new session in an empty mission."""
    app.config["WTF_CSRF_ENABLED"] = True
    with app.app_context():
        training_session = session_of(slots, UserFactory.create(locale=locale))
        client = app.test_client(user=trainer_of(training_session))
        client.environ_base["HTTP_ACCEPT_LANGUAGE"] = locale
        number, category_id = training_session.id, people.category("malian-forces").id
    page = read(client.get(f"/sessions/{number}/list"))
    (token,) = {it.get("value") for it in page.findall(".//input[@name='csrf_token']")}
    return Desk(client, token or "", number, category_id)
