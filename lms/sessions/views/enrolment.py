"""Adding somebody to a session: met before, or new."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from lms.accounts.current import get_actor
from lms.clock import today
from lms.errors import NotAllowed, NotFound, RuleBroken
from lms.extensions import db
from lms.i18n import localised
from lms.people import queries as people, services as register
from lms.people.models import Person
from lms.people.names import display
from lms.people.queries.protection import protected
from lms.people.rules import LEAST_AGES, service_number_key, too_young
from lms.sessions import errors, labels, pass_codes, queries, services
from lms.sessions.forms.people import FindForm, PersonForm
from lms.sessions.models import ParticipationRole, TrainingSession
from lms.sessions.values import Snapshot
from lms.sessions.views.base import (
    blueprint,
    category_choices,
    note_reading,
    opened,
    organisation_choices,
    turned_away,
)


@blueprint.route("/<int:training_session_id>/people/add", methods=["GET", "POST"])
def add_person(training_session_id: int) -> ResponseReturnValue:
    """Enter somebody new; who has the same service number is offered instead."""
    training_session = _writable(training_session_id)
    form = _person_form(training_session)
    same = alike = None
    if form.validate_on_submit():
        same = _same_number(form)
        alike = None if same else _same_name(form, training_session)
        if same is None and alike is None:
            answer = _register(training_session, form)
            if answer is not None:
                return answer
    page = render_template(
        "sessions/add_person.html",
        training_session=training_session,
        form=form,
        find=FindForm(formdata=None),
        found=None,
        same=same,
        alike=alike,
    )
    return page, 422 if form.errors or same or alike else 200


@blueprint.post("/<int:training_session_id>/people/find")
def find_person(training_session_id: int) -> ResponseReturnValue:
    """Look for somebody met before; posted, so that no name stands in an address."""
    training_session = _writable(training_session_id)
    actor = get_actor()
    find = FindForm()
    note_reading(training_session, actor)
    return render_template(
        "sessions/add_person.html",
        training_session=training_session,
        form=_person_form(training_session, empty=True),
        find=find,
        found=queries.known_persons(find.words.data or "", training_session_id, today(), actor),
        same=None,
        alike=None,
    )


@blueprint.post("/<int:training_session_id>/people/known")
def add_known(training_session_id: int) -> ResponseReturnValue:
    """Add somebody of the register."""
    training_session = _writable(training_session_id)
    actor = get_actor()
    person = people.person(request.form.get("person", 0, type=int))
    if not queries.may_add(person, request.form.get("service_number", ""), actor):
        raise NotFound(f"person:{person.id}")
    wanted = request.form.get("role", "")
    role = ParticipationRole(wanted) if wanted in set(ParticipationRole) else None
    try:
        added = services.enrol(
            training_session=training_session,
            person=person,
            role=role or ParticipationRole.PARTICIPANT,
            actor=actor,
        )
    except errors.SessionOver:
        return turned_away(training_session)
    except RuleBroken as error:
        db.session.rollback()
        flash(_sentence(error), "loss")
        return redirect(url_for(".add_person", training_session_id=training_session_id))
    db.session.commit()
    _say_added(person, added.pass_code)
    _warn_of_age(person, training_session)
    return redirect(url_for(".people", training_session_id=training_session_id))


def _writable(training_session_id: int) -> TrainingSession:
    training_session = opened(training_session_id)
    if not queries.may_write(training_session, get_actor()):
        raise NotAllowed("training_session.enrol")
    return training_session


def _person_form(training_session: TrainingSession, *, empty: bool = False) -> PersonForm:
    form = PersonForm(formdata=None) if empty else PersonForm()
    form.on = training_session.first_day
    form.offer(category_choices(people.categories()), organisation_choices(people.organisations()))
    audience = training_session.course_version.course.audience_id
    if (empty or not form.is_submitted()) and audience:
        form.category_id.data = audience
    return form


def _same_number(form: PersonForm) -> Person | None:
    """Return who has the number already, unless it was said that this is somebody else."""
    number = form.service_number.data
    if not number or form.another.data:
        return None
    found = people.by_service_number([number]).get(service_number_key(number), [])
    # Of others the name stands on no page but those of their own sessions (DOMAIN 7).
    return next((it for it in found if not protected(it, day=today())), None)


def _same_name(form: PersonForm, training_session: TrainingSession) -> Person | None:
    """Return a namesake in this session, unless it was said that this is somebody else."""
    if form.another.data:
        return None
    return queries.namesake(form.surname.data, form.given_names.data, training_session.id)


def _register(training_session: TrainingSession, form: PersonForm) -> ResponseReturnValue | None:
    actor, identity = get_actor(), form.identity
    try:
        person = register.register(identity=identity, on=form.on, actor=actor)
        added = services.enrol(
            training_session=training_session,
            person=person,
            role=form.chosen_role,
            then=Snapshot(unit=identity.unit, rank=identity.rank),
            actor=actor,
        )
    except errors.SessionOver:
        db.session.rollback()
        return turned_away(training_session)
    except RuleBroken as error:
        db.session.rollback()
        form.form_errors.append(_sentence(error))
        return None
    db.session.commit()
    _say_added(person, added.pass_code)
    _warn_of_age(person, training_session)
    if request.form.get("then") == "another":
        return redirect(url_for(".add_person", training_session_id=training_session.id))
    return redirect(url_for(".people", training_session_id=training_session.id))


def _say_added(person: Person, pass_code: str) -> None:
    flash(
        _(
            "%(name)s is in the session, pass code %(code)s.",
            name=display(person.surname, person.given_names),
            code=pass_codes.show(pass_code),
        )
    )


def _warn_of_age(person: Person, training_session: TrainingSession) -> None:
    """Say that somebody is younger than the category begins; they are in all the same (R12)."""
    top = person.category.parent or person.category
    day = training_session.first_day
    if too_young(birth_date=person.birth_date, top_category=top.code, day=day):
        flash(
            _(
                "Check the age: “%(category)s” begins at %(age)s years.",
                category=localised(top, "label"),
                age=LEAST_AGES[top.code],
            ),
            "now",
        )


def _sentence(error: RuleBroken) -> str:
    if isinstance(error, errors.AlreadyEnrolled):
        return _(
            "This person is in the session already, as: %(role)s. Change the role in the list"
            " instead.",
            role=str(labels.ROLES[error.role]).lower(),
        )
    if isinstance(error, errors.CheckAgeOutside):
        return _("Row not recorded: check the age outside this system")
    if isinstance(error, errors.MovementsUnnamed):
        return str(labels.MOVEMENTS_UNNAMED)
    return _("The person could not be added. Check the category and the name.")
