from datetime import timedelta

import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Role
from lms.accounts.models import AuditEntry
from lms.certificates.kinds import State
from lms.errors import NotAllowed
from lms.extensions import db
from lms.lists import services
from lms.lists.errors import Held, NotRecorded
from lms.lists.models import ListState
from lms.lists.values import Hold, HoldKind
from lms.quizzes import queries as quizzes
from lms.sessions.kinds import MarkState
from lms.sessions.models import Participation, TrainingSession
from tests.factories.accounts import UserFactory
from tests.factories.certificates import CertificateFactory
from tests.factories.quizzes import AttemptFactory
from tests.lists.given import NOW, csv, trainer_of, uploaded
from tests.lists.services.taken_back import (
    ALI,
    AWA,
    LATER,
    applied,
    closed,
    known,
    present,
    states,
    surnames,
    undo,
)

pytestmark = pytest.mark.usefixtures("database")


def test_a_trainer_takes_a_list_back_until_the_session_is_closed(
    training_session: TrainingSession,
) -> None:
    trainer = trainer_of(training_session).actor
    first, second = applied(training_session, AWA), applied(training_session, ALI)
    undo(first, trainer)
    closed(training_session)
    with pytest.raises(NotAllowed):
        undo(second, trainer)


@pytest.mark.parametrize("role", [Role.UNIT_HEAD, Role.ADMINISTRATOR])
def test_once_it_is_closed_heads_and_administrators_do(
    training_session: TrainingSession, role: Role
) -> None:
    imported_list = applied(training_session, AWA, ALI)
    closed(training_session)
    undo(imported_list, UserFactory.create(role=role).actor)
    assert present() == []


@pytest.mark.parametrize("role", [Role.TRAINER, Role.ADMINISTRATOR, Role.PARTICIPANT])
def test_who_may_not_record_lists_takes_none_back(
    training_session: TrainingSession, role: Role
) -> None:
    imported_list = applied(training_session, AWA)
    with pytest.raises(NotAllowed):
        undo(imported_list, UserFactory.create(role=role).actor)


def test_a_valid_certificate_holds_the_list(training_session: TrainingSession) -> None:
    imported_list = applied(training_session, AWA, ALI)
    awa = db.session.scalars(select(Participation).order_by(Participation.id)).first()
    certificate = CertificateFactory.create(participation=awa)
    with pytest.raises(Held) as error:
        undo(imported_list)
    assert error.value.holds == [
        Hold(kind=HoldKind.CERTIFICATE, target=certificate.id, number=certificate.number)
    ]
    assert present() == ["Maïga", "Traoré"]


def test_a_revoked_certificate_holds_nothing(training_session: TrainingSession) -> None:
    imported_list = applied(training_session, AWA)
    (participation,) = db.session.scalars(select(Participation))
    CertificateFactory.create(
        participation=participation, state=State.REVOKED, reason="attendance"
    )
    undo(imported_list)
    assert present() == []


def test_a_list_is_taken_back_once(training_session: TrainingSession) -> None:
    imported_list = applied(training_session, AWA)
    undo(imported_list)
    with pytest.raises(NotRecorded):
        undo(imported_list)


def test_a_list_only_looked_at_has_nothing_to_take_back(
    training_session: TrainingSession,
) -> None:
    imported_list = uploaded(training_session, csv(AWA))
    with pytest.raises(NotRecorded):
        undo(imported_list)


def test_the_same_file_can_be_handed_in_and_recorded_again(
    training_session: TrainingSession,
) -> None:
    imported_list = applied(training_session, AWA, ALI)
    undo(imported_list)
    again = uploaded(training_session, csv(AWA, ALI))
    assert (again.id, again.state, again.rows) == (imported_list.id, ListState.PREVIEW, [])
    applied(training_session, AWA, ALI, now=LATER + timedelta(hours=1))
    assert present() == ["Maïga", "Traoré"]
    undo(again)
    assert (present(), surnames()) == ([], [])


def test_a_list_recorded_again_leaves_the_marks_of_before_once_more(
    training_session: TrainingSession,
) -> None:
    known(training_session)
    applied(training_session, AWA)
    second = applied(training_session, AWA.replace(";P", ";A"), ALI, now=LATER)
    undo(second)
    applied(training_session, AWA.replace(";P", ";A"), ALI, now=LATER + timedelta(hours=1))
    assert states(training_session)[0] is MarkState.ABSENT
    undo(second)
    assert states(training_session) == [MarkState.PRESENT]


def test_it_leaves_a_trace_without_a_name(training_session: TrainingSession) -> None:
    imported_list = applied(training_session, AWA)
    undo(imported_list)
    entry = db.session.scalars(
        select(AuditEntry).where(AuditEntry.action == "imported_list:undone")
    ).one()
    assert entry.target == imported_list.tag
    assert entry.changes == {"withdrawn": 1, "kept": 0, "marks": 0, "persons": 1, "heads": 0}


def test_nothing_is_committed(training_session: TrainingSession) -> None:
    imported_list = applied(training_session, AWA)
    services.undo(imported_list=imported_list, now=LATER, actor=SYSTEM)
    db.session.rollback()
    assert (present(), imported_list.state) == (["Maïga"], ListState.APPLIED)


def test_a_quiz_handed_in_holds_the_list(training_session: TrainingSession) -> None:
    imported_list = applied(training_session, AWA)
    (participation,) = db.session.scalars(select(Participation))
    attempt = AttemptFactory.create(participation=participation, handed_in_at=NOW, percent=90)
    with pytest.raises(Held) as error:
        undo(imported_list)
    assert error.value.holds == [Hold(kind=HoldKind.ATTEMPT, target=attempt.id)]


def test_a_quiz_only_begun_goes_with_its_participation(
    training_session: TrainingSession,
) -> None:
    imported_list = applied(training_session, AWA)
    (participation,) = db.session.scalars(select(Participation))
    AttemptFactory.create(participation=participation)
    undo(imported_list)
    assert present() == []
    assert quizzes.open_attempts(training_session.id) == []


def test_a_quiz_of_somebody_who_stays_holds_nothing(training_session: TrainingSession) -> None:
    somebody = known(training_session)
    AttemptFactory.create(participation=somebody, handed_in_at=NOW, percent=90)
    undo(applied(training_session, AWA, ALI))
    assert present() == ["Maïga"]
