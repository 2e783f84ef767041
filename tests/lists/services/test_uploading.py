from pathlib import Path

import pytest
from sqlalchemy import select

from lms.accounts.actors import Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.files import contents
from lms.files.models import StoredFile
from lms.lib.sheets.sheet import UnreadableSheet
from lms.lists import queries, services
from lms.lists.errors import AlreadyRecorded
from lms.lists.models import ImportedList, ListState
from lms.lists.reading.header import NotAList
from lms.lists.reading.headings import Meaning
from lms.lists.services import NamedFile
from lms.people import queries as people
from lms.people.models import Person
from lms.sessions.errors import SessionOver
from lms.sessions.kinds import Status
from lms.sessions.models import TrainingSession
from tests.factories.accounts import UserFactory
from tests.lists.given import GAO, NOW, TODAY, csv, session_of, trainer_of, uploaded

pytestmark = pytest.mark.usefixtures("database")
ADULT = "Maïga;Awa;F;44/6386;1984;P"
CHILD = "Diarra;Issa;M;51/1111;2000;P"


@pytest.fixture
def training_session(database: None) -> TrainingSession:
    del database
    return session_of(slots=1)


def kept_files() -> list[Path]:
    return [it for it in contents.folder().rglob("*") if it.is_file()]


def test_a_list_is_kept_and_nothing_recorded() -> None:
    imported_list = uploaded(session_of(), GAO.read_bytes())
    assert imported_list.state is ListState.PREVIEW
    assert imported_list.stored_file is not None
    assert contents.read(imported_list.stored_file) == GAO.read_bytes()
    assert db.session.scalars(select(Person)).all() == []


def test_handing_in_leaves_a_trace_without_the_name_of_the_file(
    training_session: TrainingSession,
) -> None:
    imported_list = uploaded(training_session, csv(ADULT))
    entry = db.session.scalars(
        select(AuditEntry).where(AuditEntry.target == imported_list.tag)
    ).one()
    assert (entry.action, entry.changes) == ("imported_list:uploaded", None)


@pytest.mark.parametrize(
    ("content", "error"), [(b"\x89PNG", UnreadableSheet), (b"Bonjour;tout le monde", NotAList)]
)
def test_what_is_no_list_leaves_nothing_behind(
    training_session: TrainingSession, content: bytes, error: type[Exception]
) -> None:
    with pytest.raises(error):
        uploaded(training_session, content)
    assert db.session.scalars(select(ImportedList)).all() == []
    assert kept_files() == []


def test_a_closed_session_takes_no_list(training_session: TrainingSession) -> None:
    training_session.status = Status.CLOSED
    with pytest.raises(SessionOver):
        uploaded(training_session, csv(ADULT))


@pytest.mark.parametrize("role", [Role.TRAINER, Role.ADMINISTRATOR, Role.PARTICIPANT])
def test_only_its_trainers_and_unit_heads_bring_a_list_in(
    training_session: TrainingSession, role: Role
) -> None:
    with pytest.raises(NotAllowed):
        services.upload(
            training_session=training_session,
            file=NamedFile("liste.csv", csv(ADULT)),
            category=people.category("malian-forces"),
            today=TODAY,
            actor=UserFactory.create(role=role).actor,
        )


def test_a_minor_on_a_list_of_forces_leaves_no_trace(training_session: TrainingSession) -> None:
    """R16: neither in the kept file nor anywhere in the database, and no count of it."""
    taken = services.upload(
        training_session=training_session,
        file=NamedFile("liste.csv", csv(ADULT, CHILD)),
        category=people.category("malian-forces"),
        today=TODAY,
        actor=trainer_of(training_session).actor,
    )
    db.session.commit()
    assert taken.withheld == (3,)
    (kept,) = kept_files()
    preview = queries.preview(taken.imported_list)
    assert [it.row.number for it in preview.outcomes] == [2]
    assert not {"Diarra", "51/1111"} & {
        str(cell) for row in queries.sheet_of(taken.imported_list).rows for cell in row
    }
    assert kept.read_bytes() != csv(ADULT, CHILD)
    changes = [it.changes for it in db.session.scalars(select(AuditEntry))]
    assert not any("withheld" in (it or {}) for it in changes)


def test_a_list_of_forces_with_a_minor_is_not_kept_as_evidence(
    training_session: TrainingSession,
) -> None:
    imported_list = uploaded(training_session, csv(ADULT, CHILD))
    actor = trainer_of(training_session).actor
    services.apply(imported_list=imported_list, accept_lines=False, now=NOW, actor=actor)
    db.session.commit()
    assert imported_list.stored_file is None
    assert kept_files() == []
    assert db.session.scalars(select(StoredFile)).all() == []


def test_columns_can_be_read_otherwise(training_session: TrainingSession) -> None:
    imported_list = uploaded(training_session, csv(ADULT))
    mapping = queries.mapping_of(imported_list).changed({2: Meaning.OTHER}, [5])
    services.map_columns(
        imported_list=imported_list,
        mapping=mapping,
        category=people.category("civil-society"),
        today=TODAY,
        actor=trainer_of(training_session).actor,
    )
    assert queries.mapping_of(imported_list) == mapping
    assert imported_list.category.code == "civil-society"


def test_a_minor_found_by_reading_columns_otherwise_leaves_no_trace_either(
    training_session: TrainingSession,
) -> None:
    imported_list = uploaded(training_session, csv(ADULT, CHILD), category="civil-society")
    db.session.commit()
    withheld = services.map_columns(
        imported_list=imported_list,
        mapping=queries.mapping_of(imported_list),
        category=people.category("malian-forces"),
        today=TODAY,
        actor=trainer_of(training_session).actor,
    )
    db.session.commit()
    assert withheld == (3,)
    (kept,) = kept_files()
    assert kept.read_bytes() != csv(ADULT, CHILD)


def test_a_list_put_aside_is_gone_with_its_file(training_session: TrainingSession) -> None:
    imported_list = uploaded(training_session, csv(ADULT))
    db.session.commit()
    assert len(kept_files()) == 1
    services.discard(imported_list=imported_list, actor=trainer_of(training_session).actor)
    db.session.commit()
    assert kept_files() == []
    assert db.session.scalars(select(ImportedList)).all() == []


def test_a_recorded_list_is_not_put_aside(training_session: TrainingSession) -> None:
    imported_list = uploaded(training_session, csv(ADULT))
    actor = trainer_of(training_session).actor
    services.apply(imported_list=imported_list, accept_lines=False, now=NOW, actor=actor)
    with pytest.raises(AlreadyRecorded):
        services.discard(imported_list=imported_list, actor=actor)
