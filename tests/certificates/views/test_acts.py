from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from lms.accounts.actors import Role
from lms.certificates import queries
from lms.certificates.kinds import Reason, State
from lms.certificates.models import Certificate
from lms.extensions import db
from lms.sessions.kinds import Status
from tests import pages
from tests.factories.certificates import CertificateFactory, closed_session, trained
from tests.factories.sessions import TrainingSessionFactory

Browse = Callable[..., FlaskClient]


@pytest.fixture
def certificate_id(app: Flask) -> int:
    with app.app_context():
        return int(CertificateFactory.create().id)


def state(app: Flask, certificate_id: int) -> State:
    with app.app_context():
        return db.session.get_one(Certificate, certificate_id).state


def test_issuing_says_how_many_and_a_second_time_that_there_are_none(
    app: Flask, browse: Browse
) -> None:
    with app.app_context():
        training_session = closed_session()
        trained(training_session)
        trained(training_session)
        path = f"/sessions/{training_session.id}/certificates"
        training_session_id = training_session.id
    client = browse(role=Role.UNIT_HEAD)
    assert "2 certificates are issued." in client.post(path, follow_redirects=True).text
    assert "nothing was issued" in client.post(path, follow_redirects=True).text
    with app.app_context():
        assert len(queries.of_session(training_session_id)) == 2


def test_a_session_not_closed_is_refused_with_a_sentence(app: Flask, browse: Browse) -> None:
    with app.app_context():
        training_session = TrainingSessionFactory.create(status=Status.HELD)
        path = f"/sessions/{training_session.id}/certificates"
    answer = browse(role=Role.UNIT_HEAD).post(path, follow_redirects=True)
    assert "This session is not closed yet: nothing was issued." in answer.text


@pytest.mark.parametrize("locale", ["fr", "en"])
@pytest.mark.parametrize("act", ["revoke", "replace"])
def test_a_loss_is_asked_first(browse: Browse, certificate_id: int, act: str, locale: str) -> None:
    client = browse(role=Role.UNIT_HEAD, locale=locale)
    answer = client.get(f"/certificates/{certificate_id}/{act}")
    pages.check(answer, locale=locale)


def test_revoking_asks_for_a_reason(app: Flask, browse: Browse, certificate_id: int) -> None:
    answer = browse(role=Role.UNIT_HEAD).post(f"/certificates/{certificate_id}/revoke")
    assert answer.status_code == 422
    assert "Choose a reason." in answer.text
    assert state(app, certificate_id) is State.ISSUED


def test_a_certificate_is_revoked_and_made_valid_again(
    app: Flask, browse: Browse, certificate_id: int
) -> None:
    client, path = browse(role=Role.ADMINISTRATOR), f"/certificates/{certificate_id}"
    answer = client.post(
        f"{path}/revoke", data={"reason": Reason.MISUSE.value}, follow_redirects=True
    )
    assert "is revoked." in answer.text
    assert "The paper was altered or misused" in answer.text
    assert state(app, certificate_id) is State.REVOKED
    answer = client.post(f"{path}/restore", follow_redirects=True)
    assert "is valid again." in answer.text
    assert state(app, certificate_id) is State.ISSUED


def test_revoking_twice_changes_nothing(browse: Browse, certificate_id: int) -> None:
    client, path = browse(role=Role.UNIT_HEAD), f"/certificates/{certificate_id}/revoke"
    client.post(path, data={"reason": Reason.MISTAKE.value})
    answer = client.post(path, data={"reason": Reason.MISTAKE.value}, follow_redirects=True)
    assert "no longer valid: nothing was changed" in answer.text


def test_only_a_revocation_is_taken_back(browse: Browse, certificate_id: int) -> None:
    answer = browse(role=Role.UNIT_HEAD).post(
        f"/certificates/{certificate_id}/restore", follow_redirects=True
    )
    assert "This certificate is not revoked" in answer.text


def test_replacing_leads_to_the_new_certificate(
    app: Flask, browse: Browse, certificate_id: int
) -> None:
    client, path = browse(role=Role.UNIT_HEAD), f"/certificates/{certificate_id}/replace"
    answer = client.post(path, follow_redirects=True)
    assert "replaces" in answer.text
    assert answer.request.path != f"/certificates/{certificate_id}"
    assert state(app, certificate_id) is State.REPLACED
    assert "no longer valid" in client.post(path, follow_redirects=True).text
    assert "Replaced on" in client.get(f"/certificates/{certificate_id}").text


def test_what_is_no_longer_due_is_not_replaced(
    app: Flask, browse: Browse, certificate_id: int
) -> None:
    with app.app_context():
        certificate = db.session.get_one(Certificate, certificate_id)
        certificate.participation.training_session.status = Status.HELD
        db.session.commit()
    answer = browse(role=Role.UNIT_HEAD).post(
        f"/certificates/{certificate_id}/replace", follow_redirects=True
    )
    assert "No certificate is due to this person any more" in answer.text


@pytest.mark.parametrize("act", ["revoke", "replace"])
def test_a_trainer_is_not_even_asked(browse: Browse, certificate_id: int, act: str) -> None:
    assert browse().get(f"/certificates/{certificate_id}/{act}").status_code == 403
