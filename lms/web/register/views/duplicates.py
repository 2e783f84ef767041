"""The report of possible duplicates over the whole register."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, ngettext

from lms import clock
from lms.accounts import audit
from lms.accounts.current import get_actor
from lms.extensions import db
from lms.people.queries import protection
from lms.web.register import guard, looking
from lms.web.register.forms import ConfirmForm
from lms.web.register.pages import doubts as pages
from lms.web.register.queries import doubts as queries
from lms.web.register.queries.doubts import Wanted
from lms.web.register.views.base import records


@records.get("/duplicates")
def duplicates() -> str:
    """Show who may stand twice in the register, likeliest first; whoever reads it is logged."""
    actor, today = get_actor(), clock.today()
    found = queries.queue(
        wanted=Wanted(), page=request.args.get("page", 1, type=int), today=today, actor=actor
    )
    audit.record_read("suggestion:open", actor=actor)
    return render_template(
        "register/duplicates.html",
        lines=pages.doubt_lines(found.doubts, protection.guard(today)),
        queue=found,
    )


@records.post("/duplicates")
def look_again() -> ResponseReturnValue:
    """Compare the whole register with itself and keep what is found."""
    actor = get_actor()
    guard.require_reader(actor)
    if ConfirmForm().validate_on_submit():
        found = looking.look_again(now=clock.now(), actor=actor)
        db.session.commit()
        if found:
            flash(ngettext("%(num)s new doubt found.", "%(num)s new doubts found.", found))
        else:
            flash(_("Nothing new: whoever may stand twice is listed already."))
    return redirect(url_for(".duplicates"))
