"""Pages of the counting rules: parse, call one service, commit, answer."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from lms import clock
from lms.accounts.current import get_actor
from lms.accounts.permissions import require
from lms.errors import RuleBroken
from lms.extensions import db
from lms.figures.counting.periods import PeriodKind, Window, period
from lms.figures.counting.questions import Scope
from lms.figures.queries import recorded_window
from lms.figures.versions import labels, pages, queries, services
from lms.figures.versions.forms import RulesForm, TrialForm
from lms.figures.versions.queries import KEEPERS
from lms.figures.versions.trial import attempt
from lms.unit.models import RuleVersion
from lms.unit.queries import rules
from lms.unit.rules import Rules

blueprint = Blueprint("rules", __name__, template_folder="templates")

MOST_TRIED = 2000
"""Sessions that a page judges again while somebody waits."""


@blueprint.get("/")
def index() -> str:
    """Show the rules in force, those before and those proposed."""
    versions = queries.listed(get_actor())
    return render_template(
        "rules/index.html",
        in_force=rules(),
        settings=pages.settings(Rules(), rules()),
        versions=versions,
        labels=labels,
    )


@blueprint.route("/new", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """Write down other rules, to be tried."""
    actor = get_actor()
    require(actor, "rules.propose", *KEEPERS)
    form = RulesForm()
    if not form.is_submitted():
        form.fill(rules())
    elif form.validate():
        try:
            version = services.propose(
                settings=form.settings, reason=form.reason.data, now=clock.now(), actor=actor
            )
        except RuleBroken as error:
            form.form_errors.append(labels.error(error))
        else:
            db.session.commit()
            return redirect(url_for(".show", version_id=version.id))
    return render_template("rules/new.html", form=form), 422 if form.errors else 200


@blueprint.get("/<int:version_id>")
def show(version_id: int) -> ResponseReturnValue:
    """Show a version; of a proposal what it would do to the same data, line by line."""
    actor = get_actor()
    version = queries.get(version_id, actor)
    form = TrialForm(request.args)
    if "from" not in request.args:
        window = _usual()
        form.first.data, form.last.data = window.first, window.last
    elif not form.validate():
        return _page(version, form), 422
    return _page(version, form, form.window)


@blueprint.post("/<int:version_id>/adopt")
def adopt(version_id: int) -> ResponseReturnValue:
    """Count by a version from now on."""
    actor = get_actor()
    version = queries.get(version_id, actor)
    try:
        services.adopt(version=version, clock=clock.now, actor=actor)
    except RuleBroken as error:
        flash(labels.error(error), "loss")
        return redirect(url_for(".show", version_id=version_id))
    db.session.commit()
    flash(_("%(rules)s are in force from now on.", rules=labels.called(version)))
    return redirect(url_for(".index"))


@blueprint.post("/<int:version_id>/discard")
def discard(version_id: int) -> ResponseReturnValue:
    """Delete a proposal."""
    actor = get_actor()
    version = queries.get(version_id, actor)
    try:
        services.discard(version=version, actor=actor)
    except RuleBroken as error:
        flash(labels.error(error), "loss")
        return redirect(url_for(".show", version_id=version_id))
    db.session.commit()
    flash(_("The proposal is deleted."))
    return redirect(url_for(".index"))


def _usual() -> Window:
    """Return the days of all records; this year without any."""
    return recorded_window() or period(PeriodKind.YEAR, clock.today())


def _page(version: RuleVersion, form: TrialForm, window: Window | None = None) -> str:
    tried, too_many = None, False
    if version.number is None and window is not None:
        too_many = queries.closed_in(window) > MOST_TRIED
        if not too_many:
            found = attempt(
                proposed=version.rules,
                scope=Scope(window=window),
                now=clock.now(),
                actor=get_actor(),
            )
            tried = pages.trial(found)
    return render_template(
        "rules/show.html",
        version=version,
        form=form,
        trial=tried,
        too_many=too_many,
        settings=pages.settings(Rules() if version.number else rules(), version.rules),
        labels=labels,
    )
