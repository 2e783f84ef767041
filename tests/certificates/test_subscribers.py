from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Role
from lms.certificates import queries
from lms.certificates.errors import NotValid
from lms.certificates.kinds import State
from lms.certificates.services import restore
from lms.certificates.subscribers import forget_person, what_depends_on
from lms.extensions import db
from lms.lists.values import Hold, HoldKind
from lms.sessions.kinds import MarkState
from lms.sessions.models import Participation, TrainingSession
from lms.signals import person_erased
from tests.factories.accounts import UserFactory
from tests.factories.certificates import CertificateFactory
from tests.lists.given import NOW, session_of
from tests.lists.services.taken_back import ALI, AWA, LATER, applied, known, mark, undo

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def training_session(database: None) -> TrainingSession:
    del database
    return session_of(slots=1)


def test_a_certificate_of_somebody_whose_marks_the_list_changed_needs_it(
    training_session: TrainingSession,
) -> None:
    somebody = known(training_session)
    imported_list = applied(training_session, AWA, ALI)
    it = CertificateFactory.create(participation=somebody)
    hold = Hold(kind=HoldKind.CERTIFICATE, target=it.id, number=it.number)
    assert what_depends_on(imported_list) == [hold]


def test_a_certificate_of_somebody_whose_marks_stand_anyhow_does_not(
    training_session: TrainingSession,
) -> None:
    somebody = known(training_session)
    imported_list = applied(training_session, AWA, ALI)
    mark(somebody, MarkState.LATE)
    CertificateFactory.create(participation=somebody)
    assert what_depends_on(imported_list) == []


def test_a_certificate_of_somebody_on_no_list_does_not(
    training_session: TrainingSession,
) -> None:
    imported_list = applied(training_session, ALI)
    CertificateFactory.create(participation=known(training_session))
    assert what_depends_on(imported_list) == []


def test_a_revoked_certificate_outlives_its_participation(
    training_session: TrainingSession,
) -> None:
    imported_list = applied(training_session, AWA)
    (participation,) = db.session.scalars(select(Participation))
    it = CertificateFactory.create(
        participation=participation, state=State.REVOKED, reason="attendance"
    )
    undo(imported_list)
    number = it.id
    db.session.expunge_all()
    found = queries.get(number, SYSTEM)
    assert queries.by_code(found.code).participation.withdrawn_at == LATER
    assert [row.id for row in queries.listed(SYSTEM).rows] == [number]
    head = UserFactory.create(role=Role.UNIT_HEAD).actor
    with pytest.raises(NotValid):
        restore(certificate=found, now=NOW + timedelta(days=2), actor=head)


def test_the_room_hears_when_somebody_is_erased(app: Flask) -> None:
    del app
    assert forget_person in list(person_erased.receivers_for(None))
