"""The sentence that says why somebody counts, once, here and not there."""

from fractions import Fraction

from flask_babel import gettext as _, ngettext

from lms.figures.labels import listed
from lms.i18n import day, number, percent
from lms.people import labels as people
from lms.sessions.kinds import Half
from lms.sessions.models import Participation
from lms.sessions.outcome import Outcome
from lms.sessions.queries.closing import demand_of
from lms.unit.rules import Rules
from lms.web.register.pages.counted import Counted, Reason, Why


def sentence(reason: Reason, *, by: Rules, united: bool = False) -> str:
    """Return why a fact adds a person to the totals of its year, or why it does not.

    ``by`` are the rules in force; ``united`` says that marks of two records made the outcome.
    """
    it, other = reason.counted, reason.other
    row = other if other is not None and reason.why is Why.AGAIN else it
    values = {
        "year": it.fact.last_day.year,
        "category": people.label(row.fact.category),
        "dose": _("the marks of both records together") if united else _dose(it, by),
        "day": day(other.first_day) if other else "",
    }
    trained = it.fact.outcome is Outcome.TRAINED
    match reason.why:
        case Why.ONCE:
            return _once(reason, values)
        case Why.TOO if trained:
            return _(
                "Counts among the persons trained in %(year)s, %(category)s, as well: %(dose)s;"
                " in the whole the person counts once, for the session of %(day)s.",
                **values,
            )
        case Why.TOO:
            return _(
                "Counts among the persons sensitized in %(year)s, %(category)s, as well:"
                " %(dose)s; in the whole the person counts once, for the session of %(day)s.",
                **values,
            )
        case Why.AGAIN if trained:
            return _(
                "Adds a participation and no second person: %(dose)s; among the persons trained"
                " in %(year)s, %(category)s, the person counts for the session of %(day)s.",
                **values,
            )
        case Why.AGAIN:
            return _(
                "Adds a participation and no second person: %(dose)s; among the persons"
                " sensitized in %(year)s, %(category)s, the person counts for the session of"
                " %(day)s.",
                **values,
            )
        case Why.INSTEAD:
            return _(
                "Not among the persons sensitized in %(year)s: %(dose)s, but the session of"
                " %(day)s trained the person.",
                **values,
            )


def _once(reason: Reason, values: dict[str, object]) -> str:
    trained = reason.counted.fact.outcome is Outcome.TRAINED
    if not reason.repeats:
        if trained:
            return _(
                "Counts among the persons trained in %(year)s, %(category)s: %(dose)s.", **values
            )
        return _(
            "Counts among the persons sensitized in %(year)s, %(category)s: %(dose)s.", **values
        )
    values["days"] = listed(day(it.first_day) for it in reason.repeats)
    if trained:
        return ngettext(
            "Counts among the persons trained in %(year)s, %(category)s: %(dose)s; the session of"
            " %(days)s adds no second person.",
            "Counts among the persons trained in %(year)s, %(category)s: %(dose)s; the sessions of"
            " %(days)s add no second person.",
            len(reason.repeats),
            **values,
        )
    return ngettext(
        "Counts among the persons sensitized in %(year)s, %(category)s: %(dose)s; the session of"
        " %(days)s adds no second person.",
        "Counts among the persons sensitized in %(year)s, %(category)s: %(dose)s; the sessions of"
        " %(days)s add no second person.",
        len(reason.repeats),
        **values,
    )


def _dose(it: Counted, by: Rules) -> str:
    """Return what somebody was there for, and where that is too little what would be enough."""
    participation, fact = it.participation, it.fact
    marks = _marks(participation)
    if fact.outcome is Outcome.TRAINED:
        return marks
    demand = demand_of(participation.training_session.course_version.course, by)
    if demand.sensitization:
        return _("%(marks)s, in a sensitization session", marks=marks)
    obtained, held = participation.marks_obtained or 0, participation.marks_held or 1
    if Fraction(obtained, held) < demand.minimum_share:
        return _("%(marks)s, %(share)s needed", marks=marks, share=percent(demand.minimum_share))
    return ngettext(
        "%(marks)s, in a training of less than %(minutes)s minute",
        "%(marks)s, in a training of less than %(minutes)s minutes",
        demand.minimum_minutes,
        marks=marks,
        minutes=number(demand.minimum_minutes),
    )


def _marks(participation: Participation) -> str:
    slots = participation.training_session.slots
    halves = {it.half is not Half.DAY for it in slots if it.held}
    obtained = participation.marks_obtained or 0
    held = number(participation.marks_held or 0)
    if halves == {True}:
        return ngettext(
            "%(num)s half-day of %(held)s", "%(num)s half-days of %(held)s", obtained, held=held
        )
    if halves == {False}:
        return ngettext("%(num)s day of %(held)s", "%(num)s days of %(held)s", obtained, held=held)
    return ngettext("%(num)s mark of %(held)s", "%(num)s marks of %(held)s", obtained, held=held)
