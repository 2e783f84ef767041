from collections.abc import Callable
from io import BytesIO

from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader

from lms import clock
from lms.accounts.actors import Role
from lms.certificates.kinds import Reason, State
from lms.extensions import db
from lms.http import PARTICIPATION_KEY
from tests.factories.certificates import CertificateFactory, closed_session, trained

Browse = Callable[..., FlaskClient]


def test_a_certificate_comes_as_one_page_named_after_its_number(
    app: Flask, browse: Browse
) -> None:
    with app.app_context():
        certificate = CertificateFactory.create()
        certificate_id, number = certificate.id, certificate.number
    answer = browse(role=Role.UNIT_HEAD).get(f"/certificates/{certificate_id}.pdf")
    assert answer.mimetype == "application/pdf"
    assert number in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "private, no-store"
    page = PdfReader(BytesIO(answer.data)).pages[0].extract_text()
    assert number in page


def test_a_certificate_is_drawn_again_bit_for_bit(app: Flask, browse: Browse) -> None:
    with app.app_context():
        certificate_id = CertificateFactory.create().id
    client = browse(role=Role.UNIT_HEAD)
    first, second = (client.get(f"/certificates/{certificate_id}.pdf").data for _ in range(2))
    assert first == second


def test_the_valid_ones_of_a_session_come_in_one_file(app: Flask, browse: Browse) -> None:
    with app.app_context():
        training_session = closed_session()
        valid = CertificateFactory.create(participation=trained(training_session))
        other = CertificateFactory.create(participation=trained(training_session))
        CertificateFactory.create(
            participation=trained(training_session), state=State.REVOKED, reason=Reason.MISTAKE
        )
        path = f"/sessions/{training_session.id}/certificates.pdf"
        numbers = sorted((valid.number, other.number))
    answer = browse(role=Role.UNIT_HEAD).get(path)
    texts = [page.extract_text() for page in PdfReader(BytesIO(answer.data)).pages]
    assert len(texts) == 2
    for text, number in zip(texts, numbers, strict=True):
        assert number in text


def test_a_session_without_certificates_has_no_file(app: Flask, browse: Browse) -> None:
    with app.app_context():
        path = f"/sessions/{closed_session().id}/certificates.pdf"
    assert browse(role=Role.UNIT_HEAD).get(path).status_code == 404


def test_another_trainer_gets_no_file(app: Flask, browse: Browse) -> None:
    with app.app_context():
        certificate = CertificateFactory.create()
        session_id = certificate.participation.training_session_id
    client = browse()
    assert client.get(f"/certificates/{certificate.id}.pdf").status_code == 403
    assert client.get(f"/sessions/{session_id}/certificates.pdf").status_code == 403


def test_whoever_holds_a_pass_code_gets_their_own_certificate(
    app: Flask, stranger: FlaskClient
) -> None:
    with app.app_context():
        certificate = CertificateFactory.create()
        CertificateFactory.create()
        certificate.participation.training_session.closed_at = clock.now()
        db.session.commit()
        participation_id, number = certificate.participation_id, certificate.number
        other = f"/certificates/{certificate.id}.pdf"
    with stranger.session_transaction() as kept:
        kept[PARTICIPATION_KEY] = participation_id
    answer = stranger.get("/certificates/mine.pdf")
    (page,) = PdfReader(BytesIO(answer.data)).pages
    assert number in page.extract_text()
    assert stranger.get(other).status_code != 200


def test_an_account_has_no_certificate_of_its_own(browse: Browse) -> None:
    assert browse(role=Role.UNIT_HEAD).get("/certificates/mine.pdf").status_code == 404
