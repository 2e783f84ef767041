"""Coming in, going out, and one's own account."""

from flask import Blueprint, flash, redirect, render_template, request, session as visit, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user, login_user, logout_user

from lms.accounts import labels, services
from lms.accounts.current import get_actor
from lms.accounts.errors import WrongPassword
from lms.accounts.forms import PasswordForm, SignInForm
from lms.accounts.models import User
from lms.accounts.passwords import SHORTEST
from lms.accounts.permissions import TOKEN_MAKERS
from lms.clock import now
from lms.errors import TooManyGuesses
from lms.extensions import db
from lms.http import on_this_site

blueprint = Blueprint("accounts", __name__, template_folder="templates")


@blueprint.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> ResponseReturnValue:
    """Open an account with its address and password, and go on to where it was wanted."""
    wanted = on_this_site(request.args.get("next", "/"))
    if current_user.is_authenticated and request.method == "GET":
        return redirect(wanted)
    form = SignInForm()
    if form.validate_on_submit():
        user = _opened(form)
        db.session.commit()  # a wrong guess is kept as well
        if user is not None:
            _begin(user, stay=form.stay.data)
            return redirect(wanted)
    page = render_template("accounts/sign_in.html", form=form)
    return page, 422 if form.errors else 200


@blueprint.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    """Leave nothing of the visit on the device."""
    logout_user()
    visit.clear()
    flash(_("You are signed out."))
    return redirect(url_for("web.home"))


@blueprint.route("/account", methods=["GET", "POST"])
def account() -> ResponseReturnValue:
    """Show who is signed in, and change the password."""
    form = PasswordForm()
    if form.validate_on_submit():
        try:
            user = services.change_password(
                current=form.password.data, new=form.new_password.data, actor=get_actor()
            )
        except WrongPassword:
            form.password.errors = [_("This is not your present password. Nothing was changed.")]
        else:
            db.session.commit()
            _begin(user, stay=visit.permanent)
            flash(_("Your password is changed. Every other device is signed out."))
            return redirect(url_for(".account"))
    page = render_template(
        "accounts/account.html",
        form=form,
        user=current_user,
        labels=labels,
        shortest=SHORTEST,
        makes_tokens=current_user.role in TOKEN_MAKERS,
    )
    return page, 422 if form.errors else 200


def _opened(form: SignInForm) -> User | None:
    try:
        return services.sign_in(email=form.email.data, password=form.password.data, now=now())
    except WrongPassword:
        form.password.errors = [labels.wrong_password()]
    except TooManyGuesses as error:
        form.password.errors = [labels.too_many_guesses(error.minutes)]
    return None


def _begin(user: User, *, stay: bool) -> None:
    """Begin a visit with a cookie of its own: nothing of an earlier visitor goes with it."""
    visit.clear()
    visit.permanent = stay
    login_user(user)
