"""The roll call of one slot, on a phone: one tap a person."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from flask import flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, ngettext

from lms.accounts.current import get_actor
from lms.clock import now, today
from lms.errors import NotFound
from lms.extensions import db
from lms.sessions import errors, labels, queries, services
from lms.sessions.models import MarkSource, MarkState, Slot, TrainingSession
from lms.sessions.queries.roster import RosterLine
from lms.sessions.values import Meanwhile, Tap
from lms.sessions.views.base import blueprint, note_reading, opened, turned_away
from lms.sessions.views.rows import called_of, meanwhile_sentence, named, roll_rows

LONGEST_UUID = 36


@blueprint.route("/<int:training_session_id>/roll", methods=["GET", "POST"])
def roll(training_session_id: int) -> ResponseReturnValue:
    """Call one slot: the one of the address, else the one whose turn it is."""
    training_session = opened(training_session_id)
    actor = get_actor()
    slot = _slot_of_address(training_session)
    writable = queries.writable(training_session, actor)
    lines = queries.roster(training_session_id, slot.id) if slot else []
    if request.method == "POST" and slot:
        return _save(training_session, slot, lines)
    note_reading(training_session, actor)
    if not writable or slot is None or not lines or not slot.held:
        return render_template(
            "sessions/roll_sheet.html",
            training_session=training_session,
            rows=_sheet(training_session),
            slots=_slots(training_session, slot),
            slot=slot,
            writable=writable,
        )
    return _page(training_session, slot, lines, {})


@blueprint.post("/<int:training_session_id>/roll/<int:slot_id>/tap")
def tap(training_session_id: int, slot_id: int) -> ResponseReturnValue:
    """Keep one mark at once; answer a script in JSON, a plain form with the roster."""
    training_session = opened(training_session_id)
    given = _tap(slot_id)
    try:
        written = services.mark_many(
            training_session=training_session,
            marks=[given],
            source=MarkSource.ROSTER,
            now=now(),
            actor=get_actor(),
        )
    except (errors.SessionOver, errors.SlotNotHeld):
        if _by_script():
            return jsonify({"refused": _("The session is over: this mark was not saved.")}), 422
        return turned_away(training_session)
    db.session.commit()
    lines = queries.roster(training_session_id, slot_id)
    told = _told(written.meanwhile, lines)
    if not _by_script():
        flash(told[0] if told else _("The mark is saved."), "now" if told else "message")
        return redirect(url_for(".roll", training_session_id=training_session_id, slot=slot_id))
    return jsonify(
        {
            "called": sum(it.state is not MarkState.BLANK for it in lines),
            "progress": called_of(lines),
            "meanwhile": told,
        }
    )


@blueprint.post("/<int:training_session_id>/slots/<int:slot_id>/held")
def settle(training_session_id: int, slot_id: int) -> ResponseReturnValue:
    """Say whether a slot took place."""
    training_session = opened(training_session_id)
    held = request.form.get("held") == "yes"
    try:
        services.settle_slot(slot=_slot(training_session, slot_id), held=held, actor=get_actor())
    except errors.SessionOver:
        return turned_away(training_session)
    except errors.SlotHasMarks:
        flash(
            _("Somebody is marked in this slot: it was held. Take the marks back first."), "loss"
        )
    else:
        db.session.commit()
        flash(_("The slot counts.") if held else _("The slot no longer counts: it was not held."))
    return redirect(url_for(".overview", training_session_id=training_session_id))


def _save(
    training_session: TrainingSession, slot: Slot, lines: Sequence[RosterLine]
) -> ResponseReturnValue:
    chosen = {it.participation_id: _state(f"p{it.participation_id}") for it in lines}
    try:
        written = services.mark_many(
            training_session=training_session,
            marks=_changed(slot, chosen),
            source=MarkSource.ROSTER,
            now=now(),
            actor=get_actor(),
        )
    except (errors.SessionOver, errors.SlotNotHeld):
        db.session.rollback()
        return _page(training_session, slot, lines, chosen, refused=True), 422
    db.session.commit()
    told = _told(written.meanwhile, lines)
    for sentence in told:
        flash(sentence, "now")
    if written.count:
        flash(ngettext("%(num)s mark saved.", "%(num)s marks saved.", written.count))
    else:
        flash(called_of(lines))
    if told:
        return redirect(url_for(".roll", training_session_id=training_session.id, slot=slot.id))
    return redirect(url_for(".overview", training_session_id=training_session.id))


def _changed(slot: Slot, chosen: Mapping[int, MarkState | None]) -> list[Tap]:
    """Return the marks that differ from what the page showed when it was opened."""
    taps = []
    for participation_id, state in chosen.items():
        seen = _state(f"seen-p{participation_id}") or MarkState.BLANK
        if state is not None and state is not seen:
            taps.append(
                Tap(participation_id=participation_id, slot_id=slot.id, state=state, seen=seen)
            )
    return taps


def _page(
    training_session: TrainingSession,
    slot: Slot,
    lines: Sequence[RosterLine],
    chosen: Mapping[int, MarkState | None],
    *,
    refused: bool = False,
) -> str:
    return render_template(
        "sessions/roll.html",
        training_session=training_session,
        slot=slot,
        words=labels.slot_words(slot),
        rows=roll_rows(named(lines, _words()), chosen),
        words_sought=_words(),
        total=len(lines),
        marked=[it for it in lines if it.state is not MarkState.BLANK],
        called=sum(it.state is not MarkState.BLANK for it in lines),
        progress=called_of(lines),
        slots=_slots(training_session, slot),
        refused=refused,
    )


def _words() -> str:
    """Return what is looked for among the names; a form that was refused shows everybody."""
    return request.args.get("q", "").strip() if request.method == "GET" else ""


def _slots(training_session: TrainingSession, current: Slot | None) -> list[dict[str, object]]:
    """Return the way to every slot's roll, as the tabs component takes it."""
    return [
        {
            "label": labels.slot_words(it).name,
            "href": url_for(".roll", training_session_id=training_session.id, slot=it.id),
            "current": current is not None and it.id == current.id,
        }
        for it in training_session.slots
    ]


