"""The blueprint of the quizzes."""

from flask import Blueprint

blueprint = Blueprint("quizzes", __name__, template_folder="../templates")
