"""Writing, moving and removing the modules of a draft."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from lms.accounts.current import get_actor
from lms.courses import errors, queries, services
from lms.courses.forms import ModuleForm
from lms.courses.models import CourseVersion, Module
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


@blueprint.route("/versions/<int:course_version_id>/modules", methods=["GET", "POST"])
def add_module(course_version_id: int) -> ResponseReturnValue:
    """Add a module at the end of a draft."""
    require_drafter(get_actor())
    return _write(ModuleForm(), queries.version(course_version_id), None)


@blueprint.route("/modules/<int:module_id>", methods=["GET", "POST"])
def edit_module(module_id: int) -> ResponseReturnValue:
    """Change a module of a draft."""
    require_drafter(get_actor())
    module = queries.module(module_id)
    return _write(ModuleForm(obj=module), module.course_version, module)


@blueprint.post("/modules/<int:module_id>/move")
def move_module(module_id: int) -> ResponseReturnValue:
    """Move a module one place up or down."""
    module = queries.module(module_id)
    up = request.form.get("direction") == "up"
    try:
        services.move_module(module=module, up=up, actor=get_actor())
    except errors.NotADraft:
        _tell_not_draft()
    else:
        db.session.commit()
    return redirect(_back(module.course_version) + "#modules")


@blueprint.route("/modules/<int:module_id>/remove", methods=["GET", "POST"])
def remove_module(module_id: int) -> ResponseReturnValue:
    """Ask once, then take a module out of a draft."""
    require_drafter(get_actor())
    module = queries.module(module_id)
    back = _back(module.course_version)
    title = localised(module, "title")
    if request.method == "GET":
        return render_template(
            "courses/remove_module.html", module=module, title_of=title, back=back
        )
    try:
        services.remove_module(module=module, actor=get_actor())
    except errors.NotADraft:
        _tell_not_draft()
    else:
        db.session.commit()
        flash(_("The module “%(title)s” is removed.", title=title))
    return redirect(back)


def _write(form: ModuleForm, version: CourseVersion, module: Module | None) -> ResponseReturnValue:
    back = _back(version)
    if form.validate_on_submit() and not form.preview.data:
        try:
            saved = services.save_module(
                course_version=version,
                text=form.text,
                module_id=module.id if module else None,
                revision=form.read_at,
                actor=get_actor(),
            )
        except StaleEdit:
            say_stale(form, module.revision if module else 0)
        except errors.NotADraft:
            say_not_draft(form)
        else:
            db.session.commit()
            flash(_("Module %(number)s is saved.", number=saved.position))
            return redirect(back)
    page = render_template(
        "courses/module.html",
        form=form,
        version=version,
        module=module,
        back=back,
        preview=preview(form, "body"),
    )
    return page, 422 if form.errors else 200


def _back(version: CourseVersion) -> str:
    return url_for(".show", course_id=version.course_id, version=version.number)


def _tell_not_draft() -> None:
    flash(_("This version is no longer a draft: nothing was changed."), "loss")
