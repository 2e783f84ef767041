import pytest

from lms.errors import RuleBroken
from lms.sessions import errors
from lms.sessions.kinds import ParticipationRole, Status


@pytest.mark.parametrize(
    "error",
    [
        errors.SessionOver(Status.CLOSED),
        errors.WrongStep(Status.OPEN),
        errors.SlotHasMarks(3),
        errors.SlotNotHeld(3),
        errors.AlreadyEnrolled(7, ParticipationRole.TRAINER),
    ],
)
def test_a_refusal_carries_ids_and_codes_only(error: RuleBroken) -> None:
    assert str(error) in {"closed", "open", "slot:3", "person:7"}
