"""The list of sessions."""

from flask import render_template, request
from flask_babel import get_locale

from lms.accounts.current import get_actor
from lms.clock import today
from lms.sessions import queries
from lms.sessions.forms.listing import SearchForm
from lms.sessions.views.base import PLANNERS, blueprint


@blueprint.get("/")
def index() -> str:
    """List the sessions the reader may open, searched, filtered and sorted."""
    actor = get_actor()
    form = SearchForm(request.args)
    side = 0 if str(get_locale()) == "fr" else 1
    form.offer(
        [(names[0], names[side]) for names in queries.regions_used(actor)],
        queries.courses_used(actor),
    )
    search = form.search(request.args.get("page", 1, type=int), today())
    return render_template(
        "sessions/index.html",
        form=form,
        found=queries.session_page(search, actor),
        any_session=queries.any_readable(actor),
        may_plan=actor.role in PLANNERS,
    )
