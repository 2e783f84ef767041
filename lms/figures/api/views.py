"""The addresses of figures, facts and their codes: read, answer; nothing here writes."""

from typing import Any

from flask import Response
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from marshmallow import RAISE

from lms import clock
from lms.accounts import audit
from lms.accounts.tokens import bearer
from lms.accounts.tokens.kinds import Scope as Part
from lms.figures import queries
from lms.figures.api import answers, asking, paging, problems, reading, writing
from lms.figures.api.asking import Form
from lms.figures.api.entrance import blueprint, require_scopes
from lms.figures.counting.dimensions import RELEASED
from lms.figures.counting.questions import Measure, Scope
from lms.figures.release import gate
from lms.figures.release.asking import TwoWouldTell
from lms.figures.release.gate import NotReleased


@blueprint.get("/figures")
@blueprint.doc(summary=_l("Totals of a period"))
@blueprint.arguments(asking.FiguresQuery, location="query", unknown=RAISE)
@blueprint.response(200, answers.FiguresAnswer)
def figures(asked: dict[str, Any]) -> ResponseReturnValue:
    """Give the table of a measure, its overlap lines and its total with it."""
    carried = require_scopes(Part.FIGURES, asked["audience"])
    if fault := _unknown_region(asked["scope"]):
        return fault
    try:
        release = gate.release(
            scope=asked["scope"], audience=asked["audience"], actor=carried.actor
        )
        answer = writing.figures(release, Measure(asked["measure"]), asked["by"])
    except NotReleased:
        return _not_for_outside()
    except TwoWouldTell as error:
        return problems.wrong_parameter(error.part, error.sentence)
    if asked["format"] is Form.CSV:
        return Response(writing.as_csv(answer), mimetype="text/csv")
    return answer


@blueprint.get("/facts")
@blueprint.doc(summary=_l("Facts behind the totals, without names"))
@blueprint.arguments(asking.FactsQuery, location="query", unknown=RAISE)
@blueprint.response(200, answers.FactsAnswer, headers=paging.NEXT_PAGE)
def facts(asked: dict[str, Any]) -> ResponseReturnValue:
    """Give the facts that held at a moment, page by page; persons by pseudonyms of the token."""
    carried = bearer.require_scope(Part.FACTS)
    after, limit = asked["cursor"], asked["limit"]
    if fault := _unknown_region(asked["scope"]):
        return fault
    found, listed = reading.facts(
        scope=asked["scope"], now=clock.now(), after=after, limit=limit, actor=carried.actor
    )
    audit.record_read("facts:api", actor=carried.actor)
    moment = found.scope.as_of.isoformat() if found.scope.as_of else None
    link = paging.next_page(listed[limit - 1].id, as_of=moment) if len(listed) > limit else None
    said = writing.facts(listed[:limit], found, carried.token_id)
    return paging.paged({**writing.scope(found.scope), "facts": said}, link)


@blueprint.get("/categories")
@blueprint.doc(summary=_l("Categories and their codes"))
@blueprint.arguments(asking.PageQuery, location="query", unknown=RAISE)
@blueprint.response(200, answers.CategoriesAnswer, headers=paging.NEXT_PAGE)
def categories(asked: dict[str, Any]) -> ResponseReturnValue:
    """Give the categories, parents and children, in the order of the tables."""
    after, limit = asked["cursor"], asked["limit"]
    found = reading.categories(after=after, limit=limit)
    link = paging.next_page(after + limit) if len(found) > limit else None
    return paging.paged({"categories": writing.categories(found[:limit])}, link)


@blueprint.get("/places")
@blueprint.doc(summary=_l("Places and their codes, by release"))
@blueprint.arguments(asking.PlacesQuery, location="query", unknown=RAISE)
@blueprint.response(200, answers.PlacesAnswer, headers=paging.NEXT_PAGE)
def places(asked: dict[str, Any]) -> ResponseReturnValue:
    """Give the places of each release; a code means something with its release only."""
    after, limit = asked["cursor"], asked["limit"]
    found = reading.places(release=asked.get("release"), after=after, limit=limit)
    link = paging.next_page(found[limit - 1].id) if len(found) > limit else None
    return paging.paged({"places": writing.places(found[:limit])}, link)


def _not_for_outside() -> Response:
    sentence = _(
        "For outside, rows can be one of: %(known)s. Ask for the others with audience=inside.",
        known=", ".join(RELEASED),
    )
    return problems.wrong_parameter("by", sentence)


def _unknown_region(scope: Scope) -> Response | None:
    known = {it.code for it in queries.regions_of_places().values()}
    wrong = sorted((scope.regions or frozenset()) - known)
    if not wrong:
        return None
    sentence = _("There is no region with one of these codes. The list of places has them.")
    return problems.wrong_parameter("region", sentence)
