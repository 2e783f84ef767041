"""Words that several pages say of a training session, in the reader's language."""

from flask_babel import gettext as _

from lms.i18n import days, localised
from lms.sessions import labels
from lms.sessions.models import Slot, TrainingSession


def session_line(training_session: TrainingSession) -> str:
    """Return when and where a session is: 12-14 mars 2014 · Gao, camp d’exemple."""
    when = days(training_session.first_day, training_session.last_day)
    return f"{when} · {where(training_session)}"


def where(training_session: TrainingSession) -> str:
    """Return the place of a session, and its venue when that is known."""
    place = localised(training_session.place, "name")
    return f"{place}, {training_session.venue}" if training_session.venue else place


def slot_line(slot: Slot) -> str:
    """Return where a slot is, how long, and which it is of how many."""
    training_session = slot.training_session
    total = len(training_session.slots)
    parts = [where(training_session), labels.length(slot.minutes)]
    if total > 1:
        # L10N: a slot is one half day or day of a session, called once
        parts.append(_("slot %(number)s of %(total)s", number=slot.position, total=total))
    return " · ".join(parts)


def half_of_day(slot: Slot) -> str:
    """Return the part of the day a slot takes."""
    return str(labels.HALVES[slot.half])
