"""Pages of targets and declared strengths: parse, call one service, commit, answer."""

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
from flask_babel import gettext as _

from lms import clock
from lms.accounts.actors import Role
from lms.accounts.current import get_actor
from lms.accounts.permissions import require
from lms.errors import RuleBroken
from lms.extensions import db
from lms.figures import labels as figures, queries as ledger, totals
from lms.figures.forms import FiguresForm
from lms.figures.pages.overview import known_windows, region_choices
from lms.figures.pages.periods import Choice, name as period_name
from lms.figures.targets import exchange, labels, queries, services
from lms.figures.targets.against import covering
from lms.figures.targets.errors import NoTable, TooManyRows
from lms.figures.targets.forms import EnterForm, SearchForm, UploadForm, entry_form
from lms.figures.targets.models import Entry
from lms.figures.targets.values import Kind
from lms.lib.sheets.sheet import UnreadableSheet

blueprint = Blueprint("targets", __name__, template_folder="templates")
UNUSABLE = (UnreadableSheet, NoTable, TooManyRows)


@blueprint.get("/<kind>/")
def index(kind: str) -> str:
    """List what is declared, narrowed by words."""
    which, actor, form = queries.kind_of(kind), get_actor(), SearchForm(request.args)
    page = request.args.get("page", 1, type=int)
    return render_template(
        "targets/index.html",
        kind=which,
        kinds=Kind,
        form=form,
        listed=queries.listed(which, words=form.q.data or "", page=page, actor=actor),
        regions=ledger.every_region(),
        labels=labels,
        measures=figures.MEASURES,
        may_enter=actor.role is Role.UNIT_HEAD,
        ways=_ways(),
    )


@blueprint.route("/<kind>/new", methods=["GET", "POST"])
def new(kind: str) -> ResponseReturnValue:
    """Enter a target or a strength."""
    return _entered(queries.kind_of(kind), None)


@blueprint.route("/<kind>/<int:entry_id>/change", methods=["GET", "POST"])
def change(kind: str, entry_id: int) -> ResponseReturnValue:
    """Change an entry; what it said before stays readable as of earlier days."""
    which = queries.kind_of(kind)
    return _entered(which, queries.get(which, entry_id, get_actor()))


@blueprint.route("/<kind>/<int:entry_id>/withdraw", methods=["GET", "POST"])
def withdraw(kind: str, entry_id: int) -> ResponseReturnValue:
    """Say what withdrawing does, and do it."""
    which, actor = queries.kind_of(kind), get_actor()
    require(actor, "target.enter", Role.UNIT_HEAD)
    entry = queries.get(which, entry_id, actor)
    if request.method == "POST":
        try:
            services.withdraw(entry=entry, now=clock.now(), actor=actor)
        except RuleBroken as error:
            db.session.rollback()
            flash(labels.error(error), "loss")
        else:
            db.session.commit()
            flash(_("The entry is withdrawn."))
        return redirect(url_for(".index", kind=which))
    page = "targets/withdraw.html"
    return render_template(page, kind=which, entry=entry, labels=labels)


@blueprint.route("/<kind>/import", methods=["GET", "POST"])
def bring(kind: str) -> ResponseReturnValue:
    """Read a file and show what would become of each row; nothing is written yet."""
    which, actor = queries.kind_of(kind), get_actor()
    require(actor, "target.enter", Role.UNIT_HEAD)
    form, rows = UploadForm(), None
    if form.validate_on_submit():
        try:
            rows = exchange.preview(form.file.data.read(), which, actor)
        except UNUSABLE as error:
            form.file.errors = [labels.error(error)]
    if rows is not None:
        good = [it.given for it in rows if it.given and not it.trouble]
        return render_template(
            "targets/preview.html",
            kind=which,
            rows=exchange.shown(rows),
            form=EnterForm(formdata=None, content=exchange.passed_on(which, good)),
            labels=labels,
        )
    page = render_template(
        "targets/import.html",
        kind=which,
        form=form,
        labels=labels,
        words=exchange.words(which),
    )
    return page, 422 if form.errors else 200


@blueprint.post("/<kind>/enter")
def enter_all(kind: str) -> ResponseReturnValue:
    """Enter the rows that were looked at: all of them or none."""
    which, actor, form = queries.kind_of(kind), get_actor(), EnterForm()
    require(actor, "target.enter", Role.UNIT_HEAD)
    try:
        brought = exchange.enter(
            (form.content.data or "").encode(), which, now=clock.now(), actor=actor
        )
    except (RuleBroken, *UNUSABLE) as error:
        db.session.rollback()
        flash(labels.error(error), "loss")
        return redirect(url_for(".bring", kind=which))
    db.session.commit()
    flash(labels.brought(brought))
    return redirect(url_for(".index", kind=which))


@blueprint.get("/<kind>/template.csv")
def template(kind: str) -> Response:
    """Give an empty file to fill in."""
    which = queries.kind_of(kind)
    require(get_actor(), "target.enter", Role.UNIT_HEAD)
    return _file(exchange.template(which), f"kalanso-{which}-template")


@blueprint.get("/<kind>/entries.csv")
def entries(kind: str) -> Response:
    """Give what is entered as a file that can be brought in again."""
    which = queries.kind_of(kind)
    require(get_actor(), "target.enter", Role.UNIT_HEAD)
    return _file(exchange.written(which, queries.standing(which)), f"kalanso-{which}")


@blueprint.get("/coverage")
def coverage() -> ResponseReturnValue:
    """Show the coverage of every unit and rotation of a period, and units without a strength."""
    actor, form = get_actor(), FiguresForm(request.args)
    form.offer(regions=region_choices(actor), window=known_windows(clock.today())[0])
    form.validate()
    form.fill()
    reading = totals.read(scope=form.question.scope, actor=actor)
    page = render_template(
        "targets/coverage.html",
        form=form,
        period=period_name(reading.scope.window),
        covered=covering.covered(reading),
        undeclared=covering.undeclared(reading),
        where=labels.counted_where(reading),
        labels=labels,
        coverage=figures.coverage,
        ways=_ways(),
    )
    return page, 422 if form.errors else 200


def _entered(kind: Kind, entry: Entry | None) -> ResponseReturnValue:
    """Show the form of an entry, or write what was typed into it."""
    actor, form = get_actor(), entry_form(kind)
    require(actor, "target.enter", Role.UNIT_HEAD)
    form.offer(ledger.categories(), ledger.every_region())
    if entry and not form.is_submitted():
        form.fill(entry)
    if form.validate_on_submit():
        try:
            if entry:
                services.change(entry=entry, given=form.given, now=clock.now(), actor=actor)
            else:
                services.enter(given=form.given, now=clock.now(), actor=actor)
        except RuleBroken as error:
            db.session.rollback()
            form.form_errors.append(labels.error(error))
        else:
            db.session.commit()
            flash(_("The entry is saved."))
            return redirect(url_for(".index", kind=kind))
    page = render_template(
        "targets/enter.html", kind=kind, kinds=Kind, form=form, entry=entry, labels=labels
    )
    return page, 422 if form.errors else 200


def _ways() -> list[Choice]:
    """Return the three pages of what is declared."""
    pages = {str(title): url_for(".index", kind=it) for it, title in labels.TITLES.items()}
    pages[_("Coverage")] = url_for(".coverage")
    return [Choice(title, href, href == request.path) for title, href in pages.items()]


def _file(content: bytes, name: str) -> Response:
    answer = make_response(content)
    answer.headers["Content-Type"] = "text/csv; charset=utf-8"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer
