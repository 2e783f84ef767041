import pytest
from sqlalchemy import func, select

from lms.extensions import db
from lms.lists import queries, services
from lms.lists.models import ImportedList, RememberedMapping
from lms.lists.reading.headings import Meaning
from lms.lists.reading.mapping import PRESENT_FOR_ALL
from lms.people import queries as people
from lms.sessions.models import TrainingSession
from tests.lists.given import NOW, TODAY, session_of, trainer_of, uploaded

pytestmark = pytest.mark.usefixtures("database")
HEADER = "Nom;Prénom;Code;J1"
ROW, OTHER_ROW = "Exemple;Awa;12;P", "Fictif;Issa;34;A"


@pytest.fixture
def training_session(database: None) -> TrainingSession:
    del database
    return session_of(slots=1)


def taken(training_session: TrainingSession, row: str, header: str = HEADER) -> ImportedList:
    return uploaded(training_session, f"{header}\n{row}".encode())


def say(imported_list: ImportedList, meanings: dict[int, Meaning], slots: list[int]) -> None:
    services.map_columns(
        imported_list=imported_list,
        mapping=queries.mapping_of(imported_list).changed(meanings, slots),
        category=people.category("malian-forces"),
        today=TODAY,
        actor=trainer_of(imported_list.training_session).actor,
    )


def meanings(imported_list: ImportedList) -> list[Meaning]:
    return [it.meaning for it in queries.mapping_of(imported_list).columns]


def test_what_was_said_of_columns_holds_for_the_next_list_with_these_headings(
    training_session: TrainingSession,
) -> None:
    say(taken(training_session, ROW), {2: Meaning.SERVICE_NUMBER}, [PRESENT_FOR_ALL])
    following = taken(training_session, OTHER_ROW, "NOM;Prenom;code;J1")
    assert meanings(following)[2] is Meaning.SERVICE_NUMBER
    assert queries.mapping_of(following).slots == (PRESENT_FOR_ALL,)


def test_other_headings_are_read_afresh(training_session: TrainingSession) -> None:
    say(taken(training_session, ROW), {2: Meaning.SERVICE_NUMBER}, [3])
    assert meanings(taken(training_session, OTHER_ROW, "Nom;Prénom;Kode;J1"))[2] is Meaning.OTHER


def test_a_column_that_moved_keeps_what_was_said(training_session: TrainingSession) -> None:
    say(taken(training_session, ROW), {2: Meaning.SERVICE_NUMBER}, [3])
    moved = taken(training_session, "Fictif;Issa;;34;A", "Nom;Prénom;;Code;J1")
    assert [it.index for it in queries.mapping_of(moved).columns] == [0, 1, 3, 4]
    assert meanings(moved)[2] is Meaning.SERVICE_NUMBER
    assert queries.mapping_of(moved).slots == (4,)


def test_other_slots_are_proposed_anew(training_session: TrainingSession) -> None:
    say(taken(training_session, ROW), {2: Meaning.SERVICE_NUMBER}, [PRESENT_FOR_ALL])
    training_session.slots[0].held = False
    following = taken(training_session, OTHER_ROW)
    assert queries.mapping_of(following).slots == ()
    assert meanings(following)[2] is Meaning.SERVICE_NUMBER


def test_applying_a_list_remembers_it_once_and_without_its_headings(
    training_session: TrainingSession,
) -> None:
    actor = trainer_of(training_session).actor
    for row in (ROW, OTHER_ROW):
        services.apply(
            imported_list=taken(training_session, row), accept_lines=False, now=NOW, actor=actor
        )
    stored = db.session.scalars(select(RememberedMapping)).one()
    assert stored.used_at >= NOW
    assert {it["heading"] for it in stored.mapping["columns"]} == {""}


def test_a_list_without_headings_is_not_remembered(training_session: TrainingSession) -> None:
    imported_list = uploaded(training_session, "Traoré;Awa;F\nDiarra;Issa;M".encode())
    say(imported_list, {}, [PRESENT_FOR_ALL])
    assert db.session.scalar(select(func.count()).select_from(RememberedMapping)) == 0
