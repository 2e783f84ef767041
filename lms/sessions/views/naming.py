"""The switch that lets members of armed movements be named in a session."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from lms.accounts.current import get_actor
from lms.extensions import db
from lms.sessions import errors, services
from lms.sessions.views.base import blueprint, opened, turned_away


@blueprint.post("/<int:training_session_id>/movements")
def name_movements(training_session_id: int) -> ResponseReturnValue:
    """Let members of armed movements be named here, or only counted."""
    training_session = opened(training_session_id)
    named = request.form.get("named") == "yes"
    try:
        services.name_movements(training_session=training_session, named=named, actor=get_actor())
    except errors.SessionOver:
        return turned_away(training_session)
    except errors.MovementsNamed:
        db.session.rollback()
        flash(_("Members of armed movements are in this session: take them out first."), "loss")
    else:
        db.session.commit()
        flash(
            _("Members of armed movements may be named in this session.")
            if named
            else _("Members of armed movements are only counted in this session.")
        )
    return redirect(url_for(".overview", training_session_id=training_session_id))
