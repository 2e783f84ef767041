"""What is answered when something cannot be done: one kind of error, one page."""

from http import HTTPStatus

import structlog
from flask import Flask, render_template
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException

from lms.errors import NotAllowed, NotFound
from lms.extensions import db

log = structlog.get_logger(__name__)

PAGES = {
    403: "refused.html",
    404: "missing.html",
    405: "missing.html",
    413: "too_large.html",
    429: "too_many.html",
}
"""The template for each status; any other is ``unreadable.html``."""


def install(app: Flask) -> None:
    """Give each kind of error its page, in the reader's language."""
    app.register_error_handler(NotAllowed, _refused)
    app.register_error_handler(NotFound, _missing)
    app.register_error_handler(CSRFError, _expired)
    app.register_error_handler(HTTPException, _answered)
    app.register_error_handler(OperationalError, _busy)
    app.register_error_handler(Exception, _broken)


def _refused(_error: NotAllowed) -> ResponseReturnValue:
    return _page("refused.html", 403)


def _missing(_error: NotFound) -> ResponseReturnValue:
    return _page("missing.html", 404)


def _expired(_error: CSRFError) -> ResponseReturnValue:
    return _page("expired.html", 400)


def _answered(error: HTTPException) -> ResponseReturnValue:
    """Answer what the framework refused; a redirect it asks for is no failure."""
    code = error.code or 500
    if code < HTTPStatus.BAD_REQUEST:
        return error
    return _page(PAGES.get(code, "unreadable.html"), code)


def _busy(error: OperationalError) -> ResponseReturnValue:
    """Keep what was typed when the database did not answer in time."""
    db.session.rollback()
    log.warning("database.busy", kind=type(error.orig).__name__)
    return render_template("busy.html"), 503


def _broken(error: Exception) -> ResponseReturnValue:
    db.session.rollback()
    log.error("request.broken", exc_info=error)
    return render_template("broken.html"), 500


def _page(template: str, status: int) -> ResponseReturnValue:
    # What was begun is taken back first: nothing of a refused act may stay, and after a
    # fault of the database it answers nothing else.
    db.session.rollback()
    return render_template(template), status
