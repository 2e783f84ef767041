"""Pages of lists: parse, call one service, commit, answer."""

from collections.abc import Sequence

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, ngettext

from lms import clock
from lms.accounts import audit
from lms.accounts.current import get_actor
from lms.courses.models import CourseKind
from lms.errors import RuleBroken
from lms.extensions import db
from lms.lib.sheets.sheet import UnreadableSheet
from lms.lists import labels, pages, queries, samples, services, taking_back, tallies
from lms.lists.errors import AlreadyRecorded, Held, NotRecorded
from lms.lists.forms import ApplyForm, UploadForm, columns_form
from lms.lists.models import ImportedList, ListState
from lms.lists.services import NamedFile
from lms.people import queries as people
from lms.sessions.kinds import Status
from lms.sessions.outcome import Outcome
from lms.sessions.queries.access import may_take_back, may_write, writable

blueprint = Blueprint("lists", __name__, template_folder="templates")


@blueprint.get("/lists/")
def index() -> str:
    """Show the lists brought in, latest first."""
    found = queries.page_of_lists(page=request.args.get("page", 1, type=int), actor=get_actor())
    return render_template("lists/index.html", found=found, labels=labels, states=ListState)


@blueprint.route("/sessions/<int:training_session_id>/list", methods=["GET", "POST"])
def upload(training_session_id: int) -> ResponseReturnValue:
    """Take a list in for a session; nothing is recorded yet."""
    actor = get_actor()
    training_session = queries.session_to_write(training_session_id, actor)
    form = UploadForm()
    form.offer(people.categories(), training_session.course_version.course.audience_id)
    if form.validate_on_submit():
        try:
            taken = services.upload(
                training_session=training_session,
                file=NamedFile(form.file.data.filename or "", form.file.data.read()),
                category=people.category_by_id(form.category_id.data),
                today=clock.today(),
                actor=actor,
            )
        except (RuleBroken, UnreadableSheet) as error:
            form.file.errors = [labels.error(error)]
        else:
            db.session.commit()
            _tell(taken.withheld)
            complete = queries.mapping_of(taken.imported_list).complete
            page = ".show" if complete else ".columns"
            return redirect(url_for(page, imported_list_id=taken.imported_list.id))
    shown = render_template("lists/upload.html", form=form, training_session=training_session)
    return shown, 422 if form.errors else 200


@blueprint.route("/lists/<int:imported_list_id>/columns", methods=["GET", "POST"])
def columns(imported_list_id: int) -> ResponseReturnValue:
    """Say what the columns hold and which belongs to which slot."""
    actor = get_actor()
    imported_list = queries.get_preview(imported_list_id, actor)
    queries.session_to_write(imported_list.training_session_id, actor)
    mapping = queries.mapping_of(imported_list)
    slots = [] if mapping.counts else queries.slots_of(imported_list.training_session)
    form = columns_form(mapping, slots, people.categories(), imported_list.category_id)
    if form.validate_on_submit():
        try:
            withheld = services.map_columns(
                imported_list=imported_list,
                mapping=mapping.changed(form.meanings(mapping), form.slots(len(slots))),
                category=people.category_by_id(form.category_id.data),
                today=clock.today(),
                actor=actor,
            )
        except RuleBroken as error:
            form.form_errors.append(labels.error(error))
        else:
            db.session.commit()
            _tell(withheld)
            return redirect(url_for(".show", imported_list_id=imported_list_id))
    audit.record_read(imported_list.tag, actor=actor)
    sample = samples.sample(imported_list, mapping)
    shown = render_template(
        "lists/columns.html",
        form=form,
        imported_list=imported_list,
        columns=pages.columns(mapping, sample.cells),
        sample=sample,
        slots=[form[f"slot_{position}"] for position in range(len(slots))],
        marks=0 if mapping.counts else len(pages.mark_headings(mapping)),
    )
    return shown, 422 if form.errors else 200


@blueprint.get("/lists/<int:imported_list_id>")
def show(imported_list_id: int) -> ResponseReturnValue:
    """Show what would be recorded, row by row; of a recorded list, what was."""
    actor = get_actor()
    imported_list = queries.get(imported_list_id, actor)
    if imported_list.state is ListState.UNDONE:
        still_open = writable(imported_list.training_session, actor)
        return render_template(
            "lists/undone.html", imported_list=imported_list, still_open=still_open
        )
    if imported_list.state is ListState.APPLIED:
        return render_template(
            "lists/recorded.html",
            imported_list=imported_list,
            rows=queries.refused_rows(imported_list),
            counted=queries.counted_rows(imported_list),
            labels=labels,
            may_undo=may_take_back(imported_list.training_session, actor),
        )
    audit.record_read(imported_list.tag, actor=actor)
    return _checked(imported_list_id, ApplyForm())


