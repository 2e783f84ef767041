from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from lms.certificates.kinds import Kind, Obstacle
from lms.certificates.rules.entitlement import Standing, entitlement
from lms.courses.kinds import CertificateKind, CourseKind
from lms.people.kinds import AgeGroup
from lms.sessions.kinds import ParticipationRole
from lms.sessions.outcome import Outcome

PASSED = Standing(
    course=CourseKind.TRAINING,
    best=CertificateKind.COMPLETION,
    role=ParticipationRole.PARTICIPANT,
    age_group=AgeGroup.ADULT,
    outcome=Outcome.TRAINED,
    passed=True,
)
standings = st.builds(
    Standing,
    course=st.sampled_from(CourseKind),
    best=st.sampled_from(CertificateKind),
    role=st.sampled_from(ParticipationRole),
    age_group=st.sampled_from(AgeGroup),
    outcome=st.sampled_from(Outcome),
    passed=st.booleans(),
)


def test_trained_and_passed_is_completion() -> None:
    assert entitlement(PASSED) is Kind.COMPLETION


def test_trained_without_passing_is_participation() -> None:
    assert entitlement(replace(PASSED, passed=False)) is Kind.PARTICIPATION


def test_a_course_may_give_participation_at_best() -> None:
    assert entitlement(replace(PASSED, best=CertificateKind.PARTICIPATION)) is Kind.PARTICIPATION


@pytest.mark.parametrize(
    ("changes", "obstacle"),
    [
        ({"outcome": Outcome.SENSITIZED}, Obstacle.BELOW_DOSE),
        ({"outcome": Outcome.NONE}, Obstacle.ABSENT),
        ({"course": CourseKind.SENSITIZATION}, Obstacle.SENSITIZATION),
        ({"best": CertificateKind.NONE}, Obstacle.NO_CERTIFICATE),
        ({"age_group": AgeGroup.MINOR}, Obstacle.MINOR),
        ({"role": ParticipationRole.INTERPRETER}, Obstacle.NOT_PARTICIPANT),
    ],
)
def test_what_stands_in_the_way_is_named(changes: dict[str, object], obstacle: Obstacle) -> None:
    assert entitlement(replace(PASSED, **changes)) is obstacle  # type: ignore[arg-type]  # by name


def test_a_minor_who_was_not_trained_lacks_the_training_first() -> None:
    minor = replace(PASSED, age_group=AgeGroup.MINOR, outcome=Outcome.SENSITIZED)
    assert entitlement(minor) is Obstacle.BELOW_DOSE


@given(standings)
def test_nobody_untrained_and_no_minor_gets_one(standing: Standing) -> None:
    if isinstance(entitlement(standing), Kind):
        assert standing.outcome is Outcome.TRAINED
        assert standing.age_group is AgeGroup.ADULT
        assert standing.role is ParticipationRole.PARTICIPANT


@given(standings)
def test_passing_never_takes_a_certificate_away(standing: Standing) -> None:
    with_pass = entitlement(replace(standing, passed=True))
    without = entitlement(replace(standing, passed=False))
    assert isinstance(with_pass, Kind) == isinstance(without, Kind)
    assert without is not Kind.COMPLETION
