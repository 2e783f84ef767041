"""Closing and cancelling a session, and the small steps before."""

from collections.abc import Sequence

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, ngettext

from lms.accounts.current import get_actor
from lms.clock import now, today
from lms.errors import NotAllowed
from lms.extensions import db
from lms.i18n import number
from lms.people.names import display
from lms.sessions import errors, labels, queries, services
from lms.sessions.closing import Hanging, Report
from lms.sessions.forms.steps import CancelForm
from lms.sessions.models import TrainingSession
from lms.sessions.outcome import Outcome
from lms.sessions.views.base import blueprint, note_reading, opened, turned_away


@blueprint.route("/<int:training_session_id>/close", methods=["GET", "POST"])
def close(training_session_id: int) -> ResponseReturnValue:
    """Show what is missing and what closing will write; then close."""
    training_session = opened(training_session_id)
    actor = get_actor()
    if not queries.may_write(training_session, actor):
        raise NotAllowed("training_session.close")
    refused = False
    if request.method == "POST":
        try:
            services.close(training_session=training_session, now=now(), actor=actor)
        except errors.SessionOver:
            return turned_away(training_session)
        except errors.NotReady:
            db.session.rollback()
            refused = True
        else:
            db.session.commit()
            flash(_("The session is closed. It now counts in the figures."))
            return redirect(url_for(".overview", training_session_id=training_session_id))
    elif not queries.writable(training_session, actor):
        return turned_away(training_session)
    note_reading(training_session, actor)
    report = queries.report(training_session, today())
    page = render_template(
        "sessions/close.html",
        training_session=training_session,
        report=report,
        refused=refused,
        unmarked=[
            (it.id, labels.slot_words(it).name)
            for it in training_session.slots
            if it.id in report.unmarked
        ],
        # While a slot has no mark at all, everybody's outcome hangs on it.
        hanging=[] if report.unmarked else _hanging(training_session, report.hanging),
        consequences=_consequences(report),
        outcomes=Outcome,
    )
    return page, 422 if refused else 200


@blueprint.route("/<int:training_session_id>/cancel", methods=["GET", "POST"])
def cancel(training_session_id: int) -> ResponseReturnValue:
    """Call the session off, with the reason."""
    training_session = opened(training_session_id)
    actor = get_actor()
    if not queries.may_write(training_session, actor):
        raise NotAllowed("training_session.cancel")
    if not queries.writable(training_session, actor):
        return turned_away(training_session)
    form = CancelForm()
    if form.validate_on_submit():
        try:
            services.cancel(
                training_session=training_session, reason=form.reason.data, actor=actor
            )
        except errors.SessionOver:
            return turned_away(training_session)
        db.session.commit()
        flash(_("The session is cancelled. It counts nothing."))
        return redirect(url_for(".overview", training_session_id=training_session_id))
    page = render_template("sessions/cancel.html", training_session=training_session, form=form)
    return page, 422 if form.errors else 200


@blueprint.post("/<int:training_session_id>/step")
def step(training_session_id: int) -> ResponseReturnValue:
    """Say that the session begins, or that it took place and waits to be closed."""
    training_session = opened(training_session_id)
    act = services.hold if request.form.get("to") == "held" else services.open_session
    try:
        act(training_session=training_session, actor=get_actor())
    except errors.SessionOver:
        return turned_away(training_session)
    except errors.WrongStep:
        flash(_("Somebody else has moved the session on meanwhile."), "now")
    else:
        db.session.commit()
        flash(_("The state of the session is saved."))
    return redirect(url_for(".overview", training_session_id=training_session_id))


@blueprint.post("/<int:training_session_id>/movements")
def name_movements(training_session_id: int) -> ResponseReturnValue:
    """Let members of armed movements be named here, or only counted."""
    training_session = opened(training_session_id)
    named = request.form.get("named") == "yes"
    try:
        services.name_movements(training_session=training_session, named=named, actor=get_actor())
    except errors.SessionOver:
        return turned_away(training_session)
    except errors.MovementsNamed:
        db.session.rollback()
        flash(_("Members of armed movements are in this session: take them out first."), "loss")
    else:
        db.session.commit()
        flash(
            _("Members of armed movements may be named in this session.")
            if named
            else _("Members of armed movements are only counted in this session.")
        )
    return redirect(url_for(".overview", training_session_id=training_session_id))


def _hanging(
    training_session: TrainingSession, hanging: Sequence[Hanging]
) -> list[tuple[str, str, str]]:
    """Return name, outcome now and outcome at best of those a blank decides for."""
    if not hanging:
        return []
    people = {it.id: it.person for it in queries.participations(training_session.id)}
    return [
        (
            display(people[it.participation_id].surname, people[it.participation_id].given_names),
            str(labels.OUTCOMES[it.now]),
            str(labels.OUTCOMES[it.at_best]),
        )
        for it in hanging
    ]


def _consequences(report: Report) -> list[str]:
    """Say what closing will write, one sentence each; nothing of what nobody comes to."""
    trained, sensitized = report.tally(Outcome.TRAINED), report.tally(Outcome.SENSITIZED)
    absent = report.counted - trained - sensitized
    said = []
    if trained:
        said.append(
            ngettext(
                "%(count)s person will be trained.",
                "%(count)s persons will be trained.",
                trained,
                count=number(trained),
            )
        )
    if sensitized:
        said.append(
            ngettext(
                "%(count)s person will be sensitized.",
                "%(count)s persons will be sensitized.",
                sensitized,
                count=number(sensitized),
            )
        )
    if absent:
        said.append(
            ngettext(
                "%(count)s person was never present and will not be counted.",
                "%(count)s persons were never present and will not be counted.",
                absent,
                count=number(absent),
            )
        )
    if report.headcount:
        said.append(_headcount(report))
    return said or [_("Nobody will be counted.")]


def _headcount(report: Report) -> str:
    count = number(report.headcount)
    if report.headcount_at_least:
        return _("At least %(count)s people counted without names.", count=count)
    return ngettext(
        "%(count)s person counted without a name.",
        "%(count)s people counted without names.",
        report.headcount,
        count=count,
    )
