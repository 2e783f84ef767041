"""Pages of the register: parse, call one query, answer."""

from flask import Blueprint, redirect, render_template, request, session as browser, url_for
from flask.typing import ResponseReturnValue

from lms import clock
from lms.accounts import audit
from lms.accounts.actors import Role
from lms.accounts.current import get_actor
from lms.accounts.permissions import require
from lms.people import labels, queries
from lms.people.forms import FilterForm, SearchForm
from lms.people.queries import Order, Search

blueprint = Blueprint("people", __name__, template_folder="templates")
WORDS = "people_words"
"""Where the browser's cookie keeps what was looked for: a name has no place in an address."""


@blueprint.get("/")
def index() -> str:
    """Show a page of the register; whoever reads it is logged."""
    actor = get_actor()
    words = str(browser.get(WORDS, "")) if "found" in request.args else ""
    wanted = Search(
        words=words,
        category_id=request.args.get("category", type=int) or None,
        order=request.args.get("sort", Order.NAME, type=Order),
        page=request.args.get("page", 1, type=int),
    )
    found = queries.register_page(search=wanted, today=clock.today(), actor=actor)
    audit.record_read("person:register", actor=actor)
    filters = FilterForm(request.args)
    filters.offer(queries.categories(with_inactive=True))
    return render_template(
        "people/index.html",
        form=SearchForm(words=words),
        filters=filters,
        search=wanted,
        found=found,
        narrowed=bool(wanted.words or wanted.category_id),
        sees_protected=actor.role is Role.UNIT_HEAD,
        labels=labels,
    )


@blueprint.post("/")
def search() -> ResponseReturnValue:
    """Keep what is looked for out of the address, then show what is found."""
    require(get_actor(), "person.list", Role.UNIT_HEAD, Role.ADMINISTRATOR)
    form = SearchForm()
    if form.validate_on_submit() and form.words.data:
        browser[WORDS] = form.words.data
        return redirect(url_for(".index", found=1))
    browser.pop(WORDS, None)
    return redirect(url_for(".index"))
