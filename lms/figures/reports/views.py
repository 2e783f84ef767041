"""Pages of the reports: parse, call one service, commit, answer."""

import json

from flask import (
    Blueprint,
    Response,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import force_locale, gettext as _

from lms import clock
from lms.accounts import audit
from lms.accounts.actors import Role
from lms.accounts.current import get_actor
from lms.accounts.permissions import require
from lms.errors import NotFound, RuleBroken
from lms.extensions import db
from lms.figures import labels as figures, queries as ledger
from lms.figures.reports import freezing, labels, pages, queries, services
from lms.figures.reports.changes.causes import SESSION_CAUSES
from lms.figures.reports.changes.difference import difference as compare
from lms.figures.reports.forms import CorrectForm, PrepareForm
from lms.figures.reports.models import Report, ReportState
from lms.figures.reports.paper.audit import draw_sample
from lms.figures.reports.paper.printing import draw
from lms.figures.reports.proving import checking, sampling
from lms.i18n import LOCALES, language

blueprint = Blueprint("reports", __name__, template_folder="templates")


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
    return render_template(
        "reports/show.html",
        report=report,
        labels=labels,
        tables=pages.tables(content),
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
    report = _published(code)
    found = compare(report, get_actor())
    numbers = {it.cause.number for it in found.changes if it.cause.kind in SESSION_CAUSES}
    return render_template(
        "reports/difference.html",
        report=report,
        labels=labels,
        moved=pages.moved(found),
        told=pages.told(found, queries.references(numbers)),
    )


@blueprint.get("/<code>.json")
def as_json(code: str) -> Response:
    """Give a published report with its signature, for whoever verifies it."""
    report = _published(code)
    answer = make_response(json.dumps(freezing.signed(report), ensure_ascii=False, indent=2))
    answer.headers["Content-Type"] = "application/json"
    answer.headers["Content-Disposition"] = f'attachment; filename="{report.code}.json"'
    return answer


@blueprint.get("/<code>.pdf")
def as_pdf(code: str) -> Response:
    """Give a published report as two pages, in the language asked for or the reader's."""
    report = _published(code)
    asked = request.args.get("lang")
    locale = asked if asked in LOCALES else language()
    with force_locale(locale):
        answer = make_response(draw(report))
    answer.headers["Content-Type"] = "application/pdf"
    answer.headers["Content-Disposition"] = f'attachment; filename="{report.code}-{locale}.pdf"'
    return answer


@blueprint.get("/<code>/sample.pdf")
def sample(code: str) -> Response:
    """Give persons drawn at random from those counted, to be compared with the paper."""
    report, actor = _published(code), get_actor()
    seed = request.args.get("seed", type=int)
    seed = sampling.usual_seed(report) if seed is None else seed
    answer = make_response(draw_sample(report, sampling.draw(report, seed), seed))
    answer.headers["Content-Type"] = "application/pdf"
    answer.headers["Content-Disposition"] = f'attachment; filename="{code}-sample-{seed}.pdf"'
    audit.record_read(f"{report.tag}/sample", actor=actor)
    return answer


def _published(code: str) -> Report:
    report = queries.get(code, get_actor())
    if report.state is ReportState.PREPARED:
        raise NotFound(report.tag)
    return report


def _prepared(report: Report, refused: str = "") -> str:
    actor = get_actor()
    check = checking.check(report, actor)
    content = freezing.tables(check.reading)
    return render_template(
        "reports/prepared.html",
        report=report,
        labels=labels,
        check=check,
        names=labels.names(content),
        tables=pages.tables(content),
        refused=refused,
        is_mine=actor.user_id == report.prepared_by_id,
    )
