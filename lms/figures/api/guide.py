"""The page that says how programs read figures, for people."""

from flask import Blueprint, render_template, request

from lms.accounts.actors import Role
from lms.accounts.current import get_actor
from lms.accounts.permissions import TOKEN_MAKERS, require
from lms.figures.api.describing import description
from lms.i18n import language

EXAMPLES = ("spreadsheet", "command", "python")

blueprint = Blueprint("api_guide", __name__)


@blueprint.get("/api")
def guide() -> str:
    """Say what can be asked, address by address, made of the description itself."""
    actor = get_actor()
    require(actor, "api:guide", Role.TRAINER, Role.UNIT_HEAD, Role.ADMINISTRATOR)
    return render_template(
        "api_guide/guide.html",
        paths={path: methods["get"] for path, methods in description()["paths"].items()},
        makes_tokens=actor.role in TOKEN_MAKERS,
        examples={it: _example(it) for it in EXAMPLES},
    )


def _example(name: str) -> str:
    """Return an example that runs as it stands, once it has a token."""
    host = request.host_url.rstrip("/")
    return render_template(f"api_guide/examples/{name}.txt", host=host, locale=language())
