"""The blueprint of the quizzes."""

from flask import Blueprint, Response

blueprint = Blueprint("quizzes", __name__, template_folder="../templates")


@blueprint.after_request
def keep_nothing(answer: Response) -> Response:
    """Let no browser keep a page: the phone goes to the next person, who may press *back*."""
    answer.headers["Cache-Control"] = "no-store"
    return answer
