"""What the rules of a session refuse; each carries ids, the view writes the sentence."""

from lms.errors import RuleBroken
from lms.sessions.closing import Report
from lms.sessions.kinds import ParticipationRole, Status


class SessionOver(RuleBroken):
    """The session is closed or cancelled: nothing in it changes any more."""

    def __init__(self, status: Status) -> None:
        super().__init__(status.value)
        self.status = status


class WrongStep(RuleBroken):
    """The session cannot go from ``status`` to where it was sent."""

    def __init__(self, status: Status) -> None:
        super().__init__(status.value)
        self.status = status


class NoSlots(RuleBroken):
    """A session needs at least one slot."""


class SlotsCollide(RuleBroken):
    """Two slots take the same part of one day."""


class SlotHasMarks(RuleBroken):
    """The slot has marks: it can neither be taken away nor said not to have been held."""

    def __init__(self, slot_id: int) -> None:
        super().__init__(f"slot:{slot_id}")
        self.slot_id = slot_id


class SlotNotHeld(RuleBroken):
    """The slot was settled as not held: nobody can have been there."""

    def __init__(self, slot_id: int) -> None:
        super().__init__(f"slot:{slot_id}")
        self.slot_id = slot_id


class CourseNotOffered(RuleBroken):
    """No published version of the course is in force on the first day."""


class PlaceNotValid(RuleBroken):
    """The place did not exist under this code on the first day."""


class NoFacilitator(RuleBroken):
    """A session needs somebody who gives it: a trainer or unit head with an open account."""


class MustFacilitate(RuleBroken):
    """A trainer plans only what they give themselves."""


class ReasonMissing(RuleBroken):
    """Cancelling needs a reason."""


class AlreadyEnrolled(RuleBroken):
    """The person is in the session already, as ``role``; one person has one role (R8)."""

    def __init__(self, person_id: int, role: ParticipationRole) -> None:
        super().__init__(f"person:{person_id}")
        self.person_id = person_id
        self.role = role


class CheckAgeOutside(RuleBroken):
    """The row must not be recorded (R16); what it said is carried nowhere."""


class MovementsUnnamed(RuleBroken):
    """Members of armed movements are counted here, not named (DOMAIN 7)."""


class MovementsNamed(RuleBroken):
    """Members of armed movements stand in the session by name already."""


class UnknownCategory(RuleBroken):
    """The category does not exist."""


class NotForThisCourse(RuleBroken):
    """A sensitization trains nobody: its headcount is one of people sensitized (R2)."""


class NotReady(RuleBroken):
    """Closing is held back; ``report`` says by what."""

    def __init__(self, report: Report) -> None:
        super().__init__("training_session.close")
        self.report = report
