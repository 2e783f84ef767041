"""What deciding about records refuses; each carries values, the view writes the sentence."""

from collections.abc import Sequence

from lms.errors import RuleBroken
from lms.people.values import Contradiction, Objection


class SamePerson(RuleBroken):
    """Both records stand for one person already."""


class KeptApart(RuleBroken):
    """Somebody said before that the two are not one person."""


class RecordGone(RuleBroken):
    """One of the records was taken back or erased."""


class AlreadyDecided(RuleBroken):
    """Somebody else has decided meanwhile."""


class AlreadyUndone(RuleBroken):
    """The merge no longer holds."""


class MergeRefused(RuleBroken):
    """What the rooms above object to."""

    def __init__(self, objections: Sequence[Objection]) -> None:
        super().__init__(", ".join(it.reason for it in objections))
        self.objections = tuple(objections)


class MarksContradict(RuleBroken):
    """Slots in which somebody must say which mark holds before the records are merged."""

    def __init__(self, contradictions: Sequence[Contradiction]) -> None:
        super().__init__(", ".join(str(it.slot_id) for it in contradictions))
        self.contradictions = tuple(contradictions)


class AlreadyErased(RuleBroken):
    """What was kept of the person is gone."""


class ErasingRefused(RuleBroken):
    """What the rooms above object to."""

    def __init__(self, objections: Sequence[Objection]) -> None:
        super().__init__(", ".join(it.reason for it in objections))
        self.objections = tuple(objections)
