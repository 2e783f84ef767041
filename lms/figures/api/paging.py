"""Long answers page by page: where a page begins, and the address of the next."""

from typing import Any

from flask import Response, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from lms.figures.api import problems

HIGHEST = 2**31
NEXT_PAGE: dict[str, object] = {
    "Link": {"description": "The next page, if there is one.", "schema": {"type": "string"}}
}


def start(asked: dict[str, Any]) -> int | None:
    """Return after what the page begins, zero for the first; nothing when no link says so."""
    cursor: str = asked["cursor"] or "0"
    readable = cursor.isascii() and cursor.isdecimal() and len(cursor) < len(str(HIGHEST))
    return int(cursor) if readable else None


def no_such_page() -> Response:
    """Say that no page begins where the request wants it."""
    return problems.wrong_parameter(
        "cursor", _("No page begins there. Follow the link to the next page as it is.")
    )


def next_page(cursor: int, **changes: str | None) -> str:
    """Return the whole address of the next page: as asked, from ``cursor`` on."""
    kept = {name: value for name, value in request.args.lists() if name not in changes}
    asked: dict[str, Any] = {**kept, **changes, "cursor": str(cursor)}
    return url_for(request.endpoint or "", _external=True, **asked)


def paged(answer: dict[str, Any], link: str | None) -> ResponseReturnValue:
    """Return an answer that says where the next page is."""
    headers = {"Link": f'<{link}>; rel="next"'} if link else {}
    return {**answer, "next": link}, headers
