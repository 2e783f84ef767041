"""Reading, preparing, publishing and correcting reports."""

from flask import (
    flash,
    redirect,
    render_template,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from lms import clock
from lms.accounts.actors import Role
from lms.accounts.current import get_actor
from lms.accounts.permissions import require
from lms.errors import RuleBroken
from lms.extensions import db
from lms.figures import labels as figures, queries as ledger
from lms.figures.exports.notes import audience
from lms.figures.release.cells import Audience
from lms.figures.reports import freezing, labels, pages, queries, services
from lms.figures.reports.changes.causes import SESSION_CAUSES
from lms.figures.reports.changes.difference import difference as compare
from lms.figures.reports.copies import Copy
from lms.figures.reports.files.offered import offered
from lms.figures.reports.forms import CorrectForm, PrepareForm
from lms.figures.reports.models import Report, ReportState
from lms.figures.reports.proving import checking
from lms.figures.reports.views.base import blueprint, published


@blueprint.get("/")
def index() -> str:
    """List the reports, newest first."""
    actor = get_actor()
    return render_template(
        "reports/index.html",
        reports=queries.listed(actor),
        labels=labels,
        may_prepare=actor.role is Role.UNIT_HEAD,
    )


@blueprint.route("/new", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """Choose the days of a report and begin it."""
    actor = get_actor()
    require(actor, "report.prepare", Role.UNIT_HEAD)
    form = PrepareForm()
    form.offer([(it.code, figures.region(it)) for it in ledger.recorded_regions()])
    if form.validate_on_submit():
        report = services.prepare(
            window=form.window,
            regions=form.regions,
            print_range=form.print_range.data,
            now=clock.now(),
            actor=actor,
        )
        db.session.commit()
        return redirect(url_for(".show", code=report.code))
    return render_template("reports/new.html", form=form), 422 if form.errors else 200


@blueprint.get("/<code>")
def show(code: str) -> ResponseReturnValue:
    """Show a published report as it was, or what a prepared one would print today."""
    report = queries.get(code, get_actor())
    if report.state is ReportState.PREPARED:
        return _prepared(report)
    content = report.content or {}
    inside, outside = (Copy(it, content) for it in (Audience.INSIDE, Audience.OUTSIDE))
    return render_template(
        "reports/show.html",
        report=report,
        labels=labels,
        tables=pages.tables(inside),
        sentences=pages.sentences(outside),
        masked=audience(outside.limits, widened=outside.is_widened),
        decisions=[labels.decision(it) for it in inside.decisions],
        files=offered(report),
        content=content,
        successor=queries.successor(report),
        may_prepare=get_actor().role is Role.UNIT_HEAD,
        states=ReportState,
    )


@blueprint.post("/<code>/publish")
def publish(code: str) -> ResponseReturnValue:
    """Freeze and sign a prepared report, as a second person."""
    actor = get_actor()
    report = queries.get(code, actor)
    try:
        services.publish(report=report, clock=clock.now, key=freezing.signing_key(), actor=actor)
    except services.AlreadyPublished as error:
        flash(labels.error(error), "loss")
        return redirect(url_for(".show", code=code))
    except RuleBroken as error:
        return _prepared(report, labels.error(error)), 422
    db.session.commit()
    flash(_("Report %(code)s is published.", code=code))
    return redirect(url_for(".show", code=code))


@blueprint.post("/<code>/discard")
def discard(code: str) -> ResponseReturnValue:
    """Delete a report that nobody published."""
    actor = get_actor()
    report = queries.get(code, actor)
    try:
        services.discard(report=report, actor=actor)
    except services.AlreadyPublished as error:
        flash(labels.error(error), "loss")
        return redirect(url_for(".show", code=code))
    db.session.commit()
    flash(_("Report %(code)s is deleted: it was not published.", code=code))
    return redirect(url_for(".index"))


@blueprint.route("/<code>/correct", methods=["GET", "POST"])
def correct(code: str) -> ResponseReturnValue:
    """Say what is wrong in a published report, and begin the one that takes its place."""
    actor = get_actor()
    require(actor, "report.prepare", Role.UNIT_HEAD)
    report = queries.get(code, actor)
    form = CorrectForm()
    if form.validate_on_submit():
        try:
            fresh = services.correct(
                report=report,
                reason=form.reason.data,
                print_range=form.print_range.data,
                now=clock.now(),
                actor=actor,
            )
        except RuleBroken as error:
            form.form_errors.append(labels.error(error))
        else:
            db.session.commit()
            return redirect(url_for(".show", code=fresh.code))
    page = render_template("reports/correct.html", form=form, report=report, labels=labels)
    return page, 422 if form.errors else 200


@blueprint.get("/<code>/difference")
def difference(code: str) -> str:
    """Show what has changed since a report, line by line, and why."""
    report = published(code)
    found = compare(report, get_actor())
    numbers = {it.cause.number for it in found.changes if it.cause.kind in SESSION_CAUSES}
    return render_template(
        "reports/difference.html",
        report=report,
        labels=labels,
        moved=pages.moved(found),
        proofs=pages.proofs(found),
        told=pages.told(found, queries.references(numbers)),
    )


def _prepared(report: Report, refused: str = "") -> str:
    actor = get_actor()
    check = checking.check(report, actor)
    copy, attached = pages.rehearsed(check.reading), check.attached()
    return render_template(
        "reports/prepared.html",
        report=report,
        labels=labels,
        check=check,
        names=labels.names(copy.content),
        tables=pages.tables(copy),
        attached=attached,
        decisions=[labels.decision(it) for it in attached["decisions"]],
        refused=refused,
        is_mine=actor.user_id == report.prepared_by_id,
        may_discard=actor.role is Role.UNIT_HEAD,
    )
