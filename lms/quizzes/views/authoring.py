"""The quiz of a course version: reading it, its title, the order of its questions."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from lms.accounts.actors import Role
from lms.accounts.current import get_actor
from lms.accounts.permissions import require
from lms.courses import queries as courses
from lms.courses.errors import NotADraft
from lms.courses.models import CourseVersion, VersionStatus
from lms.extensions import db
from lms.quizzes import labels, queries
from lms.quizzes.forms import QuizForm
from lms.quizzes.services import authoring
from lms.quizzes.views.base import blueprint


@blueprint.get("/courses/versions/<int:course_version_id>/quiz")
def author(course_version_id: int) -> str:
    """Show the quiz of a version with its right answers, and while it is a draft its acts."""
    require(get_actor(), "quiz:author", Role.TRAINER, Role.UNIT_HEAD)
    version = courses.version(course_version_id)
    quizzes = queries.quizzes(version.id)
    return render_template(
        "quizzes/author.html",
        version=version,
        quiz=quizzes[0] if quizzes else None,
        draft=version.status is VersionStatus.DRAFT,
        back=course_page(version),
        labels=labels,
    )


@blueprint.route("/courses/versions/<int:course_version_id>/quiz/title", methods=["GET", "POST"])
def edit_quiz(course_version_id: int) -> ResponseReturnValue:
    """Change the title of the quiz and how often it may be taken."""
    require(get_actor(), "quiz:author", Role.TRAINER, Role.UNIT_HEAD)
    version = courses.version(course_version_id)
    form = QuizForm(obj=queries.final_quiz(version.id) or authoring.DEFAULT_TITLE)
    if form.validate_on_submit():
        try:
            authoring.save_quiz(course_version=version, text=form.text, actor=get_actor())
        except NotADraft:
            form.form_errors.append(not_a_draft())
        else:
            db.session.commit()
            flash(_("The quiz is saved."))
            return redirect(url_for(".author", course_version_id=version.id))
    page = render_template("quizzes/title.html", form=form, version=version)
    return page, 422 if form.errors else 200


@blueprint.post("/questions/<int:question_id>/move")
def move_question(question_id: int) -> ResponseReturnValue:
    """Move a question one place up or down."""
    version = queries.slot_of(question_id).quiz.course_version
    try:
        authoring.move_question(
            course_version=version,
            question_id=question_id,
            up=request.form.get("direction") == "up",
            actor=get_actor(),
        )
    except NotADraft:
        flash(not_a_draft(), "loss")
    else:
        db.session.commit()
    return redirect(url_for(".author", course_version_id=version.id))


@blueprint.route("/questions/<int:question_id>/remove", methods=["GET", "POST"])
def remove_question(question_id: int) -> ResponseReturnValue:
    """Ask once, then take a question out of a draft."""
    require(get_actor(), "question:remove", Role.TRAINER, Role.UNIT_HEAD)
    slot = queries.slot_of(question_id)
    version, position = slot.quiz.course_version, slot.position
    back = url_for(".author", course_version_id=version.id)
    if request.method == "GET":
        return render_template("quizzes/remove.html", slot=slot, version=version, back=back)
    try:
        authoring.remove_question(
            course_version=version, question_id=question_id, actor=get_actor()
        )
    except NotADraft:
        flash(not_a_draft(), "loss")
    else:
        db.session.commit()
        flash(_("Question %(number)s is removed.", number=position))
    return redirect(back)


def course_page(version: CourseVersion) -> str:
    """Return the address of the course at this version."""
    return url_for("courses.show", course_id=version.course_id, version=version.number)


def not_a_draft() -> str:
    """Return the sentence for a quiz that can no longer be edited."""
    return _("This version is no longer a draft: its quiz was published with it.")
