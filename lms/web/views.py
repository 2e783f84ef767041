"""The first page, the language switch, the health of the installation."""

from flask import (
    Blueprint,
    jsonify,
    redirect,
    render_template,
    request,
    session as visit,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, ngettext
from flask_login import current_user

from lms.accounts.actors import Role
from lms.accounts.current import get_actor
from lms.accounts.forms import SignInForm
from lms.clock import today
from lms.errors import NotFound
from lms.http import PARTICIPATION_KEY, on_this_site
from lms.i18n import LOCALE_COOKIE, LOCALES, day, number
from lms.sessions.forms.listing import LATE
from lms.web import health, labels, queries, shell
from lms.web.participant.forms import EnterForm

blueprint = Blueprint("web", __name__)
PLANNERS = frozenset({Role.TRAINER, Role.UNIT_HEAD})
YEAR = 365 * 24 * 60 * 60

for shown in (
    shell.shell,
    shell.here,
    shell.session_tabs,
    shell.to_send_again,
    shell.path_to_read,
):
    blueprint.add_app_template_global(shown)
blueprint.app_context_processor(shell.mark_of_sample)
for said in (labels.session_line, labels.slot_line, labels.half_of_day):
    blueprint.add_app_template_filter(said)


@blueprint.get("/")
def home() -> ResponseReturnValue:
    """Show strangers the way in, participants their space or the way there, the team its day."""
    if PARTICIPATION_KEY in visit:
        return redirect(url_for("participant.space"))
    if not current_user.is_authenticated:
        return render_template("home/entry.html", enter=EnterForm(), sign_in=SignInForm())
    if get_actor().role is Role.PARTICIPANT:
        return render_template("participant/enter.html", form=EnterForm(), known=False)
    agenda = queries.agenda(today(), get_actor())
    return render_template(
        "home/my_day.html",
        agenda=agenda,
        today=today(),
        to_finish=_to_finish(agenda),
        may_plan=get_actor().role in PLANNERS,
    )


@blueprint.get("/language/<locale>")
def language(locale: str) -> ResponseReturnValue:
    """Remember the reader's language in the browser and go back to the page they were on."""
    if locale not in LOCALES:
        raise NotFound(locale)
    response = redirect(on_this_site(request.args.get("to", "/")))
    response.set_cookie(
        LOCALE_COOKIE,
        locale,
        max_age=YEAR,
        secure=request.is_secure,
        httponly=True,
        samesite="Lax",
    )
    return response


@blueprint.get("/healthz")
def healthz() -> ResponseReturnValue:
    """Say whether the database answers and has the newest schema; 503 when it cannot work."""
    found = health.examine()
    answer = {
        "status": "ok" if found.good else "failing",
        "database": "ok" if found.database else "unreachable",
        "migrations": "at head" if found.migrations else "behind",
    }
    return jsonify(answer), 200 if found.good else 503


def _to_finish(agenda: queries.Agenda) -> list[dict[str, str]]:
    """Return what waits for the reader: how many, what, why it matters, and where."""
    return [*_sessions_to_finish(agenda), *_doubts_to_decide()]


def _doubts_to_decide() -> list[dict[str, str]]:
    waiting = shell.waiting()
    if not waiting:
        return []
    return [
        {
            "count": number(waiting),
            "what": ngettext("doubt to decide", "doubts to decide", waiting),
            "why": _("Until then both records count, and the totals are between two numbers."),
            "href": url_for("matches.index"),
        }
    ]


def _sessions_to_finish(agenda: queries.Agenda) -> list[dict[str, str]]:
    tasks = []
    if agenda.late.oldest:
        tasks.append(
            {
                "count": number(agenda.late.count),
                "what": ngettext(
                    "session over and not closed",
                    "sessions over and not closed",
                    agenda.late.count,
                ),
                "why": _(
                    "Not in the totals yet. The oldest ended on %(day)s.",
                    day=day(agenda.late.oldest),
                ),
                "href": _where_late(agenda.late),
            }
        )
    if agenda.drafts:
        tasks.append(
            {
                "count": number(agenda.drafts),
                "what": ngettext("draft to publish", "drafts to publish", agenda.drafts),
                "why": _("Sessions can be planned once a course is published."),
                "href": url_for("courses.index"),
            }
        )
    return tasks


def _where_late(late: queries.Late) -> str:
    if late.only is not None:
        return url_for("sessions.overview", training_session_id=late.only)
    return url_for("sessions.index", status=LATE)
