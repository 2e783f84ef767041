"""Deciding doubts, one or a page of them, and taking a decision back."""

from collections.abc import Sequence

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, ngettext
from werkzeug.wrappers import Response

from lms import clock
from lms.accounts.current import get_actor
from lms.errors import RuleBroken
from lms.extensions import db
from lms.people.errors import AlreadyDecided, MarksContradict
from lms.people.kinds import Verdict
from lms.people.models import Suggestion
from lms.people.services import suggestions
from lms.web.register import guard
from lms.web.register.forms import (
    Choice,
    DecisionForm,
    settled,
    verdicts,
    wanted,
)
from lms.web.register.pages.contradictions import contradiction_lines
from lms.web.register.queries import doubts as queries, records
from lms.web.register.views import matches
from lms.web.register.views.base import asked, doubts, offer_undo, refusal

VERDICTS = {Choice.SAME: Verdict.SAME, Choice.DIFFERENT: Verdict.DIFFERENT}


@doubts.post("/<int:suggestion_id>")
def decide(suggestion_id: int) -> ResponseReturnValue:
    """Decide one doubt and move on to the next of its batch."""
    actor = get_actor()
    doubt = queries.get(suggestion_id, today=clock.today(), actor=actor)
    form = DecisionForm()
    if not form.validate_on_submit():
        return matches.page(doubt, error=_("Choose one of the three."))
    following = _following(doubt.suggestion)
    if form.choice is Choice.LATER:
        return following
    try:
        _decide(doubt.suggestion, form.choice)
    except AlreadyDecided:
        flash(_("Somebody else decided this meanwhile. Here is the next one."), "now")
        return following
    except MarksContradict as error:
        slots = records.slots([it.slot_id for it in error.contradictions])
        return matches.page(doubt, contradiction_lines(error.contradictions, slots))
    except RuleBroken as error:
        return matches.page(doubt, error=refusal(error))
    db.session.commit()
    said = {
        Choice.SAME: _("Said to be one person. The totals follow."),
        Choice.DIFFERENT: _("Said to be two persons; this is remembered for ever."),
    }
    offer_undo(said[form.choice], url_for(".reopen", suggestion_id=suggestion_id))
    return following


@doubts.post("/")
def decide_page() -> ResponseReturnValue:
    """Decide several doubts at once: all that can be, each by itself."""
    actor, today, batch = get_actor(), clock.today(), wanted(request.args)
    guard.require_reader(actor)
    done: list[int] = []
    meanwhile = held = 0
    for suggestion_id, choice in verdicts(request.form).items():
        doubt = queries.get(suggestion_id, today=today, actor=actor)
        try:
            _decide(doubt.suggestion, choice)
        except AlreadyDecided:
            meanwhile += 1
        except RuleBroken:
            held += 1
        else:
            done.append(suggestion_id)
    db.session.commit()
    _say(done, meanwhile, held)
    return redirect(url_for(".index", **asked(batch)))


@doubts.post("/<int:suggestion_id>/reopen")
def reopen(suggestion_id: int) -> ResponseReturnValue:
    """Take a decision back and ask again."""
    actor = get_actor()
    doubt = queries.get(suggestion_id, today=clock.today(), actor=actor)
    if _taken_back(doubt.suggestion):
        db.session.commit()
        flash(_("The decision is taken back. The totals follow."))
    else:
        flash(_("This decision was taken back already."), "now")
    return redirect(url_for(".show", suggestion_id=suggestion_id))


@doubts.post("/reopen")
def reopen_page() -> ResponseReturnValue:
    """Take the decisions of a page back, all that still stand."""
    actor, today = get_actor(), clock.today()
    guard.require_reader(actor)
    ids = [int(it) for it in request.form.get("ids", "").split() if it.isdecimal()]
    decided = [queries.get(it, today=today, actor=actor).suggestion for it in ids]
    # The last first: what was decided later may rest on what was decided before.
    done = sum(_taken_back(it) for it in reversed(decided))
    db.session.commit()
    flash(ngettext("%(num)s decision taken back.", "%(num)s decisions taken back.", done))
    return redirect(url_for(".index"))


def _taken_back(suggestion: Suggestion) -> bool:
    try:
        suggestions.reopen(suggestion=suggestion, now=clock.now(), actor=get_actor())
    except RuleBroken:
        return False
    return True


def _decide(suggestion: Suggestion, choice: Choice) -> None:
    suggestions.decide(
        suggestion=suggestion,
        verdict=VERDICTS[choice],
        settled=settled(request.form),
        now=clock.now(),
        actor=get_actor(),
    )


def _following(suggestion: Suggestion) -> Response:
    """Lead to the next doubt of the batch, or back to the queue after the last."""
    batch = wanted(request.args)
    found = queries.after(suggestion, wanted=batch, today=clock.today(), actor=get_actor())
    if found is None:
        return redirect(url_for(".index", **asked(batch)))
    return redirect(url_for(".show", suggestion_id=found, **asked(batch)))


def _say(done: Sequence[int], meanwhile: int, held: int) -> None:
    if done:
        text = ngettext("%(num)s doubt decided.", "%(num)s doubts decided.", len(done))
        offer_undo(text, url_for(".reopen_page"), {"ids": " ".join(map(str, done))})
    if meanwhile:
        flash(
            ngettext(
                "Somebody else decided %(num)s of them meanwhile.",
                "Somebody else decided %(num)s of them meanwhile.",
                meanwhile,
            ),
            "now",
        )
    if held:
        flash(
            ngettext(
                "%(num)s must be opened: there is something to settle first.",
                "%(num)s must be opened: there is something to settle first.",
                held,
            ),
            "now",
        )
