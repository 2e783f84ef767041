"""Pages of the team, for administrators: parse, call one service, commit, answer."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from lms.accounts import labels, queries as accounts, services
from lms.accounts.actors import Role
from lms.accounts.current import get_actor
from lms.accounts.errors import AddressTaken, LastAdministrator
from lms.accounts.models import User
from lms.accounts.passwords import SHORTEST
from lms.accounts.permissions import require
from lms.extensions import db
from lms.i18n import localised
from lms.web.team import queries
from lms.web.team.forms import (
    ConfirmForm,
    NewAccountForm,
    NewPasswordForm,
    ProfileForm,
    SearchForm,
)

blueprint = Blueprint("team", __name__)


@blueprint.get("/")
def index() -> str:
    """List the accounts, narrowed by words and role."""
    form = SearchForm(request.args)
    form.offer()
    found = queries.team(
        words=form.q.data or "",
        role=form.chosen,
        page=request.args.get("page", 1, type=int),
        actor=get_actor(),
    )
    return render_template(
        "team/index.html",
        form=form,
        team=found,
        regions={code: localised(it, "name") for code, it in queries.regions().items()},
        labels=labels,
    )


@blueprint.route("/new", methods=["GET", "POST"])
def create() -> ResponseReturnValue:
    """Make an account; after success a reload cannot make it twice."""
    actor = get_actor()
    require(actor, "user:create", Role.ADMINISTRATOR)
    form = NewAccountForm()
    _offer(form)
    if form.validate_on_submit():
        try:
            services.create_user(profile=form.profile, password=form.password.data, actor=actor)
        except AddressTaken:
            _address_taken(form)
        else:
            db.session.commit()
            flash(_("The account is open. Hand over the address and the first password."))
            return redirect(url_for(".index"))
    page = render_template("team/create.html", form=form, labels=labels, shortest=SHORTEST)
    return page, 422 if form.errors else 200


@blueprint.route("/<int:user_id>", methods=["GET", "POST"])
def edit(user_id: int) -> ResponseReturnValue:
    """Change who an account is and what it may."""
    actor = get_actor()
    user = accounts.user(user_id, actor)
    form = ProfileForm()
    _offer(form)
    if not form.is_submitted():
        form.fill(user)
    elif form.validate():
        try:
            services.edit_user(user=user, profile=form.profile, actor=actor)
        except AddressTaken:
            _address_taken(form)
        except LastAdministrator:
            form.role.errors = [_last_administrator()]
        else:
            db.session.commit()
            flash(_("The account is saved."))
            return redirect(url_for(".index"))
    page = render_template(
        "team/edit.html", form=form, user=user, labels=labels, is_self=user.id == current_user.id
    )
    return page, 422 if form.errors else 200


@blueprint.route("/<int:user_id>/password", methods=["GET", "POST"])
def password(user_id: int) -> ResponseReturnValue:
    """Give an account a new password, which signs it out everywhere."""
    actor = get_actor()
    user = accounts.user(user_id, actor)
    form = NewPasswordForm()
    if form.validate_on_submit():
        services.set_password(user=user, password=form.password.data, actor=actor)
        db.session.commit()
        flash(_("The new password is set. Hand it over yourself; it is shown nowhere."))
        return redirect(url_for(".edit", user_id=user.id))
    page = render_template("team/password.html", form=form, user=user, shortest=SHORTEST)
    return page, 422 if form.errors else 200


@blueprint.route("/<int:user_id>/disable", methods=["GET", "POST"])
def disable(user_id: int) -> ResponseReturnValue:
    """Ask once, then close an account; it is signed out at its next request."""
    actor = get_actor()
    user = accounts.user(user_id, actor)
    form = ConfirmForm()
    if form.validate_on_submit():
        try:
            _set_active(user, active=False)
        except LastAdministrator:
            form.form_errors.append(_last_administrator())
        else:
            flash(_("The account of %(name)s is disabled.", name=user.name))
            return redirect(url_for(".index"))
    return render_template("team/disable.html", form=form, user=user), 422 if form.errors else 200


@blueprint.post("/<int:user_id>/enable")
def enable(user_id: int) -> ResponseReturnValue:
    """Open a disabled account again."""
    user = accounts.user(user_id, get_actor())
    _set_active(user, active=True)
    flash(_("The account of %(name)s is open again.", name=user.name))
    return redirect(url_for(".edit", user_id=user.id))


def _set_active(user: User, *, active: bool) -> None:
    services.set_active(user=user, active=active, actor=get_actor())
    db.session.commit()


def _offer(form: ProfileForm) -> None:
    form.offer((code, localised(it, "name")) for code, it in queries.regions().items())


def _address_taken(form: ProfileForm) -> None:
    form.email.errors = [_("Another account has this address. Search for it in the list.")]


def _last_administrator() -> str:
    return _("This is the last administrator. Make another one first.")
