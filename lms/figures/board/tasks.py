"""What is late or doubtful in the figures of a window, each with the way there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from flask import url_for
from flask_babel import gettext as _, ngettext

from lms.accounts.actors import Actor
from lms.figures.board.queries import Late, late_sessions
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure
from lms.figures.events import queries as events
from lms.figures.labels import to_check
from lms.figures.pages.periods import as_asked
from lms.figures.totals import Reading
from lms.i18n import day, number

Task = dict[str, str]
CONTRADICTORY = "contradictory"
"""How an address asks for those alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who looks, on which day, and whether they may read names."""

    actor: Actor
    today: date
    names: bool


def tasks(reading: Reading, reader: Reader, address: Mapping[str, Any]) -> list[Task]:
    """Return the tasks; who may not read names is told of sessions only.

    ``address`` are the filters of the page.
    """
    window = reading.scope.window
    found = [
        *_late(late_sessions(window, reader.today, reader.actor)),
        *_empty(events.empty_in(window, reader.actor)),
    ]
    if reader.names:
        found += [*_doubts(reading), *_twice(window), *_contradictions(reading, address)]
    return found


def contradictory(reading: Reading) -> Reading:
    """Return the reading of those alone who stand with two sexes or ages (R12)."""
    return replace(reading, tally=reading.tally.contradictions())


def _late(late: Late) -> Iterator[Task]:
    if not late.oldest:
        return
    yield {
        "count": number(late.count),
        "what": ngettext(
            "session over and not closed", "sessions over and not closed", late.count
        ),
        "why": _("Not in the totals yet. The oldest ended on %(day)s.", day=day(late.oldest)),
        "href": url_for("sessions.index", status="late")
        if late.only is None
        else url_for("sessions.overview", training_session_id=late.only),
    }


def _empty(empty: events.Empty) -> Iterator[Task]:
    """Flag what counts as a session and counts nobody (R15)."""
    if empty.count:
        count = number(empty.count)
        yield {
            "count": _("at least %(count)s", count=count) if empty.at_least else count,
            "what": ngettext(
                "session held with nobody in it",
                "sessions held with nobody in them",
                empty.count,
            ),
            "why": _("No list and no headcount: it counts as a session, with zero people."),
            "href": url_for("sessions.index", status="nobody")
            if empty.only is None
            else url_for("sessions.overview", training_session_id=empty.only),
        }


def _twice(window: Window) -> Iterator[Task]:
    """Ask about events that may stand in the register twice (R9)."""
    found = events.suspects(window, enough=1)  # then more are listed a click away
    if found.pairs:
        one, count = found.pairs[0], len(found.pairs)
        alone = count == 1 and not found.at_least
        said = number(count)
        yield {
            "count": _("at least %(count)s", count=said) if found.at_least else said,
            "what": ngettext("possible duplicate event", "possible duplicate events", count),
            "why": _("Two sessions on one day in one place. Say whether they are one event."),
            "href": url_for("events.show", one_id=one.one_id, other_id=one.other_id)
            if alone
            else url_for("events.index", **as_asked(window)),
        }


def _doubts(reading: Reading) -> Iterator[Task]:
    people = reading.tally.present({it for pair in reading.open_pairs for it in pair})
    pairs = [it for it in reading.open_pairs if people & set(it)]
    if not pairs:
        return
    total = reading.table(Measure.PERSONS_TRAINED).total
    yield {
        "count": number(len(pairs)),
        "what": ngettext("possible double record", "possible double records", len(pairs)),
        "why": to_check(reading.range(Measure.PERSONS_TRAINED, total)),
        "href": url_for("matches.index"),
    }


def _contradictions(reading: Reading, address: Mapping[str, Any]) -> Iterator[Task]:
    count = reading.contradictory
    asked = {**address, "measure": Measure.PARTICIPATIONS_ALL, "only": CONTRADICTORY}
    if count:
        yield {
            "count": number(count),
            "what": ngettext(
                "person with two sexes or ages", "persons with two sexes or ages", count
            ),
            "why": _("The latest counts. Correct the lists that disagree."),
            "href": url_for("figures.behind", **asked),
        }
