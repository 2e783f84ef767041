"""What somebody attended, what came of it, and why, in the reader's language."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _, ngettext

from lms.certificates import labels as certificates
from lms.figures.models import Fact
from lms.i18n import day, localised, percent
from lms.people import labels as people
from lms.people.kinds import Sex
from lms.sessions import labels as sessions
from lms.sessions.kinds import MarkState, ParticipationRole
from lms.sessions.models import Participation
from lms.sessions.queries.closing import demand_of
from lms.unit.queries import rules
from lms.unit.rules import Rules
from lms.web.labels import session_line
from lms.web.register.pages.counted import Reason, reasons
from lms.web.register.pages.why import sentence
from lms.web.register.queries.records import Attendance
from lms.web.register.queries.rows import Source


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class FactLine:
    """What the totals say of it, and whether they still do."""

    words: str
    live: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendedLine:
    """One time in a session."""

    title: str
    where: str
    href: str
    then: str
    """Category, rank and unit as they were."""
    marks: Sequence[str]
    outcome: str
    why: str
    """Why it counts, once, here and not there; empty where the outcome says all there is."""
    united: str
    """Said where another record of the person was in the same session."""
    facts: Sequence[FactLine]
    certificates: Sequence[Link]
    sources: Sequence[Link]


def attended_lines(
    attendances: Sequence[Attendance], *, protected: bool = False
) -> list[AttendedLine]:
    """Return every time somebody was in a session, earliest first."""
    times = Counter(it.participation.training_session_id for it in attendances)
    counted, by = reasons(attendances), rules()
    return [
        _line(
            it,
            protected=protected,
            united=times[it.participation.training_session_id] > 1,
            reason=counted.get(it.participation.id),
            by=by,
        )
        for it in attendances
    ]


def outcome(participation: Participation, states: Sequence[MarkState], by: Rules) -> str:
    """Return what came of it and why: Trained, 3 marks of 3, 75% needed."""
    if participation.role is not ParticipationRole.PARTICIPANT:
        role = str(sessions.ROLES[participation.role])
        return _("%(role)s: helped to give the session and is not counted.", role=role)
    demand = demand_of(participation.training_session.course_version.course, by)
    if participation.outcome is None:
        present = sum(it in demand.present for it in states)
        return ngettext(
            "The session is not closed: %(num)s mark of %(held)s so far, not counted yet.",
            "The session is not closed: %(num)s marks of %(held)s so far, not counted yet.",
            present,
            held=len(states),
        )
    obtained = participation.marks_obtained or 0
    values = {
        "outcome": sessions.outcome(participation.outcome, participation.sex),
        "held": participation.marks_held,
    }
    if demand.sensitization:
        return ngettext(
            "%(outcome)s: %(num)s mark of %(held)s in a sensitization session.",
            "%(outcome)s: %(num)s marks of %(held)s in a sensitization session.",
            obtained,
            **values,
        )
    return ngettext(
        "%(outcome)s: %(num)s mark of %(held)s, %(share)s needed.",
        "%(outcome)s: %(num)s marks of %(held)s, %(share)s needed.",
        obtained,
        share=percent(demand.minimum_share),
        **values,
    )


def fact_line(fact: Fact) -> FactLine:
    """Return what the totals say, and from when to when."""
    values = {
        "outcome": sessions.outcome(fact.outcome, fact.sex),
        "category": people.category(fact.category),
        "since": day(fact.recorded_at),
    }
    if fact.retracted_at is None:
        words = _("In the totals since %(since)s: %(outcome)s, %(category)s.", **values)
    else:
        words = _(
            "In the totals from %(since)s to %(until)s: %(outcome)s, %(category)s.",
            until=day(fact.retracted_at),
            **values,
        )
    return FactLine(words, fact.retracted_at is None)


def _line(
    it: Attendance, *, protected: bool, united: bool, reason: Reason | None, by: Rules
) -> AttendedLine:
    participation = it.participation
    held = participation.training_session
    slots = [slot for slot in held.slots if slot.held]
    states = [it.marks.get(slot.id, MarkState.BLANK) for slot in slots]
    words = sessions.states(Sex(participation.sex))
    return AttendedLine(
        title=localised(held.course_version, "title"),
        where=session_line(held),
        href=url_for("sessions.people", training_session_id=held.id),
        then=_then(participation, protected=protected),
        marks=[
            # L10N: a day of a session, and whether somebody was there
            _("%(slot)s: %(state)s", slot=sessions.slot_words(slot).name, state=words[state])
            for slot, state in zip(slots, states, strict=True)
        ],
        outcome=outcome(participation, states, by),
        why=sentence(reason, by=by, united=united) if reason else "",
        united=_("Marks of this session stand on two records; they are counted together, once.")
        if united
        else "",
        facts=[fact_line(fact) for fact in it.facts],
        certificates=[
            Link(
                f"{certificates.KINDS[one.kind]} {one.number}, {certificates.STATES[one.state]}",
                url_for("certificates.show", certificate_id=one.id),
            )
            for one in it.certificates
        ],
        sources=[_source(one) for one in it.sources],
    )


def _then(participation: Participation, *, protected: bool) -> str:
    parts = [people.category(participation.category)]
    if not protected:
        parts += [it for it in (participation.rank, participation.unit) if it]
    return " · ".join(parts)


def _source(source: Source) -> Link:
    return Link(
        _("Row %(row)s of %(file)s", row=source.number, file=source.imported_list.filename),
        url_for("lists.show", imported_list_id=source.imported_list.id),
    )
