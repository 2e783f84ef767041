"""Beginning a course, changing its terms, and the title and summary of a draft."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from lms.accounts.current import get_actor
from lms.clock import today
from lms.courses import errors, queries, services
from lms.courses.forms import CourseForm, TermsForm, VersionForm
from lms.courses.views.base import (
    blueprint,
    preview,
    require_drafter,
    say_not_draft,
    say_stale,
)
from lms.errors import StaleEdit
from lms.extensions import db
from lms.i18n import localised
from lms.people import queries as people


@blueprint.route("/new", methods=["GET", "POST"])
def create() -> ResponseReturnValue:
    """Begin a course with the first version of it."""
    require_drafter(get_actor())
    form = CourseForm()
    _offer(form)
    if form.validate_on_submit() and not form.preview.data:
        try:
            draft = services.draft_course(terms=form.terms, text=form.text, actor=get_actor())
        except errors.CodeTaken:
            _say_taken(form)
        else:
            db.session.commit()
            flash(_("The course is begun. Write its modules now."))
            return redirect(url_for(".show", course_id=draft.course_id))
    if not form.is_submitted():
        form.effective_from.data = today()
    page = render_template("courses/create.html", form=form, preview=preview(form, "summary"))
    return page, 422 if form.errors else 200


@blueprint.route("/<int:course_id>/terms", methods=["GET", "POST"])
def edit_terms(course_id: int) -> ResponseReturnValue:
    """Change what a course counts as, while nothing of it was published."""
    require_drafter(get_actor())
    course = queries.course(course_id)
    form = TermsForm(obj=course)
    _offer(form)
    if form.validate_on_submit():
        try:
            services.edit_terms(course=course, terms=form.terms, actor=get_actor())
        except errors.CodeTaken:
            _say_taken(form)
        except errors.TermsFixed:
            form.form_errors.append(
                _("A version has been published: what the course counts as is fixed now.")
            )
        else:
            db.session.commit()
            flash(_("The course is saved."))
            return redirect(url_for(".show", course_id=course.id))
    page = render_template("courses/terms.html", form=form, course=course)
    return page, 422 if form.errors else 200


@blueprint.route("/versions/<int:course_version_id>", methods=["GET", "POST"])
def edit(course_version_id: int) -> ResponseReturnValue:
    """Change title, summary and days of a draft."""
    require_drafter(get_actor())
    version = queries.version(course_version_id)
    form = VersionForm(obj=version)
    back = url_for(".show", course_id=version.course_id, version=version.number)
    if form.validate_on_submit() and not form.preview.data:
        try:
            services.edit_version(
                course_version=version, text=form.text, revision=form.read_at, actor=get_actor()
            )
        except StaleEdit:
            say_stale(form, version.revision)
        except errors.NotADraft:
            say_not_draft(form)
        else:
            db.session.commit()
            flash(_("The version is saved."))
            return redirect(back)
    page = render_template(
        "courses/edit.html",
        form=form,
        version=version,
        back=back,
        preview=preview(form, "summary"),
    )
    return page, 422 if form.errors else 200


def _offer(form: TermsForm) -> None:
    form.offer(
        [(it.id, localised(it, "label")) for it in queries.programmes()],
        [(it.id, localised(it, "label")) for it in people.categories()],
    )


def _say_taken(form: TermsForm) -> None:
    form.code.errors = [_("Another course has this code. Choose another one.")]
