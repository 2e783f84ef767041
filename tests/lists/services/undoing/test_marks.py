import pytest
from sqlalchemy import func, select

from lms.db import WITH_WITHDRAWN
from lms.extensions import db
from lms.lists.models import ListState
from lms.sessions.kinds import MarkSource, MarkState
from lms.sessions.models import AttendanceMark, Participation, TrainingSession
from tests.lists.services.taken_back import (
    ALI,
    AWA,
    LATER,
    applied,
    known,
    mark,
    present,
    states,
    surnames,
    undo,
)

pytestmark = pytest.mark.usefixtures("database")


def test_whom_the_list_brought_is_gone_from_session_and_register(
    training_session: TrainingSession,
) -> None:
    imported_list = applied(training_session, AWA, ALI)
    undo(imported_list)
    assert (present(), surnames(), states(training_session)) == ([], [], [])
    assert imported_list.state is ListState.UNDONE
    assert imported_list.undone_at == LATER


def test_nothing_is_deleted(training_session: TrainingSession) -> None:
    undo(applied(training_session, AWA))
    kept = select(func.count()).select_from(Participation)
    assert db.session.scalar(kept, execution_options=WITH_WITHDRAWN) == 1
    assert db.session.scalar(select(func.count()).select_from(AttendanceMark)) == 1


def test_whoever_was_there_before_has_the_marks_of_before(
    training_session: TrainingSession,
) -> None:
    first = applied(training_session, AWA)
    (participation,) = db.session.scalars(select(Participation))
    mark(participation, MarkState.EXCUSED)
    second = applied(training_session, AWA, ALI, now=LATER)
    assert states(training_session) == [MarkState.PRESENT, MarkState.PRESENT]
    undo(second)
    assert present() == ["Maïga"]
    assert states(training_session) == [MarkState.EXCUSED]
    assert first.state is ListState.APPLIED


def test_marks_are_undone_by_new_ones(training_session: TrainingSession) -> None:
    applied(training_session, AWA)
    undo(applied(training_session, AWA, ALI, now=LATER))
    written = db.session.execute(
        select(AttendanceMark.source, AttendanceMark.state)
        .join(Participation, Participation.id == AttendanceMark.participation_id)
        .order_by(AttendanceMark.id)
    ).all()
    assert [tuple(it) for it in written] == [
        (MarkSource.LIST, MarkState.PRESENT),
        (MarkSource.LIST, MarkState.PRESENT),
        (MarkSource.UNDOING, MarkState.PRESENT),
    ]


def test_a_mark_given_by_hand_after_the_list_stays(training_session: TrainingSession) -> None:
    imported_list = applied(training_session, AWA, ALI)
    awa = db.session.scalars(select(Participation).order_by(Participation.id)).first()
    assert awa is not None
    mark(awa, MarkState.LATE)
    undo(imported_list)
    assert (present(), surnames()) == (["Maïga"], ["Maïga"])
    assert states(training_session) == [MarkState.LATE]


def test_a_mark_by_hand_that_was_taken_back_holds_nobody(
    training_session: TrainingSession,
) -> None:
    imported_list = applied(training_session, AWA)
    (participation,) = db.session.scalars(select(Participation))
    mark(participation, MarkState.BLANK)
    undo(imported_list)
    assert present() == []


def test_whom_another_list_names_too_stays_until_it_is_taken_back_as_well(
    training_session: TrainingSession,
) -> None:
    first = applied(training_session, AWA, ALI)
    second = applied(training_session, AWA, now=LATER)
    undo(first)
    assert (present(), surnames()) == (["Maïga"], ["Maïga"])
    assert states(training_session) == [MarkState.PRESENT]
    undo(second)
    assert (present(), surnames()) == ([], [])


def test_of_two_lists_taken_back_in_either_order_nothing_stays_marked(
    training_session: TrainingSession,
) -> None:
    somebody = known(training_session)
    first = applied(training_session, AWA)
    second = applied(training_session, AWA, ALI, now=LATER)
    undo(second)
    assert states(training_session) == [MarkState.PRESENT]
    undo(first)
    assert states(training_session) == [MarkState.BLANK]
    assert db.session.scalars(select(Participation.id)).all() == [somebody.id]


def test_two_lists_of_one_instant_keep_their_marks_apart(
    training_session: TrainingSession,
) -> None:
    known(training_session)
    applied(training_session, AWA)
    undo(applied(training_session, AWA.replace(";P", ";A"), ALI))
    assert states(training_session) == [MarkState.PRESENT]
