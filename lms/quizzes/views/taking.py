"""Taking a quiz, one question a screen: by the holder of a pass code, or aloud by staff."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from lms.accounts.actors import ActorKind
from lms.accounts.current import get_actor
from lms.clock import now
from lms.errors import NotAllowed, RuleBroken
from lms.extensions import db
from lms.i18n import LOCALES
from lms.people import names
from lms.quizzes import errors, labels, queries
from lms.quizzes.models import Attempt
from lms.quizzes.queries import OfferState, Screen
from lms.quizzes.services import attempts
from lms.quizzes.views.base import blueprint
from lms.sessions.kinds import Status
from lms.sessions.models import Participation


@blueprint.get("/quiz")
def begin() -> ResponseReturnValue:
    """Lead to where the participant stopped, or say what awaits them."""
    participation = _own_participation()
    offers = queries.offered(participation.id)
    offer = offers[0] if offers else None
    taking = participation.training_session.status in queries.TAKING
    if offer and offer.state is OfferState.UNDER_WAY and taking:
        attempt = queries.attempt(offer.attempt_id or 0)
        return redirect(_question(attempt, queries.first_open(attempt)))
    course = participation.training_session.course_version.course
    return render_template(
        "quizzes/begin.html",
        training_session=participation.training_session,
        offer=offer,
        needed=labels.needed(offer.questions, course.pass_mark) if offer else "",
        may_start=bool(offer and taking and offer.attempts_left and not offer.passed),
        handed_in=bool(offer and offer.state is OfferState.HANDED_IN),
        waiting=participation.training_session.status is Status.PLANNED,
    )


@blueprint.post("/quiz/start")
def start() -> ResponseReturnValue:
    """Begin an attempt, or go on with the one that is open."""
    participation = _own_participation()
    try:
        attempt = attempts.start(participation=participation, now=now(), actor=get_actor())
    except RuleBroken as refused:
        flash(labels.refusal(refused), "loss")
        return redirect(url_for(".begin"))
    db.session.commit()
    return redirect(_question(attempt, queries.first_open(attempt)))


@blueprint.get("/quiz/<int:attempt_id>/<int:number>")
def question(attempt_id: int, number: int) -> ResponseReturnValue:
    """Show one question with the answer kept so far."""
    attempt = queries.attempt_of(attempt_id, get_actor())
    if attempt.handed_in_at is not None:
        return redirect(url_for(".result", attempt_id=attempt.id))
    return _show(queries.screen(attempt, number))


@blueprint.post("/quiz/<int:attempt_id>/<int:number>")
def answer(attempt_id: int, number: int) -> ResponseReturnValue:
    """Keep the answer at once, then go where the button leads."""
    attempt = queries.attempt_of(attempt_id, get_actor())
    question_id = queries.question_at(attempt, number)
    picked = request.form.getlist("choice", type=int)
    try:
        attempts.answer(
            attempt=attempt,
            question_id=question_id,
            choice_ids=picked,
            now=now(),
            actor=get_actor(),
        )
    except errors.NotAChoice:
        screen = queries.screen(attempt, number)
        return _show(screen, _("Choose among the answers offered, then go on.")), 422
    except (errors.AlreadyHandedIn, errors.NotOpen) as refused:
        return _refuse(attempt, refused)
    db.session.commit()
    return redirect(_next(attempt, number))


@blueprint.get("/quiz/<int:attempt_id>/review")
def review(attempt_id: int) -> ResponseReturnValue:
    """Show which questions have an answer, before handing in."""
    attempt = queries.attempt_of(attempt_id, get_actor())
    if attempt.handed_in_at is not None:
        return redirect(url_for(".result", attempt_id=attempt.id))
    lines = queries.overview(attempt)
    return render_template(
        "quizzes/review.html",
        attempt=attempt,
        lines=lines,
        unanswered=[line.number for line in lines if not line.answered],
        answered=sum(line.answered for line in lines),
        aloud_for=_aloud_for(attempt),
    )


@blueprint.post("/quiz/<int:attempt_id>/hand-in")
def hand_in(attempt_id: int) -> ResponseReturnValue:
    """Hand in for good, then show the result."""
    attempt = queries.attempt_of(attempt_id, get_actor())
    try:
        attempts.hand_in(attempt=attempt, now=now(), actor=get_actor())
    except (errors.AlreadyHandedIn, errors.NotOpen) as refused:
        return _refuse(attempt, refused)
    db.session.commit()
    return redirect(url_for(".result", attempt_id=attempt.id))


@blueprint.get("/quiz/<int:attempt_id>/result")
def result(attempt_id: int) -> ResponseReturnValue:
    """Say in a sentence what came of it, and how to end the visit."""
    attempt = queries.attempt_of(attempt_id, get_actor())
    if attempt.handed_in_at is None:
        return redirect(url_for(".review", attempt_id=attempt.id))
    found = queries.result(attempt)
    return render_template(
        "quizzes/result.html",
        result=found,
        training_session=attempt.participation.training_session,
        sentence=labels.score(found.grade.points, found.grade.possible, found.needed),
        verdict=labels.verdict(passed=bool(attempt.passed), sex=attempt.participation.sex),
        aloud_for=_aloud_for(attempt),
    )


def _own_participation() -> Participation:
    actor = get_actor()
    if actor.kind is not ActorKind.PARTICIPANT or actor.id is None:
        raise NotAllowed("quiz")
    return queries.participation(actor.id)


def _aloud_for(attempt: Attempt) -> str:
    """Return the name of who is speaking, when somebody else enters the answers."""
    if get_actor().kind is ActorKind.PARTICIPANT:
        return ""
    person = attempt.participation.person
    return names.display(person.surname, person.given_names)


def _show(screen: Screen, sentence: str = "") -> str:
    return render_template(
        "quizzes/question.html",
        screen=screen,
        many=screen.question.type == "multiple",
        sentence=sentence,
        aloud_for=_aloud_for(screen.attempt),
        here=_question(screen.attempt, screen.number),
        locales=LOCALES,
    )


def _refuse(attempt: Attempt, refused: RuleBroken) -> ResponseReturnValue:
    flash(labels.refusal(refused), "loss")
    db.session.rollback()
    ended = isinstance(refused, errors.AlreadyHandedIn)
    where = ".result" if ended else ".review"
    return redirect(url_for(where, attempt_id=attempt.id))


def _question(attempt: Attempt, number: int) -> str:
    return url_for(".question", attempt_id=attempt.id, number=number)


def _next(attempt: Attempt, number: int) -> str:
    """Return the address that the button pressed leads to."""
    locale = request.form.get("language")
    if locale in LOCALES:
        return url_for("web.language", locale=locale, to=_question(attempt, number))
    wanted = request.form.get("go")
    if wanted == "back" and number > 1:
        return _question(attempt, number - 1)
    if wanted == "review" or number == len(attempt.question_ids):
        return url_for(".review", attempt_id=attempt.id)
    return _question(attempt, number + 1)
