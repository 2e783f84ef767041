"""Contents and rows of certificates, invented."""

from dataclasses import replace
from datetime import UTC, date, datetime

from factory.alchemy import SQLAlchemyModelFactory
from factory.declarations import LazyAttribute, LazyFunction, Sequence

from lms.certificates.kinds import Kind
from lms.certificates.models import Certificate, CertificateCounter
from lms.certificates.rules.numbers import new_code, write_number
from lms.certificates.values import Content, to_json
from lms.extensions import db
from lms.people.kinds import Sex
from lms.sessions.kinds import Status
from lms.sessions.models import Participation, TrainingSession
from lms.sessions.outcome import Outcome
from tests.factories.sessions import ParticipationFactory, SlotFactory, TrainingSessionFactory

CONTENT = Content(
    kind=Kind.COMPLETION,
    number=write_number("CP", 2014, 123),
    code="7K4P2MTR9QXH",
    link="https://kalanso.example.org/verify/7K4P2MTR9QXH",
    given_names="Aïssata",
    surname="Maïga",
    sex=Sex.FEMALE,
    rank_fr="adjudant",
    rank_en="Warrant Officer",
    grade="",
    course_code="FDS-3J",
    version=2,
    title_fr="Protection de l’enfant en période de conflit armé",
    title_en="Protecting children in armed conflict",
    minutes=840,
    first_day=date(2014, 3, 12),
    last_day=date(2014, 3, 14),
    place_fr="Gao",
    place_en="Gao",
    unit_fr="Unité de protection de l’enfant",
    unit_en="Child Protection Unit",
    head_fr="Cheffe de l’unité",
    head_en="Head of unit",
    host_fr="",
    host_en="",
    made_at="Bamako",
    made_on=date(2014, 3, 20),
    sample=False,
)
NOW = datetime(2014, 3, 20, 9, tzinfo=UTC)


def make_content(**changes: object) -> Content:
    """Return a certificate of completion, changed where a test says so."""
    return replace(CONTENT, **changes)  # type: ignore[arg-type]  # named as the fields are


def closed_session(days: int = 3, year: int = 2014, **changes: object) -> TrainingSession:
    """Return a closed session of whole days in March, six hours each."""
    first, last = date(year, 3, 12), date(year, 3, 11 + days)
    training_session: TrainingSession = TrainingSessionFactory.create(
        status=Status.CLOSED, first_day=first, last_day=last, **changes
    )
    for position in range(1, days + 1):
        SlotFactory.create(
            training_session=training_session,
            position=position,
            day=date(year, 3, 11 + position),
            minutes=360,
        )
    return training_session


def trained(training_session: TrainingSession | None = None, **changes: object) -> Participation:
    """Return somebody who was trained, in a closed session."""
    values: dict[str, object] = {"outcome": Outcome.TRAINED, "marks_obtained": 3, "marks_held": 3}
    participation: Participation = ParticipationFactory.create(
        training_session=training_session or closed_session(), **(values | changes)
    )
    return participation


class CertificateFactory(SQLAlchemyModelFactory):
    """A valid certificate; its content says the same number and code as its row."""

    class Meta:
        model = Certificate
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"
        exclude = ("running",)

    running = Sequence(lambda n: n + 1)
    participation = LazyFunction(trained)
    kind = Kind.COMPLETION
    number = LazyAttribute(lambda it: write_number("EX", 2014, it.running))
    code = LazyFunction(new_code)
    content = LazyAttribute(
        lambda it: to_json(
            make_content(
                kind=it.kind,
                number=it.number,
                code=it.code,
                link=f"https://kalanso.example.org/verify/{it.code}",
            )
        )
    )
    issued_at = NOW


class CertificateCounterFactory(SQLAlchemyModelFactory):
    class Meta:
        model = CertificateCounter
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    prefix = Sequence(lambda n: f"P{n}")
    year = 2014
