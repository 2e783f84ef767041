"""What the pages of the courses share."""

from flask import Blueprint
from flask_babel import gettext as _
from markupsafe import Markup
from wtforms import Form

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.courses import markdown
from lms.courses.forms import Editing

blueprint = Blueprint("courses", __name__, template_folder="../templates")

DRAFTERS = (Role.TRAINER, Role.UNIT_HEAD)


def may_draft(actor: Actor) -> bool:
    """Tell whether the acts of drafting are shown; the services decide."""
    return actor.role in DRAFTERS


def may_publish(actor: Actor) -> bool:
    """Tell whether the acts of publishing are shown; the services decide."""
    return actor.role is Role.UNIT_HEAD


def require_drafter(actor: Actor) -> None:
    """Refuse to open a form to somebody whose sending of it would be refused."""
    require(actor, "course:draft", *DRAFTERS)


def say_stale(form: Editing, revision: int) -> None:
    """Tell that somebody saved meanwhile; sending the form again replaces what they saved."""
    form.revision.data = str(revision)
    form.form_errors.append(
        _(
            "Somebody else saved this meanwhile, and your text is not saved yet. Look at theirs"
            " in another window, take over what you need, then save again: yours replaces theirs."
        )
    )


def say_not_draft(form: Form) -> None:
    """Tell that the version can no longer be edited."""
    form.form_errors.append(
        _("This version is no longer a draft. Begin a new version and change it there.")
    )


def preview(form: Editing, name: str) -> dict[str, Markup] | None:
    """Return the Markdown of a text laid out in both languages, when it is asked for."""
    if not form.preview.data:
        return None
    return {code: markdown.render(form[f"{name}_{code}"].data) for code in ("fr", "en")}
