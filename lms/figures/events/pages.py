"""Two sessions side by side, as somebody who must say whether they are one event sees them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _, ngettext

from lms.figures.events.models import Answer
from lms.figures.events.queries import Pair
from lms.figures.events.rules import Likeness
from lms.i18n import days, localised, number, percent
from lms.sessions import labels
from lms.sessions.models import Headcount, TrainingSession
from lms.sessions.queries import headcounts, participant_count


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing about the two sessions, as ``components/compare.html`` shows it."""

    label: str
    one: str
    other: str
    withheld: bool = False

    @property
    def differs(self) -> bool:
        """Whether the two say different things."""
        return self.one != self.other

    @property
    def note(self) -> str:
        """The word beside the field."""
        return _("differs") if self.differs else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A pair in the list of those to be settled."""

    title: str
    where: str
    why: str
    href: str


def listed(pairs: Sequence[Pair], known: Mapping[int, TrainingSession]) -> list[Listed]:
    """Return the pairs to be settled, each with what makes it suspect."""
    return [
        Listed(
            title=_(
                "%(one)s and %(other)s",
                one=known[it.one_id].reference,
                other=known[it.other_id].reference,
            ),
            where=_where(known[it.one_id]),
            why=to_take_back() if it.answer is Answer.ONE else " ".join(reasons(it.likeness)),
            href=url_for("events.show", one_id=it.one_id, other_id=it.other_id),
        )
        for it in pairs
    ]


def lines(one: TrainingSession, other: TrainingSession) -> list[Line]:
    """Return what the two sessions say of themselves; no name is among it."""
    here, there = _told(one), _told(other)
    return [Line(label=label, one=here[label], other=there[label]) for label in here]


def reasons(likeness: Likeness) -> list[str]:
    """Return why the two may be one event, a sentence each (R9)."""
    said = [_("Same last day and same place.")]
    if likeness.same_course:
        said.append(_("Same course."))
    if likeness.smaller and not likeness.common:
        said.append(_("Nobody stands in both."))
    elif likeness.smaller:
        said.append(
            ngettext(
                "%(num)s person stands in both: %(share)s of the smaller session.",
                "%(num)s persons stand in both: %(share)s of the smaller session.",
                likeness.common,
                share=percent(likeness.shared),
            )
        )
    return said


def to_take_back() -> str:
    """Return what is left to do once two sessions were said to be one event."""
    return _("Said to be one event: one of the two is still to be taken back.")


def _where(training_session: TrainingSession) -> str:
    place = localised(training_session.place, "name")
    return f"{place} · {days(training_session.first_day, training_session.last_day)}"


def _told(held: TrainingSession) -> dict[str, str]:
    lead = held.lead_organisation
    return {
        _("Course"): localised(held.course_version, "title"),
        _("Days"): days(held.first_day, held.last_day),
        _("Place"): localised(held.place, "name"),
        _("Venue"): held.venue or "–",
        _("Lead organisation"): localised(lead, "label") if lead else _("The unit"),
        _("State"): str(labels.STATUSES[held.status]),
        _("Participants"): number(participant_count(held.id)),
        _("Counted without names"): _counted(headcounts(held.id)),
    }


def _counted(found: Collection[Headcount]) -> str:
    total = number(sum(it.count for it in found))
    return _("at least %(count)s", count=total) if any(it.at_least for it in found) else total
