"""The addresses of the interface: read, answer; nothing here writes."""

from typing import Any

from flask import Response, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from flask_smorest import Blueprint
from marshmallow import RAISE

from lms import clock
from lms.accounts import audit
from lms.accounts.tokens import bearer
from lms.accounts.tokens.errors import NoToken, OutOfScope
from lms.accounts.tokens.kinds import Scope as Part
from lms.extensions import limiter
from lms.figures import queries, totals
from lms.figures.api import answers, asking, problems, reading, writing
from lms.figures.api.asking import Form
from lms.figures.counting.questions import Measure, Scope

UNAUTHORIZED = 401
WRONG_TOKENS = "30 per minute"
"""From one address; who sends a valid token is never held up."""
MOST_PARAMETERS = 100
NEXT_PAGE: dict[str, object] = {
    "Link": {"description": "The next page, if there is one.", "schema": {"type": "string"}}
}

blueprint = Blueprint("api", __name__)
limiter.limit(WRONG_TOKENS, deduct_when=lambda it: it.status_code == UNAUTHORIZED)(blueprint)
blueprint.register_error_handler(NoToken, problems.without_token)
blueprint.register_error_handler(OutOfScope, problems.out_of_scope)
blueprint.register_error_handler(422, problems.wrong_parameters)


@blueprint.before_request
def admit() -> Response | None:
    """Let in who carries a token; refuse what is longer than anybody needs."""
    bearer.admit()
    if sum(1 for _pair in request.args.items(multi=True)) > MOST_PARAMETERS:
        return problems.too_many_parameters(MOST_PARAMETERS)
    return None


@blueprint.after_request
def keep_nothing(response: Response) -> Response:
    """Let nothing between here and the program keep an answer."""
    response.headers["Cache-Control"] = "no-store"
    response.vary.update(("Authorization", "Accept-Language"))
    return response


@blueprint.get("/figures")
@blueprint.doc(summary=_l("Totals of a period"))
@blueprint.arguments(asking.FiguresQuery, location="query", unknown=RAISE)
@blueprint.response(200, answers.FiguresAnswer)
def figures(asked: dict[str, Any]) -> ResponseReturnValue:
    """Give the table of a measure, its overlap lines and its total with it."""
    carried = bearer.require_scope(Part.FIGURES)
    if fault := _unknown_region(asked["scope"]):
        return fault
    found = totals.read(scope=asked["scope"], actor=carried.actor)
    answer = writing.figures(found, Measure(asked["measure"]), asked["by"])
    if asked["format"] is Form.CSV:
        return Response(writing.as_csv(answer), mimetype="text/csv")
    return answer


@blueprint.get("/facts")
@blueprint.doc(summary=_l("Facts behind the totals, without names"))
@blueprint.arguments(asking.FactsQuery, location="query", unknown=RAISE)
@blueprint.response(200, answers.FactsAnswer, headers=NEXT_PAGE)
def facts(asked: dict[str, Any]) -> ResponseReturnValue:
    """Give the facts that held at a moment, page by page; persons by pseudonyms of the token."""
    carried = bearer.require_scope(Part.FACTS)
    after, limit = _place(asked), asked["limit"]
    fault = _unknown_region(asked["scope"]) if after is not None else _no_such_page()
    if fault or after is None:
        return fault or _no_such_page()
    scope, found = reading.facts(
        scope=asked["scope"], now=clock.now(), after=after, limit=limit, actor=carried.actor
    )
    audit.record_read("facts:api", actor=carried.actor)
    regions, shown = queries.regions_of_places(), found[:limit]
    moment = scope.as_of.isoformat() if scope.as_of else None
    link = _next(str(shown[-1].id), as_of=moment) if len(found) > limit else None
    listed = [writing.fact(it, regions, carried.token_id) for it in shown]
    return _paged({**writing.scope(scope), "facts": listed}, link)


@blueprint.get("/categories")
@blueprint.doc(summary=_l("Categories and their codes"))
@blueprint.arguments(asking.PageQuery, location="query", unknown=RAISE)
@blueprint.response(200, answers.CategoriesAnswer, headers=NEXT_PAGE)
def categories(asked: dict[str, Any]) -> ResponseReturnValue:
    """Give the categories, parents and children, in the order of the tables."""
    after, limit = _place(asked), asked["limit"]
    if after is None:
        return _no_such_page()
    found = reading.categories(after=after, limit=limit)
    link = _next(str(after + limit)) if len(found) > limit else None
    return _paged({"categories": writing.categories(found[:limit])}, link)


@blueprint.get("/places")
@blueprint.doc(summary=_l("Places and their codes, by release"))
@blueprint.arguments(asking.PlacesQuery, location="query", unknown=RAISE)
@blueprint.response(200, answers.PlacesAnswer, headers=NEXT_PAGE)
def places(asked: dict[str, Any]) -> ResponseReturnValue:
    """Give the places of each release; a code means something with its release only."""
    after, limit = _place(asked), asked["limit"]
    if after is None:
        return _no_such_page()
    found = reading.places(release=asked.get("release"), after=after, limit=limit)
    link = _next(str(found[limit - 1].id)) if len(found) > limit else None
    return _paged({"places": writing.places(found[:limit])}, link)


def _place(asked: dict[str, Any]) -> int | None:
    """Return after what the page begins; nothing when no link says so."""
    cursor: str = asked["cursor"] or "0"
    readable = cursor.isascii() and cursor.isdecimal() and len(cursor) < len(str(2**31))
    return int(cursor) if readable else None


def _no_such_page() -> Response:
    return problems.wrong_parameter(
        "cursor", _("No page begins there. Follow the link to the next page as it is.")
    )


def _unknown_region(scope: Scope) -> Response | None:
    known = {it.code for it in queries.regions_of_places().values()}
    wrong = sorted((scope.regions or frozenset()) - known)
    if not wrong:
        return None
    sentence = _("There is no region with one of these codes. The list of places has them.")
    return problems.wrong_parameter("region", sentence)


def _next(cursor: str, **changes: str | None) -> str:
    """Return the whole address of the next page: as asked, from ``cursor`` on."""
    kept = {name: value for name, value in request.args.lists() if name not in changes}
    asked: dict[str, Any] = {**kept, **changes, "cursor": cursor}
    return url_for(request.endpoint or "", _external=True, **asked)


def _paged(answer: dict[str, Any], link: str | None) -> ResponseReturnValue:
    headers = {"Link": f'<{link}>; rel="next"'} if link else {}
    return {**answer, "next": link}, headers
