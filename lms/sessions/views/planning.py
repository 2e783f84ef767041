"""Planning a session, and changing its plan."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import LazyString, gettext as _, lazy_gettext as _l
from wtforms import SelectChoice

from lms.accounts.actors import Role
from lms.accounts.current import get_actor
from lms.accounts.permissions import require
from lms.courses import queries as courses
from lms.errors import NotAllowed, RuleBroken, StaleEdit
from lms.extensions import db
from lms.i18n import localised
from lms.people import queries as people
from lms.sessions import errors, queries, services
from lms.sessions.forms.fields import first_error
from lms.sessions.forms.planning import PlanForm, RevisionForm, ScheduleForm
from lms.sessions.models import Place, PlaceLevel
from lms.sessions.rules.releases import COD_2015, COD_2021, REFORM_2023
from lms.sessions.views.base import (
    PLANNERS,
    blueprint,
    opened,
    organisation_choices,
    turned_away,
)

# Beside which field a refusal stands, and what it says.
REFUSALS: dict[type[RuleBroken], tuple[str, LazyString]] = {
    errors.CourseNotOffered: (
        "course_id",
        _l("No published version of this course is in force on the first day."),
    ),
    errors.PlaceNotValid: (
        "place_id",
        _l(
            "This place did not exist like that on the first day. Choose it in the list of"
            " places of that time."
        ),
    ),
    errors.NoFacilitator: (
        "lead_id",
        _l("Choose a trainer or a unit head whose account is open."),
    ),
    errors.MustFacilitate: (
        "lead_id",
        _l("You plan only sessions you give. Choose yourself here, or tick your name below."),
    ),
    errors.NoSlots: (
        "slots",
        _l("A session needs at least one slot. Keep one, or cancel the session instead."),
    ),
    errors.SlotsCollide: (
        "slots",
        _l("Two slots take the same part of a day. Change the day or the part of one of them."),
    ),
    errors.SlotHasMarks: (
        "slots",
        _l("A slot with marks cannot be removed. Take the marks back first."),
    ),
    StaleEdit: (
        "revision",
        _l(
            "Somebody else saved the plan meanwhile, and yours is not saved yet. Look at theirs"
            " in another window, then save again: yours replaces theirs."
        ),
    ),
}


@blueprint.route("/new", methods=["GET", "POST"])
def create() -> ResponseReturnValue:
    """Plan a session; after success a reload cannot plan it twice."""
    actor = get_actor()
    require(actor, "training_session.schedule", *PLANNERS)
    form = ScheduleForm()
    taught = queries.taught_courses()
    form.offer_courses(
        SelectChoice(str(it.course_id), f"{localised(it, 'title')} ({it.course.code})")
        for it in taught
    )
    _offer(form)
    if form.validate_on_submit():
        chosen = next(it.id for it in taught if it.course_id == form.course_id.data)
        try:
            planned = services.schedule(
                plan=form.plan(courses.version(chosen).minutes), actor=actor
            )
        except RuleBroken as error:
            _explain(form, error)
        else:
            db.session.commit()
            flash(_("The session is planned. Add the people who will come."))
            return redirect(url_for(".overview", training_session_id=planned.id))
    if not form.is_submitted() and actor.role is Role.TRAINER:
        form.lead_id.data = actor.user_id
    page = render_template("sessions/create.html", form=form, any_course=bool(taught))
    return page, 422 if form.errors else 200


@blueprint.route("/<int:training_session_id>/edit", methods=["GET", "POST"])
def edit(training_session_id: int) -> ResponseReturnValue:
    """Change where, when, by whom; the course itself stays."""
    training_session = opened(training_session_id)
    actor = get_actor()
    if not queries.may_write(training_session, actor):
        raise NotAllowed("training_session.revise")
    form = RevisionForm()
    _offer(form)
    if not form.is_submitted():
        form.fill(training_session)
    elif form.validate():
        try:
            services.revise(
                training_session=training_session,
                plan=form.plan(training_session.course_version.course_id),
                revision=int(form.revision.data or 0),
                actor=actor,
            )
        except errors.SessionOver:
            return turned_away(training_session)
        except RuleBroken as error:
            db.session.rollback()
            _explain(form, error)
            if isinstance(error, StaleEdit):
                form.revision.data = str(training_session.revision)
        else:
            db.session.commit()
            flash(_("The plan is saved."))
            return redirect(url_for(".overview", training_session_id=training_session_id))
    if not queries.writable(training_session, actor):
        return turned_away(training_session)
    page = render_template("sessions/edit.html", form=form, training_session=training_session)
    return page, 422 if form.errors else 200


def _offer(form: PlanForm) -> None:
    form.offer(
        places=[_place_choice(it) for it in queries.places()],
        facilitators=[SelectChoice(str(it.id), it.name) for it in queries.facilitators()],
        organisations=organisation_choices(people.organisations()),
    )


def _place_choice(place: Place) -> SelectChoice:
    name = localised(place, "name")
    if place.level is PlaceLevel.CERCLE and place.parent is not None:
        # L10N: a district inside its region, as in “Gao: Ansongo”
        name = _("%(region)s: %(place)s", region=localised(place.parent, "name"), place=name)
    return SelectChoice(str(place.id), name, optgroup=_release_name(place.release))


def _release_name(release: str) -> str:
    names = {
        REFORM_2023: _("Since 13 March 2023"),
        COD_2021: _("From 19 January 2016 to 12 March 2023"),
        COD_2015: _("Until 18 January 2016"),
    }
    return names[release]


def _explain(form: PlanForm, error: RuleBroken) -> None:
    """Set the sentence of a refused plan beside the field it concerns."""
    name, sentence = REFUSALS[type(error)]
    if name in form and name not in {"slots", "revision"}:
        first_error(form[name], str(sentence))
    else:
        form.form_errors.append(str(sentence))
