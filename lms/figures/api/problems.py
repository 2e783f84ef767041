"""Errors as programs read them: problem details (RFC 9457), the sentence in their language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from flask import Response, json, request
from flask_babel import gettext as _, lazy_gettext as _l
from marshmallow import Schema, ValidationError, fields
from werkzeug.exceptions import HTTPException

from lms.accounts.tokens.errors import NoToken, OutOfScope
from lms.accounts.tokens.kinds import Scope
from lms.i18n import FOR_PROGRAMS, language

MIMETYPE = "application/problem+json"
SENTENCES = {
    401: _l(
        "Send a valid token in the header Authorization, after the word Bearer. This one is"
        " wrong, expired or revoked, or there is none."
    ),
    403: _l("The owner of this token may not read this."),
    404: _l("There is nothing at this address."),
    405: _l("This address can only be read: ask with GET."),
    429: _l("Too many requests without a valid token came from here. Wait a minute."),
    500: _l("Something broke on our side. It is written down; ask again later."),
    503: _l("The database was busy. Ask again in a moment."),
}
UNREADABLE = _l("The request could not be read. Compare it with the description of the interface.")
NO_PART = {
    Scope.FIGURES: _l("This token may not read figures. Make one that may."),
    Scope.FACTS: _l("This token may not read facts. Make one that may."),
    Scope.REPORTS: _l("This token may not read reports. Make one that may."),
    Scope.INSIDE: _l(
        "This token may not read full numbers. Make one that may, or ask for outside."
    ),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one parameter."""

    parameter: str
    detail: str


class FaultAnswer(Schema):
    """What is wrong with one parameter."""

    parameter = fields.String()
    detail = fields.String()


class Problem(Schema):
    """An error: one clear sentence, and what is wrong with each parameter."""

    type = fields.String()
    title = fields.String()
    status = fields.Integer()
    detail = fields.String()
    errors = fields.List(fields.Nested(FaultAnswer))


class Said(fields.Field[Any]):
    """Says each fault in the language of whoever asks."""

    def make_error(self, key: str, **kwargs: object) -> ValidationError:
        """Return the error with its sentence as it reads now."""
        del kwargs
        return ValidationError([str(self.error_messages[key])])


def for_a_program() -> bool:
    """Tell whether a program asks."""
    return request.path.startswith(FOR_PROGRAMS)


def answer(status: int, detail: str = "", faults: Sequence[Fault] = ()) -> Response:
    """Return the problem with a status; the status has a sentence of its own."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail or str(SENTENCES.get(status, UNREADABLE)),
    }
    if faults:
        body["errors"] = [{"parameter": it.parameter, "detail": it.detail} for it in faults]
    said = Response(json.dumps(body), status, mimetype=MIMETYPE)
    said.headers["Content-Language"] = language()
    said.headers["Cache-Control"] = "no-store"
    if status == HTTPStatus.UNAUTHORIZED:
        said.headers["WWW-Authenticate"] = 'Bearer realm="Kalanso"'
    return said


def without_token(_error: NoToken) -> Response:
    """Say that no valid token came."""
    return answer(401)


def out_of_scope(error: OutOfScope) -> Response:
    """Say which part the token does not open."""
    return answer(403, str(NO_PART[error.scope]))


def wrong_parameters(error: HTTPException) -> Response:
    """Say what is wrong with each parameter; the first sentence stands for them."""
    messages = getattr(error, "data", {}).get("messages", {})
    found = messages.get("query", {}) if isinstance(messages, Mapping) else {}
    faults = [Fault(str(name), _first(said)) for name, said in found.items()]
    return answer(422, faults[0].detail if faults else "", faults)


def wrong_parameter(name: str, detail: str) -> Response:
    """Say what is wrong with one parameter that only the data can tell."""
    return answer(422, detail, [Fault(name, detail)])


def too_many_parameters(most: int) -> Response:
    """Say how many filters can be asked for at once."""
    return answer(400, _("At most %(most)s filters can be asked for at once.", most=most))


def _first(said: object) -> str:
    """Return the first of the sentences about a parameter, however deep it lies."""
    while isinstance(said, list | dict) and said:
        said = said[0] if isinstance(said, list) else next(iter(said.values()))
    return str(said)
