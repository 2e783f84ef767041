"""The name of a minor stands on the pages of their own sessions and nowhere else (DOMAIN 7)."""

import io
import re
import zipfile
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

from lms import clock
from lms.extensions import db
from lms.figures.cli import figures
from lms.lists import services as lists
from lms.lists.services import NamedFile
from lms.people.kinds import AgeGroup, BirthPrecision
from lms.people.models import Person
from lms.quizzes.models import Quiz
from lms.sessions.models import Participation, TrainingSession
from lms.sessions.outcome import Outcome
from tests.access.row import Row
from tests.access.table import PAGES
from tests.factories.certificates import CertificateFactory
from tests.factories.figures import FactFactory
from tests.factories.people import (
    CategoryFactory,
    PersonFactory,
    PersonNameFactory,
    SuggestionFactory,
)
from tests.factories.quizzes import AttemptFactory
from tests.factories.sessions import (
    AttendanceMarkFactory,
    ParticipationFactory,
    TrainingSessionFactory,
)
from tests.world.house import House
from tests.world.visitors import Visitor

CHILD, MEMBER = "Zyxibé-Exemple", "Wuqobé-Exemple"
"""Fictitious, and like nothing else in the world: of a minor, and of a movement's member."""
NAMES = re.compile("zyxib|wuqob", re.IGNORECASE)
OWN = re.compile(r"/sessions/(\d+)(/|$)")


@pytest.fixture(scope="module")
def furnished(open_house: House) -> House:
    """Return the small mission with two people in it whom a pseudonym protects."""
    with open_house.app.app_context():
        world = open_house.world
        today = clock.today()
        closed = db.session.get_one(TrainingSession, world.closed)
        under_way = db.session.get_one(TrainingSession, world.session)
        audience = under_way.course_version.course.audience
        assert audience is not None
        child = PersonFactory.create(
            surname=CHILD,
            category=audience,
            birth_date=date(today.year - 12, 1, 1),
            birth_precision=BirthPrecision.AGE,
            service_number="555777",
            service_number_key="555777",
        )
        movement = CategoryFactory.create(code="armed-movements")
        member = PersonFactory.create(
            surname=MEMBER, category=movement, birth_date=date(1980, 1, 1)
        )
        for person, category, group in (
            (child, audience, AgeGroup.MINOR),
            (member, movement, AgeGroup.ADULT),
        ):
            PersonNameFactory.create(person=person, surname=person.surname)
            for training_session in (closed, under_way):
                _take_part(training_session, person, category, group)
        SuggestionFactory.create(person=child, candidate=PersonFactory.create())
        _hand_in(under_way)
        open_house_ids = (child.id, member.id)
        open_house.app.config["PROTECTED"] = open_house_ids
        db.session.remove()
        db.engine.dispose()
    return open_house


def _take_part(
    training_session: TrainingSession, person: Person, category: object, group: AgeGroup
) -> None:
    over = training_session.closed_at is not None
    it: Participation = ParticipationFactory.create(
        training_session=training_session,
        person=person,
        category=category,
        age_group=group,
        outcome=Outcome.TRAINED if over else None,
    )
    AttendanceMarkFactory.create(participation=it, slot=training_session.slots[0])
    quiz = db.session.scalars(
        select(Quiz).where(Quiz.course_version_id == training_session.course_version_id)
    ).one()
    AttemptFactory.create(
        participation=it, quiz=quiz, handed_in_at=clock.now(), percent=80, passed=True
    )
    if over:
        FactFactory.create(participation=it)
        certificate = CertificateFactory.create(participation=it)
        certificate.content = {**certificate.content, "surname": person.surname}
        db.session.commit()


def _hand_in(training_session: TrainingSession) -> None:
    category = training_session.course_version.course.audience
    assert category is not None
    lists.upload(
        training_session=training_session,
        file=NamedFile("liste.csv", f"Nom;Prénom;Sexe;Âge\n{CHILD};Awa;F;12\n".encode()),
        category=category,
        today=clock.today(),
        actor=training_session.facilitators[0].user.actor,
    )
    db.session.commit()


def names_in(answer: TestResponse) -> list[str]:
    """Return what is found of the names in an answer, a workbook's parts unpacked."""
    content = answer.get_data()
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            content = b"".join(parts.read(name) for name in parts.namelist())
    return NAMES.findall(content.decode("utf-8", "ignore"))


def own(address: str, furnished: House) -> bool:
    """Tell whether a page is one of the sessions both take part in."""
    found = OWN.match(address)
    return found is not None and int(found[1]) in {furnished.world.session, furnished.world.closed}


@pytest.mark.parametrize("row", PAGES, ids=str)
def test_no_page_outside_their_sessions_names_them(furnished: House, row: Row) -> None:
    address = row.address(furnished.world)
    if own(address, furnished):
        return
    for visitor in Visitor:
        answer = furnished.browser(visitor, holds=row.holds).get(address)
        assert names_in(answer) == [], visitor


