"""Versions of the rules as their pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _, ngettext

from lms.figures.reports import pages as reports
from lms.figures.reports.pages import Moved
from lms.figures.versions.labels import SETTINGS, setting
from lms.figures.versions.trial import Move, Trial, Turned
from lms.i18n import number
from lms.sessions.outcome import Outcome
from lms.unit.rules import Rules

MOST_SESSIONS = 100
"""Shown on a page; the command prints them all."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting by two versions of the rules."""

    label: str
    now: str
    then: str

    @property
    def changes(self) -> bool:
        """Whether the two differ."""
        return self.now != self.then


@dataclass(frozen=True, slots=True)
class TurnedLine:
    """A session in which somebody would come to something else."""

    reference: str
    href: str
    said: str


@dataclass(frozen=True, slots=True)
class TrialPage:
    """What a trial found, line by line."""

    moved: list[Moved]
    turned: list[TurnedLine]
    more: str
    """How many sessions are left out of the page."""
    masked: str
    """What changes for outside; empty where nothing does."""


def settings(now: Rules, then: Rules) -> list[Setting]:
    """Return every setting by two versions."""
    return [
        Setting(str(label), setting(name, now), setting(name, then))
        for name, label in SETTINGS.items()
    ]


def trial(found: Trial) -> TrialPage:
    """Return what a page shows of a trial."""
    left = len(found.turned) - MOST_SESSIONS
    return TrialPage(
        moved=reports.moved(found.difference),
        turned=[_line(it) for it in found.turned[:MOST_SESSIONS]],
        more=ngettext("And %(num)s session more.", "And %(num)s sessions more.", left)
        if left > 0
        else "",
        masked=masked(*found.masked),
    )


def moves(turned: Turned) -> str:
    """Return how many would come to what: trained, now sensitized: 2."""
    return _listed(sorted(turned.moves.items()))


def _listed(found: Sequence[tuple[Move, int]]) -> str:
    words = {
        Outcome.TRAINED: _("trained"),
        Outcome.SENSITIZED: _("sensitized"),
        Outcome.NONE: _("not counted"),
    }
    return ", ".join(
        _("%(before)s → %(after)s: %(count)s", before=words[one], after=words[other], count=count)
        for (one, other), count in found
    )


def _line(it: Turned) -> TurnedLine:
    href = url_for("sessions.overview", training_session_id=it.training_session_id)
    return TurnedLine(it.reference, href, moves(it))


def masked(now: int, then: int) -> str:
    """Return what changes for outside; empty where nothing does."""
    if now == then:
        return ""
    return _(
        "Numbers of persons masked for outside: %(now)s now, %(then)s by the proposal.",
        now=number(now),
        then=number(then),
    )
