"""The page of the unit's profile, for administrators."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from lms.accounts.actors import Role
from lms.accounts.current import get_actor
from lms.accounts.permissions import require
from lms.extensions import db
from lms.unit import queries, services
from lms.unit.forms import ProfileForm

blueprint = Blueprint("unit", __name__, template_folder="templates")


@blueprint.route("/", methods=["GET", "POST"])
def profile() -> ResponseReturnValue:
    """Show how the unit calls itself, and change it."""
    actor = get_actor()
    require(actor, "unit:describe", Role.ADMINISTRATOR)
    form = ProfileForm()
    if not form.is_submitted():
        form.fill(queries.profile())
    elif form.validate():
        services.describe(identity=form.identity, actor=actor)
        db.session.commit()
        flash(_("The profile is saved. Certificates already issued stay as they are."))
        return redirect(url_for(".profile"))
    return render_template("unit/profile.html", form=form), 422 if form.errors else 200
