"""Refused rows counted without a name."""

import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM
from lms.courses.models import CourseKind
from lms.extensions import db
from lms.lists import services
from lms.lists.errors import NothingToRecord
from lms.lists.models import ImportedList, ImportedRow
from lms.lists.values import Picked
from lms.people.kinds import AgeGroup, Sex
from lms.sessions import queries as sessions
from lms.sessions.models import Headcount, TrainingSession
from lms.sessions.outcome import Outcome
from tests.lists.given import NOW, csv, session_of, uploaded

pytestmark = pytest.mark.usefixtures("database")
AWA = "Maïga;Awa;F;44/6386;1984;P"
EVERY = Picked(every=True)
Cell = tuple[str, Sex, AgeGroup, Outcome, int]


def applied(
    training_session: TrainingSession,
    *rows: str,
    unnamed: Picked = EVERY,
    header: str = "Nom;Prénom;Sexe;Matricule;Né(e) en;J1",
    category: str = "malian-forces",
) -> ImportedList:
    return services.apply(
        imported_list=uploaded(training_session, csv(*rows, header=header), category=category),
        accept_lines=False,
        unnamed=unnamed,
        now=NOW,
        actor=SYSTEM,
    )


def counted(training_session: TrainingSession) -> list[Cell]:
    return [
        (it.category.code, it.sex, it.age_group, it.outcome, it.count)
        for it in sessions.headcounts(training_session.id)
    ]


@pytest.fixture
def training_session(database: None) -> TrainingSession:
    del database
    return session_of(slots=1)


def test_rows_of_one_kind_are_counted_together(training_session: TrainingSession) -> None:
    imported_list = applied(training_session, AWA, ";;F;;;P", ";;F;;;P", ";;M;;;P")
    assert counted(training_session) == [
        ("malian-forces", Sex.FEMALE, AgeGroup.ADULT, Outcome.TRAINED, 2),
        ("malian-forces", Sex.MALE, AgeGroup.ADULT, Outcome.TRAINED, 1),
    ]
    rows = [(it.number, it.counted, it.headcount_id is not None) for it in imported_list.rows]
    assert rows == [(2, 0, False), (3, 1, True), (4, 1, True), (5, 1, True)]
    assert (imported_list.recorded, imported_list.refused) == (1, 3)


def test_without_a_tick_nobody_is_counted(training_session: TrainingSession) -> None:
    applied(training_session, AWA, ";;F;;;P", unnamed=Picked())
    assert counted(training_session) == []


def test_only_the_rows_ticked_are_counted(training_session: TrainingSession) -> None:
    imported_list = applied(
        training_session, AWA, ";;F;;;P", ";;M;;;P", unnamed=Picked(numbers=frozenset({4, 2, 99}))
    )
    assert [it.number for it in imported_list.rows if it.counted] == [4]


def test_people_join_those_counted_before(training_session: TrainingSession) -> None:
    applied(training_session, AWA, ";;F;;;P")
    applied(training_session, AWA, ";;F;;;P", ";;F;;;P")
    assert [it[-1] for it in counted(training_session)] == [3]


def test_who_was_absent_is_not_counted(training_session: TrainingSession) -> None:
    applied(training_session, AWA, ";;F;;;A", ";;F;;;")
    assert counted(training_session) == []


@pytest.mark.parametrize("cell", ["=1+1", "Traoré" * 40], ids=["formula", "too-long"])
def test_whose_name_cannot_be_kept_is_counted(
    training_session: TrainingSession, cell: str
) -> None:
    applied(training_session, AWA, f"{cell};;F;;;P")
    assert [it[-1] for it in counted(training_session)] == [1]


def test_who_stands_there_by_name_already_is_not_counted_again(
    training_session: TrainingSession,
) -> None:
    applied(training_session, AWA, AWA)
    assert counted(training_session) == []


def test_a_row_that_must_leave_no_trace_is_never_counted(
    training_session: TrainingSession,
) -> None:
    """DOMAIN R16."""
    applied(training_session, AWA, ";;M;;2001;P")
    assert counted(training_session) == []
    assert [it.number for it in db.session.scalars(select(ImportedRow))] == [2]


def test_the_dose_of_the_row_decides_the_outcome() -> None:
    training_session = session_of(slots=3)
    header = "Nom;Prénom;Sexe;J1;J2;J3"
    applied(training_session, "Maïga;Awa;F;P;P;P", ";;F;P;A;A", ";;F;P;P;P", header=header)
    assert [it[3] for it in counted(training_session)] == [Outcome.SENSITIZED, Outcome.TRAINED]


def test_of_a_sensitization_nobody_is_counted_as_trained(
    training_session: TrainingSession,
) -> None:
    training_session.course_version.course.kind = CourseKind.SENSITIZATION
    db.session.commit()
    applied(training_session, AWA, ";;F;;;P")
    assert [it[3] for it in counted(training_session)] == [Outcome.SENSITIZED]


def test_who_only_signed_was_there_but_is_not_trained() -> None:
    training_session = session_of(slots=2)
    header = "Nom;Prénom;Sexe;J1;J2;Signature"
    applied(training_session, "Maïga;Awa;F;P;P;x", ";;F;;;x", ";;F;;;", header=header)
    assert [it[3:] for it in counted(training_session)] == [(Outcome.SENSITIZED, 1)]


def test_a_child_of_a_list_of_children_is_counted_as_one(
    training_session: TrainingSession,
) -> None:
    applied(training_session, "Maïga;Awa;F;;;P", ";;F;;;P", category="childrens-parliament")
    children = [it[2] for it in counted(training_session)]
    assert children == [AgeGroup.MINOR]


def test_a_list_of_which_nobody_can_be_named_is_still_recorded(
    training_session: TrainingSession,
) -> None:
    applied(training_session, ";;F;;;P")
    assert db.session.scalars(select(Headcount.count)).all() == [1]


def test_without_anybody_there_is_nothing_to_record(training_session: TrainingSession) -> None:
    with pytest.raises(NothingToRecord):
        applied(training_session, ";;F;;;P", unnamed=Picked())


def test_taken_back_they_leave_the_headcounts(training_session: TrainingSession) -> None:
    imported_list = applied(training_session, AWA, ";;F;;;P")
    services.undo(imported_list=imported_list, now=NOW, actor=SYSTEM)
    assert counted(training_session) == []
