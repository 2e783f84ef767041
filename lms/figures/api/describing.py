"""What programs read of our forms: OpenAPI, made of what addresses declare, and JSON Schema."""

import json
from importlib.resources import files
from typing import Any

from flask import Blueprint, Flask, Response, current_app
from flask_babel import lazy_gettext as _l
from flask_smorest import Api

from lms.errors import NotFound
from lms.figures.api import entrance, problems, published, views
from lms.figures.exports import schemas

PREFIX = "/api/v1"
VERSION = "1.0"
KEY = "kalanso-api"
PARTS = (views, published)
"""Once imported, each has put its addresses behind the entrance."""
SCHEMAS = {
    schemas.FIGURES: "lms.figures.exports",
    schemas.REPORT: "lms.figures.reports",
}
"""The package that holds each form in its folder of data."""

blueprint = Blueprint("api_description", __name__)


class ProgramApi(Api):
    """Registers addresses and describes them; errors are answered by our own pages."""

    ERROR_SCHEMA = problems.Problem

    def _register_error_handlers(self) -> None:
        """Leave the errors of the rest of the application alone."""


def install(app: Flask) -> None:
    """Add the interface to an application."""
    api = ProgramApi(
        app,
        spec_kwargs={
            "title": "Kalanso",
            "version": VERSION,
            "openapi_version": "3.0.3",
            "info": {"description": _l("Figures, and the facts behind them, for programs.")},
            "security": [{"token": []}],
        },
    )
    api.spec.components.security_scheme("token", {"type": "http", "scheme": "bearer"})
    api.register_blueprint(entrance.blueprint, url_prefix=PREFIX)
    app.register_blueprint(blueprint, url_prefix=PREFIX)
    app.extensions[KEY] = api


@blueprint.get("/openapi.json")
def openapi() -> dict[str, Any]:
    """Describe the interface, in the language asked for; there is nothing secret in it."""
    return description()


@blueprint.get("/schemas/<name>.json")
def schema(name: str) -> Response:
    """Give the form of a JSON file (JSON Schema); it holds no data."""
    if name not in SCHEMAS:
        raise NotFound(f"schema:{name}")
    form = files(SCHEMAS[name]).joinpath("data", f"{name}.schema.json").read_text("utf-8")
    said = {"$id": schemas.address(name), **json.loads(form)}
    return Response(json.dumps(said, ensure_ascii=False), mimetype="application/schema+json")


def description() -> dict[str, Any]:
    """Return the description, its sentences as the reader has them."""
    api: ProgramApi = current_app.extensions[KEY]
    return {name: _said(part) for name, part in api.spec.to_dict().items()}


def _said(part: object) -> object:
    if isinstance(part, dict):
        return {str(name): _said(value) for name, value in part.items()}
    if isinstance(part, list | tuple):
        return [_said(it) for it in part]
    return part if isinstance(part, bool | int | float | None) else str(part)