def _sheet(training_session: TrainingSession) -> list[tuple[RosterLine, list[str]]]:
    """Return every participant with the words of each slot, in the order of slots."""
    marks = queries.latest_marks(training_session.id)
    return [
        (
            it,
            [
                labels.states(it.sex)[marks.get((it.participation_id, slot.id), MarkState.BLANK)]
                for slot in training_session.slots
            ],
        )
        for it in queries.roster(training_session.id, 0)
    ]


def _slot_of_address(training_session: TrainingSession) -> Slot | None:
    wanted = request.args.get("slot", type=int)
    if wanted is not None:
        return _slot(training_session, wanted)
    at_hand = queries.slot_at_hand(queries.slot_states(training_session), today())
    return at_hand.slot if at_hand else None


def _slot(training_session: TrainingSession, slot_id: int) -> Slot:
    for it in training_session.slots:
        if it.id == slot_id:
            return it
    raise NotFound(f"slot:{slot_id}")


def _tap(slot_id: int) -> Tap:
    state = _state("state")
    if state is None:
        raise NotFound("state")
    return Tap(
        participation_id=request.form.get("participation", 0, type=int),
        slot_id=slot_id,
        state=state,
        seen=_state("seen"),
        client_uuid=request.form.get("uuid", "")[:LONGEST_UUID] or None,
        device_time=_moment(request.form.get("at", "")),
    )


def _state(name: str) -> MarkState | None:
    value = request.form.get(name, "")
    return MarkState(value) if value in set(MarkState) else None


def _moment(text: str) -> datetime | None:
    """Return the time the device says it was, if it says one with its zone."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _told(meanwhile: Sequence[Meanwhile], lines: Sequence[RosterLine]) -> list[str]:
    names = queries.account_names([it.user_id for it in meanwhile if it.user_id])
    by_id = {it.participation_id: it for it in lines}
    return [meanwhile_sentence(it, by_id[it.participation_id], names) for it in meanwhile]


def _by_script() -> bool:
    return request.accept_mimetypes.best == "application/json"
