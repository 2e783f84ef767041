"""Long answers page by page: where a page begins, and the address of the next."""

from typing import Any

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from marshmallow import ValidationError, fields

from lms.figures.api.problems import Said

HIGHEST = 2**31
NEXT_PAGE: dict[str, object] = {
    "Link": {"description": "The next page, if there is one.", "schema": {"type": "string"}}
}


class Cursor(Said, fields.Integer):
    """After what a page begins, as the link to it has it; zero for the first."""

    def _deserialize(self, value: object, attr: str | None, data: object, **kwargs: object) -> int:
        del attr, data, kwargs
        text = str(value) or "0"
        if not (text.isascii() and text.isdecimal() and len(text) < len(str(HIGHEST))):
            sentence = _("No page begins there. Follow the link to the next page as it is.")
            raise ValidationError([sentence])
        return int(text)


def next_page(cursor: int, **changes: str | None) -> str:
    """Return the whole address of the next page: as asked, from ``cursor`` on."""
    kept = {name: value for name, value in request.args.lists() if name not in changes}
    asked: dict[str, Any] = {**kept, **changes, "cursor": str(cursor)}
    return url_for(request.endpoint or "", _external=True, **asked)


def paged(answer: dict[str, Any], link: str | None) -> ResponseReturnValue:
    """Return an answer that says where the next page is."""
    headers = {"Link": f'<{link}>; rel="next"'} if link else {}
    return {**answer, "next": link}, headers
