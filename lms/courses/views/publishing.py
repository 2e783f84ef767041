"""Publishing, revising and withdrawing, each asked once."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from lms.accounts.actors import Role
from lms.accounts.current import get_actor
from lms.accounts.permissions import require
from lms.clock import now, today
from lms.courses import errors, labels, queries, services
from lms.courses.forms import ReviseForm
from lms.courses.models import CourseVersion
from lms.courses.views.base import blueprint, require_drafter
from lms.extensions import db


@blueprint.route("/versions/<int:course_version_id>/publish", methods=["GET", "POST"])
def publish(course_version_id: int) -> ResponseReturnValue:
    """Say what publishing will do, or what is still missing; then publish."""
    require(get_actor(), "course_version:publish", Role.UNIT_HEAD)
    version = queries.version(course_version_id)
    reasons = [labels.gap(gap) for gap in queries.missing(version)]
    if request.method == "POST":
        try:
            services.publish(course_version=version, now=now(), actor=get_actor())
        except errors.Incomplete as refused:
            reasons = [labels.gap(gap) for gap in refused.gaps]
        except errors.AnotherInForce as refused:
            reasons = [labels.another_in_force(refused.number, refused.first)]
        except errors.NotADraft:
            flash(_("This version is no longer a draft: nothing was changed."), "loss")
            return redirect(_page(version))
        else:
            db.session.commit()
            flash(_("Version %(number)s is published.", number=version.number))
            return redirect(_page(version))
    page = render_template(
        "courses/publish.html",
        version=version,
        reasons=reasons,
        points_made=_consequences(version),
        back=_page(version),
        labels=labels,
    )
    return page, 422 if reasons and request.method == "POST" else 200


@blueprint.route("/versions/<int:course_version_id>/revise", methods=["GET", "POST"])
def revise(course_version_id: int) -> ResponseReturnValue:
    """Begin a new version with the content of a published one."""
    require_drafter(get_actor())
    version = queries.version(course_version_id)
    form = ReviseForm()
    if form.validate_on_submit():
        try:
            draft = services.revise_version(
                course_version=version,
                effective_from=form.effective_from.data,
                actor=get_actor(),
            )
        except errors.DraftExists as refused:
            flash(_("A new version is being written already: here it is."), "now")
            return redirect(url_for(".show", course_id=version.course_id, version=refused.number))
        except errors.NotPublished:
            flash(_("This version is not published: nothing was changed."), "loss")
            return redirect(_page(version))
        db.session.commit()
        flash(_("Version %(number)s is begun, with the same content.", number=draft.number))
        return redirect(_page(draft))
    if not form.is_submitted():
        form.effective_from.data = today()
    page = render_template("courses/revise.html", form=form, version=version, back=_page(version))
    return page, 422 if form.errors else 200


@blueprint.route("/versions/<int:course_version_id>/withdraw", methods=["GET", "POST"])
def withdraw(course_version_id: int) -> ResponseReturnValue:
    """Say what withdrawing will do, then offer the version no more."""
    require(get_actor(), "course_version:withdraw", Role.UNIT_HEAD)
    version = queries.version(course_version_id)
    if request.method == "GET":
        return render_template("courses/withdraw.html", version=version, back=_page(version))
    try:
        services.withdraw(course_version=version, actor=get_actor())
    except errors.NotPublished:
        flash(_("This version is not published: nothing was changed."), "loss")
    else:
        db.session.commit()
        flash(_("Version %(number)s is withdrawn.", number=version.number))
    return redirect(_page(version))


def _consequences(version: CourseVersion) -> list[str]:
    said = [
        _("It can no longer be edited; a later change is a new version."),
        _("Its quiz is published with it."),
    ]
    for other in queries.superseded_by(version):
        if other.effective_from == version.effective_from:
            said.append(_("Version %(number)s is withdrawn.", number=other.number))
        else:
            said.append(_("Version %(number)s ends on the day before.", number=other.number))
    return said


def _page(version: CourseVersion) -> str:
    return url_for(".show", course_id=version.course_id, version=version.number)
