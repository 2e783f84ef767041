"""The addresses of published reports: which there are, and one whole with what proves it."""

from typing import Any

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from marshmallow import RAISE

from lms.accounts.tokens import bearer
from lms.accounts.tokens.kinds import Scope as Part
from lms.errors import NotFound
from lms.figures.api import answers, asking, paging, problems, reading, writing
from lms.figures.api.entrance import blueprint, require_scopes


@blueprint.get("/reports")
@blueprint.doc(summary=_l("Published reports"))
@blueprint.arguments(asking.PageQuery, location="query", unknown=RAISE)
@blueprint.response(200, answers.ReportsAnswer, headers=paging.NEXT_PAGE)
def reports(asked: dict[str, Any]) -> ResponseReturnValue:
    """List the reports that were published, corrected ones too, newest first."""
    carried = bearer.require_scope(Part.REPORTS)
    before, limit = asked["cursor"], asked["limit"]
    found = reading.reports(before=before, limit=limit, actor=carried.actor)
    link = paging.next_page(found[limit - 1].id) if len(found) > limit else None
    return paging.paged({"reports": [writing.report(it) for it in found[:limit]]}, link)


@blueprint.get("/reports/<code>")
@blueprint.doc(summary=_l("A published report, with its signature"))
@blueprint.arguments(asking.ReportQuery, location="query", unknown=RAISE)
@blueprint.response(200, answers.ReportAnswer)
def report(asked: dict[str, Any], code: str) -> ResponseReturnValue:
    """Give a report as it was signed: masked for outside, or in full for inside."""
    carried = require_scopes(Part.REPORTS, asked["audience"])
    try:
        found = reading.report(code, carried.actor)
    except NotFound:
        return problems.answer(404, _("No report with this code is published."))
    return writing.signed(found, asked["audience"])
