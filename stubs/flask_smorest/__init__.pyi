# Types of flask-smorest, which ships none: what we use of it.

from collections.abc import Callable
from typing import Any, TypeVar

import flask
from apispec import APISpec
from marshmallow import Schema

_View = TypeVar("_View", bound=Callable[..., Any])
_Answer = TypeVar("_Answer")

class Blueprint(flask.Blueprint):
    def arguments(
        self, schema: type[Schema], *, location: str = "json", **kwargs: object
    ) -> Callable[[Callable[..., _Answer]], Callable[..., _Answer]]: ...
    def response(
        self,
        status_code: int,
        schema: type[Schema] | None = None,
        *,
        content_type: str | None = None,
        description: str | None = None,
        headers: dict[str, object] | None = None,
    ) -> Callable[[_View], _View]: ...
    def doc(self, **kwargs: object) -> Callable[[_View], _View]: ...

class Api:
    ERROR_SCHEMA: type[Schema]
    DEFAULT_RESPONSE_CONTENT_TYPE: str
    spec: APISpec
    def __init__(
        self, app: flask.Flask | None = None, *, spec_kwargs: dict[str, object] | None = None
    ) -> None: ...
    def _register_error_handlers(self) -> None: ...
    def register_blueprint(self, blp: Blueprint, **options: object) -> None: ...
