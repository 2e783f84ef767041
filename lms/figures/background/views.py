"""Pages of exports: ask for a file, see how far it is, take it along."""

from flask import (
    Blueprint,
    Response,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    send_file,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from lms import clock
from lms.accounts import audit
from lms.accounts.actors import Actor
from lms.accounts.current import get_actor
from lms.accounts.permissions import require
from lms.errors import NotFound
from lms.extensions import db
from lms.figures.background import labels
from lms.figures.background.forms import ExportForm
from lms.figures.background.making import KIND
from lms.figures.background.wanted import Content, Wanted
from lms.figures.forms import PivotForm
from lms.figures.pages import overview
from lms.figures.release import gate
from lms.figures.release.asking import TwoWouldTell
from lms.figures.release.cells import Audience
from lms.figures.release.gate import FULL_NUMBERS
from lms.i18n import language
from lms.jobs import outputs, queries, services
from lms.jobs.kinds import UNFINISHED, JobState
from lms.jobs.models import Job
from lms.jobs.queue import send
from lms.jobs.rules import MOST_UNFINISHED

blueprint = Blueprint("exports", __name__, template_folder="templates")


@blueprint.get("/")
def index() -> str:
    """List the files that the reader asked for, newest first."""
    jobs = queries.mine(KIND, _exporter())
    now = clock.now()
    failures = {it.id: labels.failure(it, now) for it in jobs}
    return render_template(
        "exports/index.html",
        jobs=jobs,
        labels=labels,
        failures=failures,
        states=JobState,
        waits=any(it.state in UNFINISHED and not failures[it.id] for it in jobs),
    )


@blueprint.route("/new", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """Choose a file of the figures that the address filters; a worker makes it."""
    actor = _exporter()
    asked, form = _asked(actor), ExportForm()
    form.offer(pivot="columns" in request.args, past=asked.as_of.data is not None)
    if asked.validate() and form.validate_on_submit():
        wanted = Wanted(
            content=Content(form.content.data),
            audience=Audience(form.audience.data),
            question=asked.question,
        )
        try:
            gate.check(scope=wanted.question.scope, audience=wanted.audience, actor=actor)
            job = services.ask(
                kind=KIND, asked=wanted.row, locale=language(), now=clock.now(), actor=actor
            )
        except TwoWouldTell as error:
            form.form_errors.append(error.sentence)
        except services.TooManyJobs:
            form.form_errors.append(_too_many())
        else:
            db.session.commit()
            send(current_app, job.id)
            return redirect(url_for(".index"))
    refused = bool(form.errors or asked.errors)
    page = render_template("exports/new.html", form=form, asked=asked, back=_back())
    return page, 422 if refused else 200


@blueprint.post("/<int:job_id>/cancel")
def cancel(job_id: int) -> ResponseReturnValue:
    """Give an export up, or throw its file away."""
    job = _job(job_id)
    try:
        services.cancel(job=job, now=clock.now(), actor=get_actor())
    except services.AlreadyEnded:
        flash(_("This export had ended already."), "loss")
        return redirect(url_for(".index"))
    db.session.commit()
    outputs.remove(job_id)
    return redirect(url_for(".index"))


@blueprint.get("/<int:job_id>/file")
def file(job_id: int) -> Response:
    """Give a file that is ready to whoever asked for it."""
    job = _job(job_id)
    path = outputs.path_of(job_id)
    if job.state is not JobState.DONE or not path.is_file():
        raise NotFound(job.tag)
    audit.record_read(job.tag, actor=get_actor())
    answer = send_file(
        path, mimetype=job.media_type, as_attachment=True, download_name=job.file_name, max_age=0
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _exporter() -> Actor:
    """Return the reader, who may take figures along. Raises ``NotAllowed``."""
    actor = get_actor()
    require(actor, "figures.export", *FULL_NUMBERS)
    return actor


def _job(job_id: int) -> Job:
    job = queries.get(job_id, _exporter())
    if job.kind != KIND:
        raise NotFound(job.tag)
    return job


def _asked(actor: Actor) -> PivotForm:
    form = PivotForm(request.args)
    known = overview.known_windows(clock.today())
    form.offer(regions=overview.region_choices(actor), window=known[0])
    return form


def _back() -> str:
    """Return the page from which the file was asked for."""
    typed = PivotForm(request.args).typed
    return url_for("figures.pivot" if "columns" in typed else "figures.index", **typed)


def _too_many() -> str:
    return _(
        "%(most)s exports of yours are being made. Wait for one of them, or cancel it.",
        most=MOST_UNFINISHED,
    )