@pytest.mark.parametrize("page", ["people", "roll"])
def test_the_pages_of_their_own_session_do(furnished: House, page: str) -> None:
    address = f"/sessions/{furnished.world.session}/{page}"
    assert names_in(furnished.browser(Visitor.TRAINER).get(address))


@pytest.mark.parametrize("visitor", [Visitor.HEAD, Visitor.ADMINISTRATOR])
@pytest.mark.parametrize("kind", ["sheet.json", "sheet.pdf", "erase"])
def test_no_page_about_the_person_names_them(
    furnished: House, visitor: Visitor, kind: str
) -> None:
    for person_id in furnished.app.config["PROTECTED"]:
        answer = furnished.browser(visitor).get(f"/people/{person_id}/{kind}")
        assert names_in(answer) == []
        assert answer.status_code == (200 if visitor is Visitor.HEAD else 403)


@pytest.mark.parametrize("visitor", [Visitor.HEAD, Visitor.ADMINISTRATOR])
@pytest.mark.parametrize("words", ["zyxibe", "Wuqobé", "555777"])
def test_the_search_in_the_register_finds_neither(
    furnished: House, visitor: Visitor, words: str
) -> None:
    browser = furnished.browser(visitor)
    browser.post("/people/", data={"words": words})
    answer = browser.get("/people/?found=1")
    ids = [f"E-{it:04d}" for it in furnished.app.config["PROTECTED"]]
    assert [it for it in ids if it in answer.text] == []


@pytest.mark.parametrize("visitor", [Visitor.TRAINER, Visitor.HEAD])
@pytest.mark.parametrize("words", ["zyxibe", "wuqobe"])
def test_the_search_from_another_session_finds_neither(
    furnished: House, visitor: Visitor, words: str
) -> None:
    with furnished.app.app_context():
        today = clock.today()
        another = TrainingSessionFactory.create(
            first_day=today, last_day=today + timedelta(days=1)
        ).id
        db.session.remove()
    answer = furnished.browser(visitor).post(
        f"/sessions/{another}/people/find", data={"words": words}
    )
    assert [it for it in NAMES.findall(answer.text) if it != words[:5]] == []


@pytest.mark.parametrize("line", ["total", "overlap", "armed-movements"])
@pytest.mark.parametrize("column", ["", "boys", "girls", "men", "women"])
def test_what_is_behind_a_figure_names_neither(furnished: House, line: str, column: str) -> None:
    address = f"/figures/facts?line={line}&column={column}&from=2000-01-01"
    answer = furnished.browser(Visitor.HEAD).get(address)
    assert answer.status_code == 200
    assert names_in(answer) == []


@pytest.mark.parametrize("format_", ["csv", "xlsx"])
@pytest.mark.parametrize("visitor", [Visitor.HEAD, Visitor.ADMINISTRATOR])
def test_no_export_of_totals_names_them(furnished: House, visitor: Visitor, format_: str) -> None:
    answer = furnished.browser(visitor).get(f"/figures/totals.{format_}")
    assert answer.status_code == 200
    assert names_in(answer) == []


def certificates(furnished: House) -> list[tuple[int, str]]:
    """Return number and code of every certificate there is."""
    with furnished.app.app_context(), db.engine.connect() as connection:
        table = db.metadata.tables["certificate"]
        return [(row.id, row.code) for row in connection.execute(table.select())]


@pytest.mark.parametrize("page", ["", "/revoke", "/replace"])
def test_no_page_about_a_certificate_names_them(furnished: House, page: str) -> None:
    browser = furnished.browser(Visitor.HEAD)
    for certificate_id, _code in certificates(furnished):
        answer = browser.get(f"/certificates/{certificate_id}{page}")
        assert answer.status_code == 200
        assert names_in(answer) == []


def test_no_verification_names_them(furnished: House) -> None:
    for _id, code in certificates(furnished):
        assert names_in(furnished.browser(Visitor.STRANGER).get(f"/verify/{code}")) == []


@pytest.mark.parametrize("arguments", [["--from", "2000-01-01", "--to", "2030-12-31"]])
def test_the_command_of_figures_names_neither(furnished: House, arguments: list[str]) -> None:
    answer = furnished.app.test_cli_runner().invoke(figures, arguments)
    assert NAMES.findall(answer.output) == []


def test_neither_trail_nor_log_of_readings_nor_standard_error_names_them(
    furnished: House, capfd: pytest.CaptureFixture[str]
) -> None:
    for page in ("people", "roll", "certificates"):
        furnished.browser(Visitor.TRAINER).get(f"/sessions/{furnished.world.session}/{page}")
    with furnished.app.app_context(), db.engine.connect() as connection:
        for name in ("audit_entry", "access_log"):
            rows = connection.execute(db.metadata.tables[name].select()).all()
            assert rows
            assert NAMES.findall(repr(rows)) == []
    told = capfd.readouterr()
    assert NAMES.findall(told.out + told.err) == []
