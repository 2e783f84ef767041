import pytest
from flask import Flask
from sqlalchemy import select

from lms.accounts.actors import Actor, Role
from lms.accounts.models import AuditEntry
from lms.certificates import errors, services
from lms.certificates.kinds import Reason, State
from lms.certificates.models import Certificate
from lms.errors import NotAllowed
from lms.extensions import db
from tests.factories.accounts import UserFactory
from tests.factories.certificates import NOW, CertificateFactory
from tests.together import second_after

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def actor() -> Actor:
    actor: Actor = UserFactory.create(role=Role.ADMINISTRATOR).actor
    return actor


def revoke(certificate: Certificate, actor: Actor) -> Certificate:
    return services.revoke(certificate=certificate, reason=Reason.MISUSE, now=NOW, actor=actor)


def test_revoking_keeps_number_content_and_reason(actor: Actor) -> None:
    certificate = CertificateFactory.create()
    before = (certificate.number, certificate.code, certificate.content)
    revoke(certificate, actor)
    assert certificate.state is State.REVOKED
    assert (certificate.reason, certificate.state_changed_at) == (Reason.MISUSE, NOW)
    assert (certificate.number, certificate.code, certificate.content) == before


def test_a_revocation_can_be_taken_back(actor: Actor) -> None:
    certificate = revoke(CertificateFactory.create(), actor)
    services.restore(certificate=certificate, now=NOW, actor=actor)
    assert (certificate.state, certificate.reason) == (State.ISSUED, None)


def test_both_acts_stay_in_the_trail(actor: Actor) -> None:
    certificate = revoke(CertificateFactory.create(), actor)
    services.restore(certificate=certificate, now=NOW, actor=actor)
    entries = db.session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()
    assert [it.action for it in entries] == ["certificate:revoked", "certificate:restored"]
    assert {it.target for it in entries} == {f"certificate:{certificate.id}"}


def test_a_certificate_is_revoked_once(actor: Actor) -> None:
    certificate = revoke(CertificateFactory.create(), actor)
    with pytest.raises(errors.NotValid):
        revoke(certificate, actor)


def test_only_a_revoked_certificate_is_restored(actor: Actor) -> None:
    with pytest.raises(errors.NotRevoked):
        services.restore(certificate=CertificateFactory.create(), now=NOW, actor=actor)


def test_a_participation_never_has_two_valid_certificates(actor: Actor) -> None:
    certificate = revoke(CertificateFactory.create(), actor)
    CertificateFactory.create(participation=certificate.participation)
    with pytest.raises(errors.NotValid):
        services.restore(certificate=certificate, now=NOW, actor=actor)


def test_a_trainer_decides_nothing() -> None:
    certificate, trainer = CertificateFactory.create(), UserFactory.create().actor
    with pytest.raises(NotAllowed):
        revoke(certificate, trainer)
    with pytest.raises(NotAllowed):
        services.restore(certificate=certificate, now=NOW, actor=trainer)


def test_revoking_leaves_the_commit_to_its_caller(actor: Actor) -> None:
    certificate = CertificateFactory.create()
    revoke(certificate, actor)
    db.session.rollback()
    assert certificate.state is State.ISSUED


def test_two_who_revoke_at_once_revoke_once(app: Flask, actor: Actor) -> None:
    certificate_id = CertificateFactory.create().id
    db.session.commit()

    def again() -> None:
        revoke(db.session.get_one(Certificate, certificate_id), actor)

    again()
    assert isinstance(second_after(app, again).exception(), errors.NotValid)
