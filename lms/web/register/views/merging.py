"""Merging any two records: find the other, look at both, merge, undo."""

from collections.abc import Sequence

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from lms import clock
from lms.accounts import audit
from lms.accounts.actors import Actor
from lms.accounts.current import get_actor
from lms.errors import RuleBroken
from lms.extensions import db
from lms.figures import merging as figures
from lms.people.errors import AlreadyUndone, MarksContradict
from lms.people.models import Merge, Person
from lms.people.services import merging
from lms.web.register.forms import ConfirmForm, OtherForm, settled
from lms.web.register.pages.contradictions import ContradictionLine, contradiction_lines
from lms.web.register.pages.merges import Preview, preview
from lms.web.register.pages.sides import shown_name
from lms.web.register.queries import finding, records as queries
from lms.web.register.views.base import offer_undo, records, refusal


@records.route("/<int:person_id>/merge", methods=["GET", "POST"])
def find_other(person_id: int) -> ResponseReturnValue:
    """Look for the other record of the same person; what is looked for is not in the address."""
    actor, today = get_actor(), clock.today()
    found = queries.record(person_id, today=today, actor=actor)
    form = OtherForm()
    lines, looked = [], form.validate_on_submit()
    if looked:
        number = finding.numbered(form.words.data)
        if number is not None:
            return redirect(url_for(".merge", person_id=person_id, other_id=number))
        lines = list(
            finding.found(form.words.data, besides=found.person.id, today=today, actor=actor)
        )
        audit.record_read("person:register", actor=actor)
    page = render_template(
        "register/find.html",
        form=form,
        id=found.person.id,
        name=shown_name(found.person, protected=found.protected),
        lines=lines,
        looked=looked,
    )
    return page, 422 if form.errors else 200


@records.route("/<int:person_id>/merge/<int:other_id>", methods=["GET", "POST"])
def merge(person_id: int, other_id: int) -> ResponseReturnValue:
    """Show what each of two records brings, then make them one; the older record stays."""
    actor, today = get_actor(), clock.today()
    looked = preview(
        queries.record(person_id, today=today, actor=actor),
        queries.record(other_id, today=today, actor=actor),
    )
    if looked.same:
        flash(_("These are records of one person already. Nothing was changed."), "now")
        return redirect(url_for(".show", person_id=looked.survivor.id))
    if not ConfirmForm().validate_on_submit():
        audit.record_read(f"person:{person_id}", actor=actor)
        audit.record_read(f"person:{other_id}", actor=actor)
        return _preview_page(looked)
    try:
        made = _merge(looked.merged, looked.survivor, actor)
    except MarksContradict as error:
        slots = queries.slots([it.slot_id for it in error.contradictions])
        lines = contradiction_lines(error.contradictions, slots)
        return _preview_page(looked, contradictions=lines)
    except RuleBroken as error:
        return _preview_page(looked, error=refusal(error))
    offer_undo(
        _("The two records are one person. The totals follow."),
        url_for(".undo_merge", person_id=made.survivor_id, merge_id=made.id),
    )
    return redirect(url_for(".show", person_id=looked.survivor.id))


@records.post("/<int:person_id>/merges/<int:merge_id>/undo")
def undo_merge(person_id: int, merge_id: int) -> ResponseReturnValue:
    """Make two people of two records again."""
    actor = get_actor()
    made = queries.merge(merge_id, person_id, today=clock.today(), actor=actor)
    if ConfirmForm().validate_on_submit():
        try:
            merging.undo(merge=made, now=clock.now(), actor=actor)
        except AlreadyUndone:
            flash(_("This merge was undone already."), "now")
        else:
            db.session.commit()
            flash(_("The merge is undone: they are two people again. The totals follow."))
    return redirect(url_for(".show", person_id=person_id))


def _merge(merged: Person, survivor: Person, actor: Actor) -> Merge:
    made = merging.merge(
        merged=merged,
        survivor=survivor,
        settled=settled(request.form),
        now=clock.now(),
        actor=actor,
    )
    db.session.commit()
    return made


def _preview_page(
    looked: Preview, contradictions: Sequence[ContradictionLine] = (), error: str = ""
) -> ResponseReturnValue:
    page = render_template(
        "register/merge.html",
        preview=looked,
        effect=figures.effect(looked.merged.id, looked.survivor.id, get_actor()),
        contradictions=contradictions,
        error=error,
    )
    return page, 422 if contradictions or error else 200
