"""Pages of the figures: parse, read, answer; nothing here writes."""

from typing import NoReturn

from flask import (
    Blueprint,
    Response,
    abort,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from lms import clock
from lms.accounts import audit
from lms.accounts.actors import Role
from lms.accounts.current import get_actor
from lms.accounts.permissions import require
from lms.db import see_one_moment
from lms.errors import NotFound
from lms.extensions import db
from lms.figures import exports, labels, queries, totals
from lms.figures.board.board import board
from lms.figures.board.tasks import CONTRADICTORY, Reader, contradictory
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure
from lms.figures.exports import Origin
from lms.figures.forms import FiguresForm, PivotForm
from lms.figures.pages import (
    behind as behind_pages,
    files,
    overview as overview_pages,
    pivot as pivot_pages,
    why,
)
from lms.figures.pages.behind import Asked
from lms.figures.pages.overview import Viewer
from lms.figures.pages.periods import address, as_asked
from lms.figures.release import gate
from lms.figures.release.asking import TwoWouldTell
from lms.figures.release.cells import Audience
from lms.figures.release.gate import Release
from lms.i18n import days, language
from lms.lib.sheets.writing import XLSX, write_csv
from lms.unit.queries import profile

blueprint = Blueprint("figures", __name__, template_folder="templates")

NAMING = (Role.UNIT_HEAD, Role.ADMINISTRATOR)
"""Who may see what is behind a number; trainers see totals of their regions only."""


@blueprint.get("/")
def index() -> ResponseReturnValue:
    """Show the totals of a period: the answer first, then how it was reached."""
    form, known = _form()
    return _totals(form, known), 422 if form.errors else 200


def _totals(form: FiguresForm, known: list[Window]) -> str:
    actor, question, kept = get_actor(), form.question, form.kept
    reading = totals.read(scope=question.scope, actor=actor)
    may_name = actor.role in NAMING
    reader = Reader(actor=actor, today=clock.today(), names=may_name)
    viewer = Viewer(today=clock.today(), names=may_name)
    days = as_asked(question.scope.window)
    return render_template(
        "figures/index.html",
        form=form,
        form_open=bool(form.errors or kept),
        page=overview_pages.overview(reading, question, known=known, kept=kept, viewer=viewer),
        board=board(reading, question, reader, {**days, **kept}),
        title=labels.MEASURES[question.measure],
        may_export=may_name,
        files=files.files({**days, **kept}),
        clear=url_for(".index") if request.args else "",
        pivot=url_for(".pivot", **days, **kept),
        sensitized=url_for(".index", **{**kept, **days, "measure": Measure.PERSONS_SENSITIZED}),
    )


@blueprint.get("/pivot")
def pivot() -> ResponseReturnValue:
    """Show any two dimensions against each other; the whole view stands in its address."""
    actor = get_actor()
    form, _known = _form(PivotForm)
    question = form.question
    reading = totals.read(scope=question.scope, actor=actor)
    answer = render_template(
        "figures/pivot.html",
        form=form,
        page=pivot_pages.pivot(reading, question, form.kept, linked=actor.role in NAMING),
        window=days(question.scope.window.first, question.scope.window.last),
        back=url_for(".index", **as_asked(question.scope.window)),
        clear=url_for(".pivot") if request.args else "",
        may_export=actor.role in NAMING,
        files=files.of_pivot(
            {**form.kept, **as_asked(question.scope.window), "columns": question.across}
        ),
    )
    return answer, 422 if form.errors else 200


@blueprint.get("/facts")
def behind() -> ResponseReturnValue:
    """List the facts behind one number, for those who may read names."""
    actor = get_actor()
    require(actor, "facts.list", *NAMING)
    # Of a table of two dimensions too: any measure, any rows.
    form = _asked(PivotForm)
    question, cell = form.question, Asked.of(request.args)
    reading = totals.read(scope=question.scope, actor=actor)
    if request.args.get("only") == CONTRADICTORY:
        reading = contradictory(reading)
    page = request.args.get("page", 1, type=int)
    try:
        listed = behind_pages.facts_page(reading, question, cell, page=page)
        name = overview_pages.cell_name(reading, question, cell)
        reason = why.paragraph(reading, question, cell)
    except KeyError as error:
        raise NotFound(f"line:{cell.key}") from error
    audit.record_read(f"facts:{cell.key}", actor=actor)
    return render_template(
        "figures/behind.html",
        cell=name,
        why=reason,
        listed=listed,
        lead=behind_pages.lead(question, listed),
        back=_back(form),
        leads=actor.role is Role.UNIT_HEAD,
    )


@blueprint.get("/totals.csv")
def as_csv() -> ResponseReturnValue:
    """Give every measure by category, sex and age group, as a file for other programs."""
    release, origin = _export()
    asked = request.args.get("for")
    lines = exports.whole_file(release, origin, hxl=asked == "hxl")
    content = write_csv(lines, french=asked == "spreadsheet" and language() == "fr")
    return _file(content, "text/csv; charset=utf-8", release, "csv")


@blueprint.get("/totals.json")
def as_json() -> ResponseReturnValue:
    """Give every measure by category, parts under their parents, in the published form."""
    release, origin = _export()
    indicators = queries.indicators(release.reading.scope.window)
    lines = exports.entries(release, Dimension.CATEGORY)
    found = [*lines, *exports.indicator_entries(indicators)]
    content = exports.as_json(release, found, origin, row=Dimension.CATEGORY)
    return _file(content, "application/json", release, "json")


@blueprint.get("/totals.xlsx")
def as_xlsx() -> ResponseReturnValue:
    """Give every measure by category, sex and age group, as a workbook."""
    release, origin = _export()
    if not exports.has_anything(release):
        return _no_file()
    return _file(exports.workbook(release, origin), XLSX, release, "xlsx")


@blueprint.get("/totals.pdf")
def as_pdf() -> ResponseReturnValue:
    """Give the figures as a printed page a language."""
    release, origin = _export()
    if not exports.has_anything(release):
        return _no_file()
    return _file(exports.pdf(release, origin, profile()), "application/pdf", release, "pdf")


def _form(kind: type[FiguresForm] = FiguresForm) -> tuple[FiguresForm, list[Window]]:
    form = kind(request.args)
    known = overview_pages.known_windows(clock.today())
    form.offer(regions=overview_pages.region_choices(get_actor()), window=known[0])
    form.validate()
    form.fill()
    return form, known


def _asked(kind: type[FiguresForm] = FiguresForm) -> FiguresForm:
    """Return what is asked for; what cannot be read is answered with the page that says why."""
    form, _known = _form(kind)
    if form.errors:
        _refuse(_form()[0])
    return form


def _refuse(form: FiguresForm) -> NoReturn:
    """Answer with the page of the totals, which says beside each field what is wrong."""
    page = _totals(form, overview_pages.known_windows(clock.today()))
    abort(make_response(page, 422))


def _back(form: FiguresForm) -> str:
    """Return the address of the table in which a number stood."""
    if "columns" in request.args:
        return url_for(".pivot", **as_asked(form.question.scope.window), **form.kept)
    return address(form.question.scope.window, _form()[0].kept)


def _export() -> tuple[Release, Origin]:
    """Return what is to be exported, for outside unless asked; by heads and administrators."""
    actor = get_actor()
    require(actor, "figures.export", *NAMING)
    form = _asked()
    inside = request.args.get("audience") == Audience.INSIDE
    audience = Audience.INSIDE if inside else Audience.OUTSIDE
    see_one_moment(db.session())
    try:
        release = gate.release(scope=form.question.scope, audience=audience, actor=actor)
    except TwoWouldTell as error:
        form[error.part].errors = [error.sentence]
        _refuse(form)
    origin = Origin(by=current_user.name, now=clock.now(), is_sample=profile().is_sample)
    return release, origin


def _no_file() -> ResponseReturnValue:
    """Say that there is nothing to take along, on the page that was asked from."""
    flash(_("Nothing was counted in this period, so there is no file to make."), "loss")
    return redirect(url_for(".index", **FiguresForm(request.args).typed))


def _file(content: bytes, mimetype: str, release: Release, suffix: str) -> Response:
    """Answer with a file; one for inside says so in its name."""
    window = release.reading.scope.window
    inside = "" if release.is_masked else "-inside"
    name = f"kalanso-{window.first:%Y-%m-%d}-{window.last:%Y-%m-%d}{inside}.{suffix}"
    answer = make_response(content)
    answer.headers["Content-Type"] = mimetype
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
