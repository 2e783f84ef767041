"""Pages of the quizzes: parse, call one service, commit, answer."""

from lms.quizzes.views import authoring, questions, sitting, taking
from lms.quizzes.views.base import blueprint

__all__ = ["authoring", "blueprint", "questions", "sitting", "taking"]
