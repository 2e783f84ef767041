"""The page that says how programs read figures, for people."""

from flask import Blueprint, render_template, request

from lms.accounts.actors import Role
from lms.accounts.current import get_actor
from lms.accounts.permissions import require
from lms.figures.api.describing import PREFIX, description

blueprint = Blueprint("api_guide", __name__)


@blueprint.get("/api")
def guide() -> str:
    """Say what can be asked, address by address, made of the description itself."""
    require(get_actor(), "api:guide", Role.TRAINER, Role.UNIT_HEAD, Role.ADMINISTRATOR)
    return render_template(
        "api_guide/guide.html",
        paths={path: methods["get"] for path, methods in description()["paths"].items()},
        example=f"{request.host_url.rstrip('/')}{PREFIX}/figures?from=2015-01-01&to=2015-03-31",
    )
