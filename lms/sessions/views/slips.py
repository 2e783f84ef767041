"""Slips to cut, one a person, with the pass code on it."""

import io

import segno
from flask import Response, current_app, render_template, url_for

from lms.accounts.current import get_actor
from lms.sessions import queries
from lms.sessions.models import ParticipationRole, TrainingSession
from lms.sessions.views.base import blueprint, note_reading, opened
from lms.sessions.views.people import person_lines


@blueprint.get("/<int:training_session_id>/slips")
def slips(training_session_id: int) -> str:
    """Show twelve slips a page, made to be printed and cut."""
    training_session = opened(training_session_id)
    note_reading(training_session, get_actor())
    lines = person_lines(queries.participations(training_session_id))
    return render_template(
        "sessions/slips.html",
        training_session=training_session,
        lines=[it for it in lines if it.role is ParticipationRole.PARTICIPANT],
        address=_address(training_session).split("//", 1)[-1],
    )


@blueprint.get("/<int:training_session_id>/code.svg")
def code_picture(training_session_id: int) -> Response:
    """Draw the QR code that leads to the session's entrance; it holds no pass code."""
    training_session = opened(training_session_id)
    picture = io.BytesIO()
    segno.make(_address(training_session), error="m", micro=False).save(
        picture, kind="svg", xmldecl=False, border=2, scale=4
    )
    return Response(picture.getvalue(), mimetype="image/svg+xml")


def _address(training_session: TrainingSession) -> str:
    path = url_for("participant.link", short_code=training_session.short_code)
    return f"{current_app.config['BASE_URL']}{path}"
