"""Pages of events that may stand in the register twice: parse, call one service, commit."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from lms import clock
from lms.accounts.actors import Role
from lms.accounts.current import get_actor
from lms.accounts.permissions import require
from lms.extensions import db
from lms.figures.events import pages, queries, services
from lms.figures.events.forms import DaysForm
from lms.figures.events.models import Answer

blueprint = Blueprint("events", __name__, template_folder="templates")


@blueprint.get("/")
def index() -> str:
    """List the pairs of sessions to be settled, of all days or some, the latest first."""
    actor, window = get_actor(), DaysForm(request.args).window
    require(actor, "event.compare", *queries.READERS)
    found = queries.suspects(window)
    known = queries.sessions(found.pairs, actor)
    return render_template(
        "events/index.html",
        pairs=pages.listed(found.pairs, known),
        at_least=found.at_least,
        window=window,
    )


@blueprint.get("/<int:one_id>/<int:other_id>")
def show(one_id: int, other_id: int) -> str:
    """Show two sessions side by side, what makes them suspect and what was said of them."""
    actor = get_actor()
    pair = queries.pair(one_id, other_id, actor)
    known = queries.sessions([pair], actor)
    one, other = known[pair.one_id], known[pair.other_id]
    return render_template(
        "events/show.html",
        one=one,
        other=other,
        lines=pages.lines(one, other),
        reasons=pages.reasons(pair.likeness),
        answer=pair.answer,
        answers=Answer,
        may_answer=actor.role is Role.UNIT_HEAD,
    )


@blueprint.post("/<int:one_id>/<int:other_id>")
def answer(one_id: int, other_id: int) -> ResponseReturnValue:
    """Keep what a unit head says of the two."""
    actor = get_actor()
    pair = queries.pair(one_id, other_id, actor)
    said = request.form.get("answer", "")
    if said not in {*Answer}:
        abort(422)
    services.answer(pair=pair, answer=Answer(said), now=clock.now(), actor=actor)
    db.session.commit()
    if said == Answer.TWO:
        flash(_("Said to be two events; this is remembered for ever."))
        return redirect(url_for(".index"))
    flash(_("Said to be one event. Now take one of the two back: nothing has changed yet."))
    return redirect(url_for(".show", one_id=pair.one_id, other_id=pair.other_id))
