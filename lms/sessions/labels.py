"""Words for what a session keeps as codes, in the reader's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from flask_babel import (
    LazyString,
    format_date,
    get_locale,
    gettext as _,
    lazy_gettext as _l,
    lazy_pgettext as _lp,
    ngettext,
    pgettext,
)
from wtforms import SelectChoice

from lms import i18n
from lms.people.kinds import AgeGroup, Sex
from lms.sessions.kinds import (
    Delivery,
    Division,
    Half,
    MarkState,
    ParticipationRole,
    Phase,
    Status,
)
from lms.sessions.models import Slot
from lms.sessions.outcome import Outcome

Code = TypeVar("Code", bound=StrEnum)

# L10N: of a training session, feminine in French
STATUSES = {
    Status.PLANNED: _l("Planned"),
    Status.OPEN: _l("Open"),
    Status.HELD: _l("Held, not closed"),
    Status.CLOSED: _l("Closed"),
    Status.CANCELLED: _l("Cancelled"),
}
PHASES = {
    Phase.PRE_DEPLOYMENT: _l("Pre-deployment"),
    Phase.INDUCTION: _l("Induction"),
    Phase.ONGOING: _l("Ongoing training"),
    Phase.REFRESHER: _l("Refresher"),
}
DELIVERIES = {
    Delivery.CLASSROOM: _l("In a room"),
    Delivery.ONLINE: _l("Online"),
    Delivery.BLENDED: _l("Partly online"),
}
DIVISIONS = {
    Division.HALF_DAYS: _l("Half days, each with its own roll call"),
    Division.DAYS: _l("Whole days, one roll call a day"),
}
HALVES = {
    Half.MORNING: _l("Morning"),
    Half.AFTERNOON: _l("Afternoon"),
    Half.DAY: _l("Whole day"),
}
ROLES = {
    ParticipationRole.PARTICIPANT: _l("Participant"),
    ParticipationRole.TRAINER: _l("Trainer"),
    ParticipationRole.INTERPRETER: _l("Interpreter"),
    ParticipationRole.OBSERVER: _l("Observer"),
    ParticipationRole.OFFICIAL: _l("Opening official"),
    ParticipationRole.OTHER: _l("Other, not counted"),
}
SEXES = {
    Sex.FEMALE: _l("Female"),
    Sex.MALE: _l("Male"),
    Sex.UNSPECIFIED: _l("Not specified"),
}
MOVEMENTS_UNNAMED = _l(
    "Members of armed movements are not named in this session. Count them without names under"
    " “Headcount”, or ask the head of unit to let them be named."
)
# L10N: what one person comes to at closing
OUTCOMES = {
    Outcome.TRAINED: _l("Trained"),
    Outcome.SENSITIZED: _l("Sensitized"),
    Outcome.NONE: _l("Not counted"),
}
OUTCOMES_OF_WOMEN = {
    Outcome.TRAINED: _lp("a woman", "Trained"),
    Outcome.SENSITIZED: _lp("a woman", "Sensitized"),
}
OUTCOMES_OF_MEN = {
    Outcome.TRAINED: _lp("a man", "Trained"),
    Outcome.SENSITIZED: _lp("a man", "Sensitized"),
}
LANGUAGES = {
    "fr": _l("French"),
    "en": _l("English"),
    "bm": _l("Bambara"),
    "ses": _l("Songhay"),
    "taq": _l("Tamasheq"),
    "ff": _l("Fulfulde"),
    "mey": _l("Hassaniya Arabic"),
}
COLUMNS = {
    (AgeGroup.ADULT, Sex.MALE): _l("Men"),
    (AgeGroup.ADULT, Sex.FEMALE): _l("Women"),
    (AgeGroup.ADULT, Sex.UNSPECIFIED): _l("Adults not specified"),
    (AgeGroup.MINOR, Sex.MALE): _l("Boys"),
    (AgeGroup.MINOR, Sex.FEMALE): _l("Girls"),
    (AgeGroup.MINOR, Sex.UNSPECIFIED): _l("Minors not specified"),
}


@dataclass(frozen=True, slots=True)
class SlotWords:
    """How one slot is called, on which day, and how long it is."""

    name: str
    day: str
    length: str


def outcome(kind: Outcome, sex: Sex) -> str:
    """Return the word for what one person comes to, agreeing with them."""
    words = {Sex.FEMALE: OUTCOMES_OF_WOMEN, Sex.MALE: OUTCOMES_OF_MEN}.get(sex, {})
    return str(words.get(kind, OUTCOMES[kind]))


def states(sex: Sex) -> dict[MarkState, str]:
    """Return the words of a mark, agreeing with whom it is given."""
    if sex is Sex.FEMALE:
        return {
            MarkState.PRESENT: pgettext("a woman", "Present"),
            MarkState.LATE: pgettext("a woman", "Late"),
            MarkState.EXCUSED: pgettext("a woman", "Excused"),
            MarkState.ABSENT: pgettext("a woman", "Absent"),
            MarkState.BLANK: pgettext("a woman", "Not recorded"),
        }
    return {
        MarkState.PRESENT: pgettext("a man", "Present"),
        MarkState.LATE: pgettext("a man", "Late"),
        MarkState.EXCUSED: pgettext("a man", "Excused"),
        MarkState.ABSENT: pgettext("a man", "Absent"),
        MarkState.BLANK: pgettext("a man", "Not recorded"),
    }


def choices(words: Mapping[Code, LazyString] | Mapping[str, LazyString]) -> list[SelectChoice]:
    """Return what a form offers, in the order of the words."""
    return [SelectChoice(str(code), word) for code, word in words.items()]


def slot_words(slot: Slot) -> SlotWords:
    """Return how a slot is called, on which day, and how long it is."""
    return SlotWords(
        name=slot_name(slot.position, slot.day, slot.half),
        day=long_day(slot.day) if slot.half is Half.DAY else short_day(slot.day),
        length=length(slot.minutes),
    )


def slot_name(position: int, day: date, half: Half) -> str:
    """Return how a slot is called: a whole day by its number, a half day by its weekday."""
    weekday = capital(format_date(day, "EEEE"))
    if half is Half.DAY:
        # L10N: a day of a training session, counted from 1
        return _("Day %(number)s", number=position)
    if half is Half.MORNING:
        # L10N: Tuesday morning
        return _("%(weekday)s morning", weekday=weekday)
    return _("%(weekday)s afternoon", weekday=weekday)


def long_day(day: date) -> str:
    """Return a day with its weekday and without its year: Wednesday 12 March."""
    # The day of the month first in both languages, and 1er in French (DOMAIN section 6).
    first = day.day == 1 and str(get_locale()) == "fr"
    return capital(format_date(day, "EEEE '1er' MMMM" if first else "EEEE d MMMM"))


def short_day(day: date) -> str:
    """Return a day without its weekday and year: 12 March, 1er avril."""
    return i18n.day(day).rsplit(" ", 1)[0]


def length(minutes: int) -> str:
    """Return a length of time in words: 6 hours, 1 hour 30."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        words = ngettext("%(num)s minute", "%(num)s minutes", rest)
    elif not rest:
        words = ngettext("%(num)s hour", "%(num)s hours", hours)
    else:
        padded = f"{rest:02d}"
        words = ngettext("%(num)s hour %(rest)s", "%(num)s hours %(rest)s", hours, rest=padded)
    return words


def slots_sentence(minutes: Sequence[int], *, days: bool) -> str:
    """Return how many slots of which length, and their sum: 3 days of 6 hours, 18 hours."""
    total = length(sum(minutes))
    if len(set(minutes)) != 1:
        return _("%(total)s without breaks", total=total)
    number, each = len(minutes), length(minutes[0])
    if days:
        words = ngettext(
            "%(num)s day of %(each)s, %(total)s without breaks",
            "%(num)s days of %(each)s, %(total)s without breaks",
            number,
            each=each,
            total=total,
        )
    else:
        words = ngettext(
            "%(num)s half day of %(each)s, %(total)s without breaks",
            "%(num)s half days of %(each)s, %(total)s without breaks",
            number,
            each=each,
            total=total,
        )
    return words


def capital(text: str) -> str:
    """Return the text with a capital first letter, the others as they are."""
    return text[:1].upper() + text[1:]