@blueprint.post("/lists/<int:imported_list_id>/apply")
def apply(imported_list_id: int) -> ResponseReturnValue:
    """Record all rows that can be, or none."""
    actor = get_actor()
    imported_list = queries.get(imported_list_id, actor)
    form = ApplyForm()
    if form.validate_on_submit():
        try:
            services.apply(
                imported_list=imported_list,
                accept_lines=form.accept_lines.data,
                unnamed=form.picked,
                now=clock.now(),
                outcome=Outcome.TRAINED if form.as_trained.data else Outcome.SENSITIZED,
                actor=actor,
            )
        except AlreadyRecorded as error:
            flash(labels.error(error), "now")
            return redirect(url_for(".show", imported_list_id=imported_list_id))
        except RuleBroken as error:
            db.session.rollback()
            form.form_errors.append(labels.error(error))
        else:
            recorded = imported_list.recorded or 0
            db.session.commit()
            flash(ngettext("%(num)s row is recorded.", "%(num)s rows are recorded.", recorded))
            return redirect(url_for(".show", imported_list_id=imported_list_id))
    return _checked(imported_list_id, form)


@blueprint.route("/lists/<int:imported_list_id>/undo", methods=["GET", "POST"])
def undo(imported_list_id: int) -> ResponseReturnValue:
    """Say what taking a recorded list back will do, and what holds it; then take it back."""
    actor = get_actor()
    imported_list = queries.get_recorded(imported_list_id, actor)
    if request.method == "POST":
        try:
            services.undo(imported_list=imported_list, now=clock.now(), actor=actor)
        except NotRecorded:  # somebody else was quicker
            return redirect(url_for(".show", imported_list_id=imported_list_id))
        except Held:
            db.session.rollback()  # the page says what holds it
        else:
            db.session.commit()
            flash(_("The list is taken back."))
            return redirect(url_for(".show", imported_list_id=imported_list_id))
    training_session = imported_list.training_session
    shown = render_template(
        "lists/undo.html",
        imported_list=imported_list,
        points=taking_back.points(
            queries.undoing(imported_list), closed=training_session.status is Status.CLOSED
        ),
        holds=taking_back.holds(queries.holds(imported_list), training_session.id),
    )
    return shown, 422 if request.method == "POST" else 200


@blueprint.post("/lists/<int:imported_list_id>/discard")
def discard(imported_list_id: int) -> ResponseReturnValue:
    """Forget a list that was only looked at."""
    actor = get_actor()
    imported_list = queries.get(imported_list_id, actor)
    training_session_id = imported_list.training_session_id
    try:
        services.discard(imported_list=imported_list, actor=actor)
    except AlreadyRecorded as error:
        flash(labels.error(error), "now")
        return redirect(url_for(".show", imported_list_id=imported_list_id))
    db.session.commit()
    flash(_("The list is put aside. Nothing of it was recorded."))
    return redirect(url_for(".upload", training_session_id=training_session_id))


def _checked(imported_list_id: int, form: ApplyForm) -> ResponseReturnValue:
    actor = get_actor()
    imported_list = queries.get(imported_list_id, actor)
    if queries.mapping_of(imported_list).counts:
        return _counted(imported_list, form)
    preview = queries.preview(imported_list)
    uncounted = queries.unnamed(imported_list, preview)
    form.offer(uncounted, len(preview.mapping.slots))
    check = pages.check(
        preview,
        imported_list_id,
        show=request.args.get("show", pages.Show.ALL, type=pages.Show),
        page=request.args.get("page", 1, type=int),
    )
    shown = render_template(
        "lists/check.html",
        form=form,
        imported_list=imported_list,
        check=check,
        uncounted=len(uncounted),
        trains=False,
        may_record=may_write(imported_list.training_session, actor),
    )
    return shown, 422 if form.errors else 200


def _counted(imported_list: ImportedList, form: ApplyForm) -> ResponseReturnValue:
    training_session = imported_list.training_session
    shown = render_template(
        "lists/counts.html",
        form=form,
        imported_list=imported_list,
        check=tallies.tally(queries.preview_counts(imported_list)),
        may_record=may_write(training_session, get_actor()),
        uncounted=0,
        trains=training_session.course_version.course.kind is CourseKind.TRAINING,
    )
    return shown, 422 if form.errors else 200


def _tell(withheld: Sequence[int]) -> None:
    """Say on the screen alone which rows were not taken in (R16)."""
    if withheld:
        flash(labels.withheld(withheld), "now")
