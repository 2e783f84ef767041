"""The quiz tab of a session: who has taken it, and entering what somebody says aloud."""

from fractions import Fraction

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from lms.accounts import audit
from lms.accounts.actors import Role
from lms.accounts.current import get_actor
from lms.accounts.permissions import require
from lms.clock import now
from lms.errors import NotFound, RuleBroken
from lms.extensions import db
from lms.quizzes import labels, queries
from lms.quizzes.services import attempts
from lms.quizzes.views.base import blueprint
from lms.sessions import queries as sessions


@blueprint.get("/sessions/<int:training_session_id>/quizzes")
def of_session(training_session_id: int) -> str:
    """List the participants of a session with what came of their quiz."""
    actor = get_actor()
    require(actor, "quiz:results", Role.TRAINER, Role.UNIT_HEAD)
    training_session = sessions.get(training_session_id, actor)
    quiz = queries.quiz_to_take(training_session.course_version_id)
    takers = queries.takers(training_session.id, quiz.id) if quiz else []
    audit.record_read(f"training_session:{training_session.id}", actor=actor)
    return render_template(
        "quizzes/of_session.html",
        training_session=training_session,
        quiz=quiz,
        takers=takers,
        asked=len(queries.asked(quiz.id, training_session.first_day)) if quiz else 0,
        handed_in=sum(1 for it in takers if it.attempts),
        passed=sum(1 for it in takers if it.passed),
        taking=training_session.status in queries.TAKING,
        pass_mark=Fraction(training_session.course_version.course.pass_mark, 100),
    )


@blueprint.post("/sessions/<int:training_session_id>/quizzes/<int:participation_id>/oral")
def enter_orally(training_session_id: int, participation_id: int) -> ResponseReturnValue:
    """Begin, or go on with, an attempt that a trainer enters while the person speaks."""
    participation = queries.participation(participation_id)
    if participation.training_session_id != training_session_id:
        raise NotFound(f"participation:{participation_id}")
    try:
        attempt = attempts.start(participation=participation, now=now(), actor=get_actor())
    except RuleBroken as refused:
        flash(labels.refusal(refused), "loss")
        return redirect(url_for(".of_session", training_session_id=training_session_id))
    db.session.commit()
    number = queries.first_open(attempt)
    return redirect(url_for(".question", attempt_id=attempt.id, number=number))
