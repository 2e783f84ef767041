import pytest
from sqlalchemy import func, select

from lms.courses.models import CourseKind
from lms.extensions import db
from lms.lists import services
from lms.lists.errors import NothingToRecord, TotalsDiffer
from lms.lists.models import ImportedList, ImportedRow, ListState
from lms.lists.outcomes import Decision
from lms.people import queries as people
from lms.people.kinds import AgeGroup, Sex
from lms.people.models import Person
from lms.sessions.errors import NotForThisCourse
from lms.sessions.models import Headcount, TrainingSession
from lms.sessions.outcome import Outcome
from tests.lists.given import DATA, NOW, session_of, trainer_of, uploaded

pytestmark = pytest.mark.usefixtures("database")
NORTH = DATA / "nord-2015-sensibilisation.csv"
HEADER = "Lieu;Catégorie;Hommes;Femmes"


@pytest.fixture
def training_session(database: None) -> TrainingSession:
    del database
    return session_of(slots=2)


def taken(training_session: TrainingSession, *rows: str) -> ImportedList:
    content = "\n".join([HEADER, *rows]).encode()
    return uploaded(training_session, content, category="civil-society")


def record(imported_list: ImportedList, **given: object) -> ImportedList:
    asked = {"accept_lines": False, "now": NOW} | given
    actor = trainer_of(imported_list.training_session).actor
    return services.apply(imported_list=imported_list, actor=actor, **asked)  # type: ignore[arg-type]  # as each test says


def sums() -> dict[tuple[Sex, AgeGroup], int]:
    rows = db.session.execute(
        select(Headcount.sex, Headcount.age_group, func.sum(Headcount.count))
        .group_by(Headcount.sex, Headcount.age_group)
        .where(Headcount.outcome == Outcome.SENSITIZED)
    )
    return {(sex, group): count for sex, group, count in rows}


def test_the_list_of_the_north_is_recorded_by_category_sex_and_age(
    training_session: TrainingSession,
) -> None:
    done = record(uploaded(training_session, NORTH.read_bytes(), category="civil-society"))
    assert (done.state, done.recorded, done.refused) == (ListState.APPLIED, 18, 0)
    assert sums() == {
        (Sex.MALE, AgeGroup.ADULT): 982,
        (Sex.FEMALE, AgeGroup.ADULT): 1147,
        (Sex.MALE, AgeGroup.MINOR): 421,
        (Sex.FEMALE, AgeGroup.MINOR): 548,
    }
    assert db.session.scalar(select(func.count()).select_from(Headcount)) == 12
    assert db.session.scalars(select(Person)).all() == []


def test_every_row_says_what_it_added_to_which_headcount(
    training_session: TrainingSession,
) -> None:
    done = record(taken(training_session, "Gao;Imams;3;4", "Kidal;Imams;5;", "Kidal;Imams;x;1"))
    men = db.session.scalars(select(Headcount).where(Headcount.sex == Sex.MALE)).one()
    assert (men.count, men.category.code) == (8, "civil-society-religious")
    added = [(it.number, it.counted) for it in done.rows if it.headcount_id == men.id]
    assert added == [(2, 3), (3, 5)]
    assert [(it.number, it.decision) for it in done.rows if it.number == 4] == [
        (4, Decision.REFUSED)
    ]


def test_what_was_counted_before_stays_and_grows(training_session: TrainingSession) -> None:
    record(taken(training_session, "Gao;Imams;3;4"))
    record(taken(training_session, "Gao;Imams;au moins 10;1"))
    men = db.session.scalars(select(Headcount).where(Headcount.sex == Sex.MALE)).one()
    assert (men.count, men.at_least) == (13, True)
    counted = select(func.sum(ImportedRow.counted)).where(ImportedRow.headcount_id == men.id)
    assert db.session.scalar(counted) == 13


def test_people_of_a_training_may_count_as_trained(training_session: TrainingSession) -> None:
    record(taken(training_session, "Gao;Imams;3;"), outcome=Outcome.TRAINED)
    assert db.session.scalars(select(Headcount.outcome)).all() == [Outcome.TRAINED]


def test_nobody_is_trained_by_a_sensitization(training_session: TrainingSession) -> None:
    training_session.course_version.course.kind = CourseKind.SENSITIZATION
    with pytest.raises(NotForThisCourse):
        record(taken(training_session, "Gao;Imams;3;"), outcome=Outcome.TRAINED)


def test_a_total_that_differs_stops_unless_the_rows_are_right(
    training_session: TrainingSession,
) -> None:
    imported_list = taken(training_session, "Gao;Imams;3;4", "Total;;3;5")
    with pytest.raises(TotalsDiffer) as caught:
        record(imported_list)
    assert (caught.value.declared, caught.value.counted) == (8, 7)
    assert record(imported_list, accept_lines=True).recorded == 1


def test_a_list_that_counts_nobody_is_not_recorded(training_session: TrainingSession) -> None:
    with pytest.raises(NothingToRecord):
        record(taken(training_session, "Gao;Imams;0;0"))


def test_minors_among_forces_leave_no_file_behind(training_session: TrainingSession) -> None:
    content = b"Lieu;Categorie;Hommes;Filles\nGao;Gendarmerie;4;2\nGao;Gendarmerie;3;"
    taken = uploaded(training_session, content, category="malian-forces")
    done = record(taken)
    assert (done.recorded, done.stored_file) == (1, None)
    assert people.category("malian-gendarmerie").id in {it.category_id for it in _all()}
    assert {it.age_group for it in _all()} == {AgeGroup.ADULT}


def _all() -> list[Headcount]:
    return list(db.session.scalars(select(Headcount)))
