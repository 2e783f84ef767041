import pytest
from sqlalchemy import select

from lms.extensions import db
from lms.lists import queries
from lms.people.models import Person
from lms.sessions.kinds import MarkState
from lms.sessions.models import Participation, TrainingSession
from tests.factories.people import MergeFactory
from tests.lists.given import session_of
from tests.lists.services.taken_back import ALI, AWA, LATER, applied, known, mark
from tests.sessions.given import statements

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def training_session(database: None) -> TrainingSession:
    del database
    return session_of(slots=1)


def test_it_says_who_goes_who_stays_and_whose_marks_change(
    training_session: TrainingSession,
) -> None:
    somebody = known(training_session)
    imported_list = applied(training_session, AWA, ALI, "Keïta;Issa;M;61/0001;;P")
    _awa, ali, issa = db.session.scalars(select(Participation).order_by(Participation.id))
    mark(ali, MarkState.LATE)
    found = queries.undoing(imported_list)
    assert found.withdrawn == {issa.id}
    assert found.kept == {ali.id}
    assert found.changed == {somebody.id}
    assert [it.id for it in found.persons] == [issa.person_id]
    assert len(found.marks) == 2


def test_it_tells_how_many_decisions_it_undoes(training_session: TrainingSession) -> None:
    imported_list = applied(training_session, AWA)
    (awa,) = db.session.scalars(select(Person))
    MergeFactory.create(merged=awa)
    assert queries.undoing(imported_list).merged == 1


def test_rows_of_others_are_those_of_recorded_lists_the_earliest_first(
    training_session: TrainingSession,
) -> None:
    first = applied(training_session, AWA)
    second = applied(training_session, AWA, ALI, now=LATER)
    (awa,) = db.session.scalars(select(Person).where(Person.surname == "Maïga"))
    found = queries.rows_of_others(first)
    assert [(it.row.imported_list_id, it.person_id, it.later) for it in found] == [
        (second.id, awa.id, True)
    ]
    assert [it.later for it in queries.rows_of_others(second)] == [False]


def test_nothing_holds_a_list_without_certificates(training_session: TrainingSession) -> None:
    assert queries.holds(applied(training_session, AWA)) == []


def test_it_asks_as_much_of_a_long_list_as_of_a_short_one(
    training_session: TrainingSession,
) -> None:
    short = applied(training_session, AWA, ALI)
    rows = [f"Exemple{n:02d};Awa;F;7{n:03d};;P" for n in range(30)]
    long = applied(training_session, *rows, now=LATER)
    for it in (short, long):
        db.session.refresh(it)
    of_short = statements(lambda: queries.undoing(short))
    assert statements(lambda: queries.undoing(long)) == of_short
