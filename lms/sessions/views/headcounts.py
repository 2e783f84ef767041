"""People counted without their names."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from lms.accounts.current import get_actor
from lms.courses.models import CourseKind
from lms.errors import NotAllowed
from lms.extensions import db
from lms.i18n import localised
from lms.people import queries as people
from lms.sessions import errors, labels, queries, services
from lms.sessions.forms.headcounts import HeadcountForm
from lms.sessions.models import Headcount, TrainingSession
from lms.sessions.outcome import Outcome
from lms.sessions.views.base import blueprint, category_choices, opened, turned_away


@dataclass(frozen=True, slots=True, kw_only=True)
class CountLine:
    """One category and outcome; ``cells`` stand in the order of ``labels.COLUMNS``."""

    category: str
    category_id: int
    outcome: Outcome
    outcome_word: str
    cells: list[int]
    total: int
    at_least: bool


@blueprint.route("/<int:training_session_id>/headcounts", methods=["GET", "POST"])
def headcounts(training_session_id: int) -> ResponseReturnValue:
    """Show the headcounts; a category in the address opens its numbers for change."""
    training_session = opened(training_session_id)
    actor = get_actor()
    form = _form(training_session)
    if request.method == "POST" and not queries.may_write(training_session, actor):
        raise NotAllowed("training_session.count_heads")
    if form.validate_on_submit():
        answer = _count(training_session, form)
        if answer is not None:
            return answer
    stored = queries.headcounts(training_session_id)
    if not form.is_submitted():
        _fill(form, training_session, stored)
    lines = count_lines(stored)
    page = render_template(
        "sessions/headcounts.html",
        training_session=training_session,
        form=form,
        lines=lines,
        totals=[sum(column) for column in zip(*(it.cells for it in lines), strict=True)],
        total=sum(it.total for it in lines),
        at_least=any(it.at_least for it in lines),
        columns=labels.COLUMNS.values(),
        writable=queries.writable(training_session, actor),
    )
    return page, 422 if form.errors else 200


def count_lines(stored: Sequence[Headcount]) -> list[CountLine]:
    """Return the headcounts by category and outcome, in the order they come in."""
    groups: dict[tuple[int, Outcome], list[Headcount]] = defaultdict(list)
    for it in stored:
        groups[it.category_id, it.outcome].append(it)
    return [_line(it) for it in groups.values()]


def _line(stored: Sequence[Headcount]) -> CountLine:
    first = stored[0]
    by_cell = {(it.age_group, it.sex): it.count for it in stored}
    cells = [by_cell.get(cell, 0) for cell in labels.COLUMNS]
    return CountLine(
        category=localised(first.category, "label"),
        category_id=first.category_id,
        outcome=first.outcome,
        outcome_word=str(labels.OUTCOMES[first.outcome]),
        cells=cells,
        total=sum(cells),
        at_least=any(it.at_least for it in stored),
    )


def _form(training_session: TrainingSession) -> HeadcountForm:
    form = HeadcountForm()
    course = training_session.course_version.course
    form.offer(category_choices(people.categories()), trains=course.kind is CourseKind.TRAINING)
    return form


def _fill(
    form: HeadcountForm, training_session: TrainingSession, stored: Sequence[Headcount]
) -> None:
    category_id = request.args.get("category", type=int)
    outcome = request.args.get("outcome", Outcome.SENSITIZED.value)
    if category_id is None:
        form.category_id.data = training_session.course_version.course.audience_id
        return
    form.category_id.data = category_id
    form.outcome.data = outcome
    form.fill([it for it in stored if it.category_id == category_id and it.outcome == outcome])


def _count(training_session: TrainingSession, form: HeadcountForm) -> ResponseReturnValue | None:
    stored = {(it.category_id, it.outcome) for it in queries.headcounts(training_session.id)}
    heads = form.heads
    known = (heads[0].category_id, heads[0].outcome) in stored
    if not known and not any(it.count for it in heads):
        form.form_errors.append(form.nobody())
        return None
    try:
        services.count_heads(training_session=training_session, heads=heads, actor=get_actor())
    except errors.SessionOver:
        return turned_away(training_session)
    except errors.CheckAgeOutside:
        db.session.rollback()
        form.form_errors.append(
            _("Minors are not recorded in this category: check the age outside this system.")
        )
        return None
    db.session.commit()
    flash(_("The headcount is saved."))
    return redirect(url_for(".headcounts", training_session_id=training_session.id))
