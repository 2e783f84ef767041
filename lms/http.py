"""What holds for every request, whichever room answers it."""

from flask import Response, g, has_request_context, request, session as visit
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.routing import IntegerConverter, UnicodeConverter, ValidationError

from lms.extensions import login_manager

PARTICIPATION_KEY = "participation_id"
"""Where the browser's cookie keeps whose pass code opened the visit."""

PUBLIC_ENDPOINTS = frozenset(
    {
        "static",
        "web.home",
        "web.language",
        "web.healthz",
        "accounts.sign_in",
        "participant.link",
        "participant.enter",
        "certificates.verify",
        "certificates.check",
        "api_description.openapi",
        "api_description.schema",
    }
)
TOKEN_ENDPOINTS = frozenset(
    {
        "api.figures",
        "api.facts",
        "api.categories",
        "api.places",
        "api.reports",
        "api.report",
    }
)
"""Closed by themselves to whoever carries no token; cookies open none of them."""
PARTICIPANT_ENDPOINTS = frozenset(
    {
        "participant.space",
        "participant.leave",
        "quizzes.begin",
        "quizzes.start",
        "quizzes.question",
        "quizzes.answer",
        "quizzes.review",
        "quizzes.hand_in",
        "quizzes.result",
        "certificates.mine",
    }
)
READING_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


LARGEST = 2**31 - 1
"""The largest number that a column of ours holds."""
OF_URL_FOR = frozenset({"endpoint", "_anchor", "_method", "_scheme", "_external"})
"""What a name in an address must not be called to be passed on to ``url_for``."""


class Number(IntegerConverter):
    """A whole number in an address; one that no row can have leads nowhere."""

    def to_python(self, value: str) -> int:
        """Return the number."""
        if len(value) > len(str(LARGEST)) or int(value) > LARGEST:
            raise ValidationError
        return int(super().to_python(value))


class Word(UnicodeConverter):
    """A word in an address; none has the character that PostgreSQL stores nowhere."""

    def to_python(self, value: str) -> str:
        """Return the word."""
        if "\0" in value:
            raise ValidationError
        return str(super().to_python(value))


CONVERTERS = {"int": Number, "string": Word, "default": Word}
"""How the parts of an address are read, in place of the framework's own ways."""


def only_reads() -> bool:
    """Tell whether a page is being read; forms, commands and jobs may write."""
    return has_request_context() and (request.method in READING_METHODS or has_failed())


def fail() -> None:
    """Let the rest of this request only read: it tells of a failure, and must not wait again."""
    g.has_failed = True


def has_failed() -> bool:
    """Tell whether this request already answers that something could not be done."""
    return bool(g.get("has_failed"))


def keep_no_page(response: Response) -> Response:
    """Let no browser keep a page: a phone goes from hand to hand, and its back button too.

    A view that says how long its answer may be kept knows better.
    """
    if response.mimetype == "text/html" and "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    return response


def on_this_site(path: str) -> str:
    """Return ``path`` when it is a plain path of this site; a redirect must lead nowhere else."""
    plain = path.startswith("/") and not path.startswith("//") and "\\" not in path
    return path if plain and path.isprintable() else "/"


def require_sign_in() -> ResponseReturnValue | None:
    """Close every page by default to whoever may not come in."""
    if may_come_in():
        return None
    answer: ResponseReturnValue = login_manager.unauthorized()
    return answer


def may_come_in() -> bool:
    """Tell whether this page is open to whoever asks for it.

    Open to all is what ``PUBLIC_ENDPOINTS`` names, to the holder of a pass code also what
    ``PARTICIPANT_ENDPOINTS`` names. An address that leads nowhere is left to say so.
    """
    endpoint = request.endpoint
    if endpoint is None or endpoint in PUBLIC_ENDPOINTS | TOKEN_ENDPOINTS:
        return True
    if current_user.is_authenticated:
        return True
    return PARTICIPATION_KEY in visit and endpoint in PARTICIPANT_ENDPOINTS
