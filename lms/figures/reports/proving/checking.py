"""Looking a report over before it is published: nothing here changes anything."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from lms.accounts.actors import Actor
from lms.figures import totals
from lms.figures.counting.questions import OF_PERSONS, Measure
from lms.figures.counting.tables import LineKind
from lms.figures.release.gate import Release
from lms.figures.reports import queries as reports
from lms.figures.reports.freezing import COUNTED, Content, scope_of
from lms.figures.reports.models import Report
from lms.figures.reports.proving import decisions
from lms.figures.reports.proving.decisions import Decision, DecisionKind
from lms.figures.reports.rules import Finding, Seen, findings, windows_before
from lms.figures.totals import Reading
from lms.sessions.models import TrainingSession

EARLIER = 4
"""How many periods before are looked at for what is usual."""


@dataclass(frozen=True, kw_only=True)
class Check:
    """What was found in the totals as they are now."""

    reading: Reading
    findings: Sequence[Finding]
    open_sessions: Sequence[TrainingSession]
    undecided: Sequence[int]
    """Persons counted who may be somebody known already."""
    since: Sequence[Decision]
    """What was decided since the last report."""

    @cached_property
    def blocking(self) -> list[Finding]:
        """What must be settled first."""
        return [it for it in self.findings if it.blocks]

    def attached(self) -> Content:
        """Return what happened since the last report as it is kept in this one, without names."""
        return {
            "merges": decisions.numbers(self.since, DecisionKind.MERGE),
            "merges_undone": decisions.numbers(self.since, DecisionKind.UNMERGE),
            "undecided_persons": [*self.undecided],
            "open_sessions": [it.reference for it in self.open_sessions],
            "decisions": [it.said() for it in (*self.since, *decisions.undecided(self.undecided))],
        }

    def attached_outside(self, release: Release) -> Content:
        """Return what of that may leave the unit, undecided persons of the same window.

        Where a total of persons is masked, their lines would give away a part of it (R13).
        """
        shown = [release.table(it).total.total.value for it in OF_PERSONS]
        doubtful = [] if None in shown else decisions.undecided(_undecided(release.reading))
        return {"decisions": [it.said_outside() for it in (*self.since, *doubtful)]}


def check(report: Report, actor: Actor) -> Check:
    """Return what stands in the way of publishing a prepared report, and what deserves a look."""
    scope = scope_of(report)
    reading = totals.read(scope=scope, actor=actor)
    undecided = _undecided(reading)
    open_sessions = reports.not_closed(scope, reading.regions)
    persons = _tops(reading)
    earlier = [_tops(reading.over(it)) for it in windows_before(scope.window, EARLIER)]
    seen = Seen(
        untied=[str(it) for it in COUNTED if not reading.table(it).ties_out],
        undecided=len(undecided),
        open_sessions=len(open_sessions),
        persons=persons,
        earlier={line: [it.get(line, 0) for it in earlier] for line in persons},
        counted=sum(reading.table(it).total.total.value for it in COUNTED),
    )
    before = reports.last_published()
    return Check(
        reading=reading,
        findings=findings(seen, print_range=report.print_range),
        open_sessions=open_sessions,
        undecided=undecided,
        since=decisions.since(before.as_of if before else None),
    )


def _undecided(reading: Reading) -> list[int]:
    """Return the persons counted who may be somebody known already."""
    return sorted(reading.tally.present({person for person, _ in reading.open_pairs}))


def _tops(reading: Reading) -> dict[str, int]:
    """Return how many persons were trained in each top category, and in all."""
    return {
        it.key: it.total.value
        for it in reading.table(Measure.PERSONS_TRAINED).lines
        if it.depth == 0 and it.kind is not LineKind.OVERLAP
    }
