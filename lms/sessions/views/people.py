"""Who is in a session."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError

from lms.accounts.current import get_actor
from lms.errors import NotAllowed
from lms.extensions import db
from lms.i18n import localised
from lms.people.kinds import AgeGroup
from lms.people.names import display
from lms.sessions import errors, labels, queries, services
from lms.sessions.models import Participation, ParticipationRole
from lms.sessions.views.base import blueprint, note_reading, opened, turned_away


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """One person of the session as its page shows them."""

    id: int
    name: str
    detail: str
    role: ParticipationRole
    role_word: str
    category: str
    minor: bool
    pass_code: str
    outcome: str
    dose: str


@blueprint.get("/<int:training_session_id>/people")
def people(training_session_id: int) -> str:
    """List everybody in the session with role and pass code."""
    training_session = opened(training_session_id)
    actor = get_actor()
    note_reading(training_session, actor)
    lines = person_lines(queries.participations(training_session_id))
    return render_template(
        "sessions/people.html",
        training_session=training_session,
        lines=lines,
        counted=sum(it.role is ParticipationRole.PARTICIPANT for it in lines),
        writable=queries.writable(training_session, actor),
        roles=labels.ROLES,
    )


@blueprint.post("/<int:training_session_id>/people/<int:participation_id>/role")
def change_role(training_session_id: int, participation_id: int) -> ResponseReturnValue:
    """Say that somebody is there in another role."""
    training_session = opened(training_session_id)
    participation = queries.participation(participation_id, training_session_id)
    wanted = request.form.get("role", "")
    if wanted in set(ParticipationRole):
        try:
            services.change_role(
                participation=participation, role=ParticipationRole(wanted), actor=get_actor()
            )
        except errors.SessionOver:
            return turned_away(training_session)
        db.session.commit()
        flash(_("The role is saved."))
    return redirect(url_for(".people", training_session_id=training_session_id))


@blueprint.route(
    "/<int:training_session_id>/people/<int:participation_id>/withdraw", methods=["GET", "POST"]
)
def withdraw(training_session_id: int, participation_id: int) -> ResponseReturnValue:
    """Take out somebody entered by mistake, after asking once."""
    training_session = opened(training_session_id)
    if not queries.may_write(training_session, get_actor()):
        raise NotAllowed("participation.withdraw")
    participation = queries.participation(participation_id, training_session_id)
    person = participation.person
    name = display(person.surname, person.given_names)
    if request.method == "POST":
        try:
            services.withdraw(participation=participation, actor=get_actor())
        except errors.SessionOver:
            return turned_away(training_session)
        except (errors.SlotHasMarks, IntegrityError):
            db.session.rollback()
            flash(
                _("This person has marks or quiz answers in the session and stays in it."), "loss"
            )
        else:
            db.session.commit()
            flash(_("%(name)s is no longer in the session.", name=name))
        return redirect(url_for(".people", training_session_id=training_session_id))
    return render_template("sessions/withdraw.html", training_session=training_session, name=name)


def person_lines(participations: Sequence[Participation]) -> list[PersonLine]:
    """Return the people of a session in words."""
    return [_line(it) for it in participations]


def _line(it: Participation) -> PersonLine:
    tail = queries.tail(it.person.service_number)
    parts = [it.rank or "", f"…{tail}" if tail else "", it.unit or ""]
    dose = f"{it.marks_obtained}/{it.marks_held}" if it.marks_held is not None else ""
    return PersonLine(
        id=it.id,
        name=display(it.person.surname, it.person.given_names),
        detail=" · ".join(part for part in parts if part),
        role=it.role,
        role_word=str(labels.ROLES[it.role]),
        category=localised(it.category, "label"),
        minor=it.age_group is AgeGroup.MINOR,
        pass_code=it.pass_code,
        outcome=str(labels.OUTCOMES[it.outcome]) if it.outcome else "",
        dose=dose,
    )
