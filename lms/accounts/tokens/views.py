"""Pages of one's own tokens: parse, call one service, commit, answer."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from lms import clock
from lms.accounts.current import get_actor
from lms.accounts.permissions import TOKEN_MAKERS, require
from lms.accounts.tokens import labels, queries, services
from lms.accounts.tokens.errors import TokenNameTaken
from lms.accounts.tokens.forms import RevokeForm, TokenForm
from lms.extensions import db

blueprint = Blueprint("tokens", __name__)


@blueprint.get("/")
def index() -> str:
    """List one's own tokens, without what they open with."""
    found = queries.tokens(get_actor())
    return render_template("tokens/index.html", tokens=found, labels=labels, now=clock.now())


@blueprint.route("/new", methods=["GET", "POST"])
def create() -> ResponseReturnValue:
    """Make a token; the answer shows it this once, and nothing keeps it but its owner."""
    actor = get_actor()
    require(actor, "token:create", *TOKEN_MAKERS)
    form = TokenForm()
    if form.validate_on_submit():
        try:
            made, whole = services.create(wanted=form.wanted, now=clock.now(), actor=actor)
        except TokenNameTaken:
            form.name_taken()
        else:
            db.session.commit()
            page = render_template("tokens/made.html", token=made, whole=whole, labels=labels)
            return page, 201
    page = render_template("tokens/create.html", form=form)
    return page, 422 if form.errors else 200


@blueprint.route("/<int:token_id>/revoke", methods=["GET", "POST"])
def revoke(token_id: int) -> ResponseReturnValue:
    """Ask once, then close a token for good."""
    actor = get_actor()
    token = queries.token(token_id, actor)
    form = RevokeForm()
    if form.validate_on_submit():
        services.revoke(token=token, now=clock.now(), actor=actor)
        db.session.commit()
        flash(_("The token is revoked. Programs that use it get nothing any more."))
        return redirect(url_for(".index"))
    return render_template("tokens/revoke.html", form=form, token=token)
