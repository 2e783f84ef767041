"""The first page of one session."""

from dataclasses import dataclass
from datetime import date

from flask import render_template, url_for
from flask_babel import gettext as _, ngettext

from lms.accounts.actors import Role
from lms.accounts.current import get_actor
from lms.clock import today
from lms.i18n import localised, number, percent
from lms.sessions import labels, queries
from lms.sessions.models import Half, Status, TrainingSession
from lms.sessions.outcome import Outcome, marks_needed
from lms.sessions.queries.roster import SlotState
from lms.sessions.views.base import blueprint, opened
from lms.unit.queries import rules

Look = tuple[str, str, str]
"""A word, its shape and its tone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotCard:
    """One slot as the overview shows it."""

    slot_id: int
    title: str
    lines: list[str]
    look: Look
    now: bool
    called: int
    expected: int
    progress: str
    presence: str
    href: str
    act: str
    held: bool
    doubtful: bool
    """Past, with nobody called: was it held at all?"""


@blueprint.get("/<int:training_session_id>")
def overview(training_session_id: int) -> str:
    """Show the slots, the essentials and, once closed, what the session came to."""
    training_session = opened(training_session_id)
    states = queries.slot_states(training_session)
    at_hand = queries.slot_at_hand(states, today())
    writable = queries.writable(training_session, get_actor())
    next_id = at_hand.slot.id if at_hand and writable else None
    return render_template(
        "sessions/overview.html",
        training_session=training_session,
        cards=[_card(training_session, it, next_id, today()) for it in states],
        writable=writable,
        may_name=writable and get_actor().role is Role.UNIT_HEAD,
        slots_note=labels.slots_sentence(
            [it.minutes for it in training_session.slots if it.held],
            days=all(it.half is Half.DAY for it in training_session.slots),
        ),
        facts=_facts(training_session),
        step=_next_step(training_session, today()),
        closed=training_session.status is Status.CLOSED,
        tally=queries.tally(training_session_id),
        headcounts=queries.headcounts(training_session_id),
        outcomes=Outcome,
        nobody=queries.is_held_with_nobody(training_session_id),
        days_only=all(it.half is Half.DAY for it in training_session.slots),
    )


def _next_step(training_session: TrainingSession, day: date) -> tuple[str, str] | None:
    """Return the status the session can be moved to by hand, and what its button says."""
    if training_session.status is Status.HELD:
        return Status.OPEN.value, _("It goes on after all")
    if training_session.last_day <= day:
        return Status.HELD.value, _("It took place")
    return None


def _card(
    training_session: TrainingSession, state: SlotState, next_id: int | None, day: date
) -> SlotCard:
    slot = state.slot
    words = labels.slot_words(slot)
    over = training_session.status in {Status.CLOSED, Status.CANCELLED}
    now = slot.id == next_id and slot.day <= day
    return SlotCard(
        slot_id=slot.id,
        title=words.name,
        lines=[words.day, words.length],
        look=_look(state, over=over, begun=slot.day <= day),
        now=now,
        called=state.called,
        expected=state.expected if state.called and not over else 0,
        progress=_called(state),
        presence=_present(state) if state.called and over else "",
        href=url_for(".roll", training_session_id=training_session.id, slot=slot.id),
        act=_("Continue the roll call") if state.called else _("Call the roll"),
        held=slot.held,
        doubtful=not state.called and slot.day < day,
    )


def _look(state: SlotState, *, over: bool, begun: bool) -> Look:
    if not state.slot.held:
        return _("Not held"), "cancelled", "idle"
    if over and state.called:
        return _("Held"), "done", "good"
    if state.complete:
        return _("All called"), "done", "good"
    if state.called:
        return _("Under way"), "half", "now"
    if begun and not over:
        return _("To be called"), "clock", "now"
    # L10N: of a slot of a training session, feminine in French
    return _("Planned"), "idle", "idle"


def _called(state: SlotState) -> str:
    return ngettext(
        "%(num)s called of %(expected)s",
        "%(num)s called of %(expected)s",
        state.called,
        expected=number(state.expected),
    )


def _present(state: SlotState) -> str:
    return ngettext(
        "%(num)s presence of %(expected)s",
        "%(num)s presences of %(expected)s",
        state.present,
        expected=number(state.expected),
    )


def _facts(training_session: TrainingSession) -> list[tuple[str, str]]:
    partners = [localised(it.organisation, "label") for it in training_session.partners]
    lead = training_session.lead_organisation
    return [
        (_("Session code"), training_session.short_code),
        (_("Lead organisation"), localised(lead, "label") if lead else _("The unit")),
        (_("Together with"), ", ".join(partners)),
        (_("Given by"), ", ".join(it.user.name for it in training_session.facilitators)),
        (_("Languages"), _languages(training_session)),
        (_("Phase"), str(labels.PHASES[training_session.phase])),
        (_("Attendance asked for"), _demand(training_session)),
        (_("Seats"), _seats(training_session)),
    ]


def _languages(training_session: TrainingSession) -> str:
    return ", ".join(str(labels.LANGUAGES.get(it, it)) for it in training_session.languages)


def _demand(training_session: TrainingSession) -> str:
    demand = queries.demand_of(training_session.course_version.course, rules())
    held = sum(it.held for it in training_session.slots)
    if demand.sensitization or not held:
        return _("One presence is enough")
    needed = marks_needed(demand, held)
    return ngettext(
        "%(share)s, that is %(num)s presence of %(held)s",
        "%(share)s, that is %(num)s presences of %(held)s",
        needed,
        share=percent(demand.minimum_share),
        held=held,
    )


def _seats(training_session: TrainingSession) -> str:
    if training_session.capacity is None:
        return ""
    taken = queries.participant_count(training_session.id)
    return _("%(taken)s of %(seats)s", taken=taken, seats=training_session.capacity)
