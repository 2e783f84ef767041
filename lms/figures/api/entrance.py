"""The way in for programs: by token alone, and no answer is kept on the way back."""

from flask import Response, request
from flask_smorest import Blueprint

from lms.accounts.tokens import bearer
from lms.accounts.tokens.bearer import Bearer
from lms.accounts.tokens.errors import NoToken, OutOfScope
from lms.accounts.tokens.kinds import Scope as Part
from lms.extensions import limiter
from lms.figures.api import problems
from lms.figures.release.cells import Audience

UNAUTHORIZED = 401
WRONG_TOKENS = "30 per minute"
"""From one address; who sends a valid token is never held up."""
MOST_PARAMETERS = 100

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


def require_scopes(part: Part, audience: Audience) -> Bearer:
    """Return who was admitted. Raises ``OutOfScope`` unless the token opens this part so far.

    Full numbers need a scope of their own: a token that is passed on with a workbook does not
    pass on what stays inside.
    """
    if audience is Audience.INSIDE:
        bearer.require_scope(Part.INSIDE)
    return bearer.require_scope(part)
