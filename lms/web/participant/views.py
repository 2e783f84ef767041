"""Coming in with a pass code, seeing one's own, giving the phone back."""

from flask import Blueprint, flash, redirect, render_template, request, session as visit, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, ngettext
from flask_login import current_user, logout_user
from werkzeug.exceptions import TooManyRequests

from lms.accounts.actors import Role
from lms.accounts.current import get_actor
from lms.accounts.services import guesses
from lms.clock import now
from lms.errors import NotAllowed, TooManyGuesses
from lms.extensions import db
from lms.http import (
    PARTICIPANT_ENDPOINTS,
    PARTICIPATION_KEY,
    PUBLIC_ENDPOINTS,
    TOKEN_ENDPOINTS,
    only_reads,
)
from lms.sessions import pass_codes
from lms.sessions.models import Participation
from lms.sessions.queries import by_codes, may_go_on
from lms.web.participant import queries
from lms.web.participant.forms import EnterForm

blueprint = Blueprint("participant", __name__)

WRONG_IN_A_ROOM = 60
"""Wrong codes of one session from one address, in the time guesses are counted in.

Forty phones of a room may share it, so a code whose check digit is wrong is not counted: that is
how a slip of the finger looks, and never how somebody tries one code after the other.
"""
OF_AN_ACCOUNT = PUBLIC_ENDPOINTS | TOKEN_ENDPOINTS | {"accounts.account", "accounts.sign_out"}
"""What the account of a participant opens by itself: everything else asks for a pass code."""


@blueprint.before_app_request
def keep_to_their_own() -> None:
    """Keep the accounts of participants off the pages of the team."""
    if current_user.is_authenticated and current_user.role is Role.PARTICIPANT:
        endpoint = request.endpoint
        if endpoint is not None and endpoint not in OF_AN_ACCOUNT:
            raise NotAllowed(endpoint)


@blueprint.before_app_request
def end_in_time() -> ResponseReturnValue | None:
    """End a visit whose codes would no longer open one, whenever it began.

    Pages alone ask: what is sent to a closed session is refused, and leaving is never too late.
    """
    asks = PARTICIPATION_KEY in visit and request.endpoint in PARTICIPANT_ENDPOINTS
    if not asks or not only_reads() or may_go_on(visit[PARTICIPATION_KEY], now()):
        return None
    visit.clear()
    flash(_("The visit has ended. The next person can enter their code."))
    return redirect(url_for("participant.enter"))


@blueprint.get("/s/<short_code>")
def link(short_code: str) -> str:
    """Show the way in with the session's code filled in, as link and QR code carry it."""
    form = EnterForm(formdata=None, data={"short_code": short_code.upper()})
    return render_template("participant/enter.html", form=form, known=True)


@blueprint.route("/enter", methods=["GET", "POST"])
def enter() -> ResponseReturnValue:
    """Begin the visit of whoever holds both codes; a wrong guess is kept and counted."""
    form = EnterForm()
    if form.validate_on_submit():
        try:
            participation = _opened_by(*form.codes)
        except TooManyGuesses as error:
            form.pass_code.errors = [_too_many(error.minutes)]
        else:
            db.session.commit()
            if participation is not None:
                _begin_visit(participation)
                return redirect(url_for(".space"))
            form.pass_code.errors = [
                _("These two codes do not belong together. Compare both with the paper.")
            ]
    page = render_template("participant/enter.html", form=form, known=False)
    return page, 422 if form.errors else 200


@blueprint.get("/space")
def space() -> str:
    """Show one participant their session, quiz and certificate."""
    return render_template("participant/space.html", space=queries.space(get_actor()))


@blueprint.post("/leave")
def leave() -> ResponseReturnValue:
    """End the visit and make room for the next person of the same session."""
    short_code = queries.short_code(get_actor())
    visit.clear()
    flash(_("The visit has ended. The next person can enter their code."))
    return redirect(url_for(".link", short_code=short_code))


def _opened_by(short_code: str, pass_code: str) -> Participation | None:
    """Return what both codes open; a wrong guess is counted against this code of this session.

    It is counted against the address too, far more patiently. Raises ``TooManyGuesses``.
    """
    code = f"pass code {short_code} {pass_code}"
    room = f"pass codes {short_code} from {request.remote_addr}"
    guesses.check(what=code, now=now())
    _hold_up(room)
    participation = by_codes(short_code, pass_code, now())
    if participation is None:
        guesses.record(what=code, now=now())
        if pass_codes.read(pass_code):
            guesses.record(what=room, now=now())
    return participation


def _hold_up(room: str) -> None:
    try:
        guesses.check(what=room, now=now(), allowed=WRONG_IN_A_ROOM)
    except TooManyGuesses as error:
        raise TooManyRequests from error


def _begin_visit(participation: Participation) -> None:
    """Leave nothing of an earlier visitor behind, of the team or not."""
    logout_user()
    visit.clear()
    visit[PARTICIPATION_KEY] = participation.id


def _too_many(minutes: int) -> str:
    return ngettext(
        "This pass code was tried too often with this session. Wait %(num)s minute, or ask the"
        " trainer: the right code is on their list.",
        "This pass code was tried too often with this session. Wait %(num)s minutes, or ask the"
        " trainer: the right code is on their list.",
        minutes,
    )
