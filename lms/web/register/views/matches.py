"""The queue of doubts, and one doubt with both records side by side."""

from collections.abc import Sequence

from flask import render_template, request
from flask.typing import ResponseReturnValue

from lms import clock
from lms.accounts import audit
from lms.accounts.current import get_actor
from lms.figures import merging as figures
from lms.people.queries import protection
from lms.web.register import labels
from lms.web.register.forms import CHOICES, BatchForm, wanted
from lms.web.register.pages import doubts as pages
from lms.web.register.pages.attended import attended_lines
from lms.web.register.pages.contradictions import ContradictionLine
from lms.web.register.queries import doubts as queries, records
from lms.web.register.queries.doubts import Doubt
from lms.web.register.views.base import asked, doubts


@doubts.get("/")
def index() -> str:
    """Show a page of open doubts, one kind at a time or all; whoever reads it is logged."""
    actor, today = get_actor(), clock.today()
    batch = wanted(request.args)
    found = queries.queue(
        wanted=batch, page=request.args.get("page", 1, type=int), today=today, actor=actor
    )
    audit.record_read("suggestion:open", actor=actor)
    form = BatchForm(request.args)
    form.offer(queries.lists(today=today, actor=actor))
    return render_template(
        "register/queue.html",
        form=form,
        batch=asked(batch),
        batches=pages.batches(found, batch),
        lines=pages.doubt_lines(found.doubts, protection.guard(today)),
        queue=found,
        kind=labels.KINDS[batch.kind] if batch.kind else "",
        choices=CHOICES,
    )


@doubts.get("/<int:suggestion_id>")
def show(suggestion_id: int) -> ResponseReturnValue:
    """Show one doubt; whoever reads it is logged."""
    actor = get_actor()
    doubt = queries.get(suggestion_id, today=clock.today(), actor=actor)
    audit.record_read(f"suggestion:{suggestion_id}", actor=actor)
    return page(doubt)


def page(
    doubt: Doubt, contradictions: Sequence[ContradictionLine] = (), error: str = ""
) -> ResponseReturnValue:
    """Return the page of a doubt, 422 where something is still asked."""
    actor, today, batch = get_actor(), clock.today(), wanted(request.args)
    it = doubt.suggestion
    protects = protection.guard(today)
    protected = protects.protects(it.person) or protects.protects(it.candidate)
    attended = (
        attended_lines(records.attendances([it.person_id]), protected=protected),
        attended_lines(records.attendances([it.candidate_id]), protected=protected),
    )
    shown = render_template(
        "register/doubt.html",
        doubt=pages.doubt_page(
            doubt,
            protects,
            attended=attended,
            others=queries.others(it, today=today, actor=actor),
        ),
        place=queries.place(it, wanted=batch, today=today, actor=actor),
        effect=figures.effect(it.person_id, it.candidate_id, actor),
        batch=asked(batch),
        contradictions=contradictions,
        error=error,
    )
    return shown, 422 if contradictions or error else 200
