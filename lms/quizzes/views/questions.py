"""Writing one question."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from lms.accounts.actors import Role
from lms.accounts.current import get_actor
from lms.accounts.permissions import require
from lms.courses import queries as courses
from lms.courses.errors import NotADraft
from lms.courses.models import CourseVersion
from lms.errors import StaleEdit
from lms.extensions import db
from lms.quizzes import labels, queries
from lms.quizzes.errors import BadChoices
from lms.quizzes.forms import QuestionForm
from lms.quizzes.models import QuizSlot
from lms.quizzes.services import authoring
from lms.quizzes.views.authoring import not_a_draft
from lms.quizzes.views.base import blueprint


@blueprint.route(
    "/courses/versions/<int:course_version_id>/quiz/questions", methods=["GET", "POST"]
)
def add_question(course_version_id: int) -> ResponseReturnValue:
    """Add a question at the end of the quiz."""
    require(get_actor(), "question:save", Role.TRAINER, Role.UNIT_HEAD)
    return _write(QuestionForm(), courses.version(course_version_id), None)


@blueprint.route("/questions/<int:question_id>", methods=["GET", "POST"])
def edit_question(question_id: int) -> ResponseReturnValue:
    """Change a question of a draft."""
    require(get_actor(), "question:save", Role.TRAINER, Role.UNIT_HEAD)
    slot = queries.slot_of(question_id)
    return _write(QuestionForm(obj=slot.question), slot.quiz.course_version, slot)


def _write(
    form: QuestionForm, version: CourseVersion, slot: QuizSlot | None
) -> ResponseReturnValue:
    if form.validate_on_submit() and _saved(form, version, slot):
        if request.form.get("then") == "another":
            return redirect(url_for(".add_question", course_version_id=version.id))
        return redirect(url_for(".author", course_version_id=version.id))
    page = render_template("quizzes/question_form.html", form=form, version=version, slot=slot)
    return page, 422 if form.errors else 200


def _saved(form: QuestionForm, version: CourseVersion, slot: QuizSlot | None) -> bool:
    try:
        authoring.save_question(
            course_version=version,
            text=form.text,
            question_id=slot.question_id if slot else None,
            revision=form.read_at,
            actor=get_actor(),
        )
    except BadChoices as refused:
        form.choices.errors = [labels.FAULTS[refused.fault]]
    except NotADraft:
        form.form_errors.append(not_a_draft())
    except StaleEdit:
        _say_stale(form, slot)
    else:
        db.session.commit()
        flash(_("The question is saved."))
        return True
    return False


def _say_stale(form: QuestionForm, slot: QuizSlot | None) -> None:
    form.revision.data = str(slot.question.revision) if slot else ""
    form.form_errors.append(
        _(
            "Somebody else saved this meanwhile, and your text is not saved yet. Look at theirs"
            " in another window, take over what you need, then save again: yours replaces theirs."
        )
    )
