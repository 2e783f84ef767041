"""What the pages of the sessions share."""

from collections.abc import Iterable

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import SelectChoice

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.current import get_actor
from lms.i18n import localised
from lms.people.models import Category, Organisation
from lms.sessions import labels, pass_codes, queries
from lms.sessions.models import Status, TrainingSession

blueprint = Blueprint("sessions", __name__, template_folder="../templates")

PLANNERS = (Role.TRAINER, Role.UNIT_HEAD)

blueprint.add_app_template_filter(pass_codes.show, "pass_code")


def opened(training_session_id: int) -> TrainingSession:
    """Return the session of the address. Raises ``NotFound``, ``NotAllowed``."""
    return queries.get(training_session_id, get_actor())


def note_reading(training_session: TrainingSession, actor: Actor) -> None:
    """Leave a line in the log of who read the names of this session."""
    audit.record_read(training_session.tag, actor=actor)


def turned_away(training_session: TrainingSession) -> ResponseReturnValue:
    """Answer an act on a session that is over: say so and show the session."""
    if training_session.status is Status.CANCELLED:
        flash(_("The session is cancelled. Nothing in it can be changed any more."), "loss")
    else:
        flash(_("The session is closed. Nothing in it can be changed any more."), "loss")
    return redirect(url_for("sessions.overview", training_session_id=training_session.id))


def category_choices(categories: Iterable[Category]) -> list[SelectChoice]:
    """Return the categories as choices, each child under its parent's name."""
    found = list(categories)
    parents = {it.parent_id for it in found}
    return [
        SelectChoice(
            str(it.id),
            _("%(category)s, not specified", category=localised(it, "label"))
            if it.id in parents
            else localised(it, "label"),
            optgroup=localised(it.parent or it, "label"),
        )
        for it in found
    ]


def organisation_choices(organisations: Iterable[Organisation]) -> list[SelectChoice]:
    """Return the organisations as choices."""
    return [SelectChoice(str(it.id), localised(it, "label")) for it in organisations]


def title(training_session: TrainingSession) -> str:
    """Return the title of the course in the reader's language."""
    return localised(training_session.course_version, "title")


blueprint.add_app_template_filter(title, "session_title")
blueprint.context_processor(lambda: {"labels": labels})
