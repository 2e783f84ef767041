"""Why a fact came or went after a report: told from its session, a merge, a list or a rule."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import func, or_, select

from lms.extensions import db
from lms.figures.models import Fact
from lms.lib.portions import portions
from lms.lists.models import ImportedList
from lms.people.models import Merge
from lms.unit.models import RuleVersion

MOST_NUMBERS = 300  # in one statement; databases limit the parameters of one


class CauseKind(StrEnum):
    """What may change a total after it was published."""

    LATE_SESSION = "late_session"
    """A session closed later, its list with it."""
    MERGE = "merge"
    UNMERGE = "unmerge"
    LIST_TAKEN_BACK = "list_taken_back"
    RULE = "rule"
    CORRECTION = "correction"
    """Of a session that was counted already."""
    REARRANGED = "rearranged"
    """Categories or regions stand elsewhere than they did."""


SESSION_CAUSES = {CauseKind.LATE_SESSION, CauseKind.CORRECTION}
"""Those whose number is that of a training session."""


@dataclass(frozen=True, slots=True, order=True)
class Cause:
    """One cause at one moment; ``number`` is that of the session, merge, list or rule version."""

    moment: datetime
    kind: CauseKind
    number: int


@dataclass(frozen=True, slots=True)
class Known:
    """What happened at the moments at which facts came or went."""

    joined: Mapping[datetime, int]
    parted: Mapping[datetime, int]
    taken_back: Mapping[tuple[datetime, int], int]
    """By moment and session."""
    begun: Mapping[int, datetime]
    """When the first fact of a session was recorded, for those that began later."""
    adopted: Mapping[datetime, int]
    """The rules adopted, by the moment from which they hold."""

    def cause(self, fact: Fact, moment: datetime) -> Cause:
        """Return why ``fact`` came or went at ``moment``."""
        held = fact.training_session_id
        if moment in self.adopted:
            return Cause(moment, CauseKind.RULE, self.adopted[moment])
        if moment in self.joined:
            return Cause(moment, CauseKind.MERGE, self.joined[moment])
        if moment in self.parted:
            return Cause(moment, CauseKind.UNMERGE, self.parted[moment])
        if (moment, held) in self.taken_back:
            return Cause(moment, CauseKind.LIST_TAKEN_BACK, self.taken_back[moment, held])
        if self.begun.get(held) == moment:
            return Cause(moment, CauseKind.LATE_SESSION, held)
        return Cause(moment, CauseKind.CORRECTION, held)


def known(facts: Collection[Fact], last_fact_id: int) -> Known:
    """Return what happened when ``facts`` came or went."""
    moments = {it.recorded_at for it in facts} | {it.retracted_at for it in facts}
    joined: dict[datetime, int] = {}
    parted: dict[datetime, int] = {}
    taken_back: dict[tuple[datetime, int], int] = {}
    adopted: dict[datetime, int] = {}
    for some in portions(filter(None, moments), MOST_NUMBERS):
        merges = select(Merge).where(or_(Merge.made_at.in_(some), Merge.undone_at.in_(some)))
        for merge in db.session.scalars(merges):
            joined[merge.made_at] = merge.id
            if merge.undone_at:
                parted[merge.undone_at] = merge.id
        lists = select(ImportedList).where(ImportedList.undone_at.in_(some))
        for it in db.session.scalars(lists):
            if it.undone_at:
                taken_back[it.undone_at, it.training_session_id] = it.id
        for version in db.session.scalars(
            select(RuleVersion).where(RuleVersion.adopted_at.in_(some))
        ):
            if version.adopted_at and version.number:
                adopted[version.adopted_at] = version.number
    return Known(joined, parted, taken_back, _begun(facts, last_fact_id), adopted)


def _begun(facts: Iterable[Fact], last_fact_id: int) -> dict[int, datetime]:
    """Return when sessions were first recorded that were not when the report was made."""
    found: dict[int, datetime] = {}
    sessions = {it.training_session_id for it in facts}
    for some in portions(sessions, MOST_NUMBERS):
        rows = db.session.execute(
            select(Fact.training_session_id, func.min(Fact.id), func.min(Fact.recorded_at))
            .where(Fact.training_session_id.in_(some))
            .group_by(Fact.training_session_id)
        )
        found |= {held: moment for held, first, moment in rows if first > last_fact_id}
    return found
