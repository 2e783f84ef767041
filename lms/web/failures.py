"""What is answered when something cannot be done: one kind of error, one page."""

from http import HTTPStatus

import structlog
from flask import Flask, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException

from lms.errors import NotAllowed, NotFound
from lms.extensions import db, login_manager
from lms.figures.api import problems
from lms.http import fail, may_come_in
from lms.lib.whole_files import is_full
from lms.web.shell import path_to_read, to_send_again

log = structlog.get_logger(__name__)

PAGES = {
    403: "refused.html",
    404: "missing.html",
    405: "missing.html",
    413: "too_large.html",
    429: "too_many.html",
}
"""The template for each status; any other is ``unreadable.html``."""
WAITED = ("SQLITE_BUSY", "SQLITE_LOCKED")
"""What SQLite calls a turn that did not come in time."""


def install(app: Flask) -> None:
    """Give each kind of error its page, in the reader's language."""
    app.register_error_handler(NotAllowed, _refused)
    app.register_error_handler(NotFound, _missing)
    app.register_error_handler(CSRFError, _expired)
    app.register_error_handler(HTTPException, _answered)
    app.register_error_handler(OperationalError, _busy)
    app.register_error_handler(Exception, _broken)
    login_manager.unauthorized_handler(_stranger)


def _refused(_error: NotAllowed) -> ResponseReturnValue:
    return _page("refused.html", 403)


def _missing(_error: NotFound) -> ResponseReturnValue:
    return _page("missing.html", 404)


def _stranger() -> ResponseReturnValue:
    """Lead to the way in, and from there to the page; what was typed into it is kept."""
    if to_send_again():
        return _expired()
    flash(_("Sign in to see this page."))
    return redirect(url_for("accounts.sign_in", next=path_to_read()))


def _expired(_error: CSRFError | None = None) -> ResponseReturnValue:
    return _page("expired.html", 400, visit_ended=not may_come_in())


def _answered(error: HTTPException) -> ResponseReturnValue:
    """Answer what the framework refused."""
    original = getattr(error, "original_exception", None)
    if original is not None:  # broke after the page was made, as when its reading was noted
        return _busy(original) if isinstance(original, OperationalError) else _broken(original)
    code = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    return _page(PAGES.get(code, "unreadable.html"), code)


def _busy(error: OperationalError) -> ResponseReturnValue:
    """Keep what was typed when the database did not answer in time."""
    if is_full(error):
        return _broken(error)
    # SQLite says in the same way that it waited, and that a table or the disk is missing.
    if not getattr(error.orig, "sqlite_errorname", WAITED[0]).startswith(WAITED):
        return _broken(error)
    log.warning("database.busy", kind=type(error.orig).__name__)
    return _page("busy.html", 503)


def _broken(error: Exception) -> ResponseReturnValue:
    log.error("request.broken", exc_info=error)
    if is_full(error):
        return _page("full.html", HTTPStatus.INSUFFICIENT_STORAGE)
    return _page("broken.html", 500)


def _page(template: str, status: int, **values: object) -> ResponseReturnValue:
    # What was begun is taken back first: nothing of a refused act may stay, and after a
    # fault of the database it answers nothing else.
    db.session.rollback()
    fail()
    if problems.for_a_program():
        return problems.answer(status)
    return render_template(template, **values), status
