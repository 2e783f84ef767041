"""Certificates as PDF files, drawn anew each time; nothing is stored by reading one."""

from collections.abc import Sequence
from io import BytesIO

from flask import Response, send_file

from lms.accounts import audit
from lms.accounts.current import get_actor
from lms.certificates import queries
from lms.certificates.drawing import draw
from lms.certificates.models import Certificate
from lms.certificates.values import from_json
from lms.certificates.views.base import blueprint
from lms.errors import NotFound
from lms.sessions import queries as sessions


@blueprint.get("/certificates/<int:certificate_id>.pdf")
def pdf(certificate_id: int) -> Response:
    """Send one certificate, whatever its state: verification tells whether it holds."""
    actor = get_actor()
    certificate = queries.get(certificate_id, actor)
    audit.record_read(f"certificate:{certificate.id}", actor=actor)
    return _send([certificate], certificate.number)


@blueprint.get("/sessions/<int:training_session_id>/certificates.pdf")
def session_pdf(training_session_id: int) -> Response:
    """Send the valid certificates of a session as one file to print."""
    actor = get_actor()
    training_session = sessions.get(training_session_id, actor)
    audit.record_read(training_session.tag, actor=actor)
    certificates = queries.to_print(training_session.id)
    if not certificates:
        raise NotFound(f"certificates of training_session:{training_session.id}")
    return _send(certificates, training_session.reference)


@blueprint.get("/certificates/mine.pdf")
def mine() -> Response:
    """Send the holder of a pass code their own certificate."""
    certificate = queries.of_holder(get_actor())
    return _send([certificate], certificate.number)


def _send(certificates: Sequence[Certificate], name: str) -> Response:
    file = draw([from_json(it.content) for it in certificates])
    answer = send_file(BytesIO(file), mimetype="application/pdf", download_name=f"{name}.pdf")
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
