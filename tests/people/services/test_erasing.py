"""Erasing one person: nothing of them is left, and everything counted stays."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Actor, Role
from lms.accounts.models import AuditEntry
from lms.certificates.models import Certificate
from lms.errors import NotAllowed
from lms.extensions import db
from lms.figures.models import Fact
from lms.lib.sheets.reading import read_sheet
from lms.lists import queries as lists, services as list_services
from lms.lists.models import ImportedList
from lms.people.errors import AlreadyErased, ErasingRefused
from lms.people.kinds import BirthPrecision, Verdict
from lms.people.models import Person, PersonName, Suggestion
from lms.people.services import erase
from lms.people.values import Objection
from lms.sessions.models import Participation
from lms.signals import person_erasing_asked
from tests.factories.accounts import UserFactory
from tests.factories.certificates import CertificateFactory
from tests.factories.figures import FactFactory
from tests.factories.people import OrganisationFactory, PersonFactory, SuggestionFactory
from tests.lists.given import NOW, csv, session_of, uploaded

pytestmark = pytest.mark.usefixtures("database")
SURNAME = "Zyxibé-Exemple"
"""Fictitious, and like nothing else in the database."""
TRACES = ("Zyxib", "zyxib", "ZYXIB", "Wahnoré", "wahnore", "98765", "+22376000001", "Bataillon-Q")


def head() -> Actor:
    actor: Actor = UserFactory.create(role=Role.UNIT_HEAD).actor
    return actor


def everything() -> str:
    """Return what all tables hold."""
    with db.engine.connect() as connection:
        return "\n".join(
            repr(row)
            for name in db.metadata.tables
            for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"')  # noqa: S608 - our own names
        )


@pytest.fixture
def person(database: None) -> Person:
    """Return somebody of whom everything that can be kept is kept."""
    del database
    training_session = session_of(slots=1)
    imported_list = uploaded(
        training_session,
        csv(f"{SURNAME};Wahnoré;F;98765;1984;P", "Diarra-Exemple;Issa;M;51/1111;1980;P"),
    )
    list_services.apply(imported_list=imported_list, accept_lines=False, now=NOW, actor=SYSTEM)
    it = db.session.scalars(select(Person).where(Person.surname == SURNAME)).one()
    it.phone, it.birth_date = "+22376000001", date(1984, 5, 6)
    it.birth_precision, it.unit, it.rank = BirthPrecision.DAY, "Bataillon-Q", "Sgt"
    it.organisation = OrganisationFactory.create()
    participation = db.session.scalars(
        select(Participation).where(Participation.person_id == it.id)
    ).one()
    participation.unit, participation.rank = "Bataillon-Q", "Sgt"
    row = imported_list.rows[0]
    row.evidence = {"filled": {"unit": "Bataillon-Q"}}
    content = CertificateFactory.create(participation=participation).content
    certificate = db.session.scalars(select(Certificate)).one()
    certificate.content = {**content, "surname": SURNAME, "given_names": "Wahnoré", "grade": "P-3"}
    FactFactory.create(participation=participation)
    SuggestionFactory.create(person=PersonFactory.create(), candidate=it)
    db.session.commit()
    return it


def test_nothing_of_the_person_is_left_anywhere(person: Person) -> None:
    assert all(it in everything() for it in ("Zyxib", "98765", "Bataillon-Q"))
    erase(person=person, now=NOW, actor=head())
    db.session.commit()
    left = everything()
    assert [it for it in TRACES if it in left] == []
    assert person.surname == f"E-{person.id:04d}"
    assert person.erased_at == NOW
    assert (person.birth_date, person.organisation_id) == (None, None)
    names = select(PersonName).where(PersonName.person_id == person.id)
    assert db.session.scalars(names).all() == []


def test_what_was_counted_stays(person: Person) -> None:
    facts = db.session.scalars(select(Fact)).all()
    before = [(it.id, it.person_id, it.outcome, it.sex, it.age_group) for it in facts]
    participation = db.session.scalars(
        select(Participation).where(Participation.person_id == person.id)
    ).one()
    kept = (participation.category_id, participation.sex, participation.age_group)
    code = participation.pass_code
    erase(person=person, now=NOW, actor=head())
    db.session.commit()
    facts = db.session.scalars(select(Fact)).all()
    assert [(it.id, it.person_id, it.outcome, it.sex, it.age_group) for it in facts] == before
    assert (participation.category_id, participation.sex, participation.age_group) == kept
    assert participation.pass_code != code


def test_the_kept_file_of_a_list_loses_the_row_and_keeps_the_others(person: Person) -> None:
    imported_list = db.session.scalars(select(ImportedList)).one()
    before = imported_list.stored_file
    assert before is not None
    until = before.keep_until
    erase(person=person, now=NOW, actor=head())
    db.session.commit()
    assert imported_list.stored_file is not None
    assert imported_list.stored_file.keep_until == until
    cells = [str(cell) for row in lists.sheet_of(imported_list).rows for cell in row]
    assert "Diarra-Exemple" in cells
    assert SURNAME not in cells


def test_no_file_with_the_name_is_left_on_the_disk(person: Person, tmp_path: Path) -> None:
    erase(person=person, now=NOW, actor=head())
    db.session.commit()
    for path in (it for it in tmp_path.rglob("files/**/*") if it.is_file()):
        cells = [str(cell) for row in read_sheet(path.read_bytes()).rows for cell in row]
        assert SURNAME not in cells


def test_a_certificate_stays_valid_without_a_name(person: Person) -> None:
    certificate = db.session.scalars(select(Certificate)).one()
    state, number = certificate.state, certificate.number
    erase(person=person, now=NOW, actor=head())
    assert (certificate.state, certificate.number) == (state, number)
    assert certificate.content["surname"] == f"E-{person.id:04d}"
    assert certificate.content["grade"] == ""


def test_an_open_doubt_about_the_person_is_void(person: Person) -> None:
    erase(person=person, now=NOW, actor=head())
    assert db.session.scalars(select(Suggestion.verdict)).all() == [Verdict.VOID]


def test_records_merged_with_theirs_are_erased_with_them(person: Person) -> None:
    other = PersonFactory.create(merged_into_id=person.id, phone="+22376000002")
    erase(person=other, now=NOW, actor=head())
    assert (other.phone, other.erased_at, person.erased_at) == (None, NOW, NOW)


def test_the_trail_names_the_act_and_nobody(person: Person) -> None:
    actor = head()
    erase(person=person, now=NOW, actor=actor)
    entry = db.session.scalars(
        select(AuditEntry).where(AuditEntry.action == "person:erased")
    ).one()
    assert (entry.target, entry.actor_id, entry.changes) == (f"person:{person.id}", actor.id, None)


def test_unit_heads_alone_erase(person: Person) -> None:
    administrator: Actor = UserFactory.create(role=Role.ADMINISTRATOR).actor
    for actor in (SYSTEM, administrator, UserFactory.create().actor):
        with pytest.raises(NotAllowed):
            erase(person=person, now=NOW, actor=actor)


def test_nobody_is_erased_twice(person: Person) -> None:
    erase(person=person, now=NOW, actor=head())
    with pytest.raises(AlreadyErased):
        erase(person=person, now=NOW, actor=head())


def test_what_a_room_objects_to_is_not_erased(person: Person) -> None:
    objection = Objection(reason="held", target="x:1")

    def objecting(sender: Person) -> list[Objection]:
        del sender
        return [objection]

    with person_erasing_asked.connected_to(objecting), pytest.raises(ErasingRefused) as caught:
        erase(person=person, now=NOW, actor=head())
    assert caught.value.objections == (objection,)
    assert person.erased_at is None
