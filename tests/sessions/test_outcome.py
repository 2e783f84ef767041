from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from lms.sessions import outcome
from lms.sessions.kinds import MarkState, ParticipationRole
from lms.sessions.outcome import Demand, HeldSlot, Judgement, Outcome

TRAINING, BRIEFING = Demand(), Demand(sensitization=True)
STATES = {it.value[0].upper(): it for it in MarkState}
slots = st.lists(st.builds(HeldSlot, st.integers(1, 400), st.sampled_from(MarkState)), max_size=9)
demands = st.builds(
    Demand,
    sensitization=st.booleans(),
    minimum_share=st.fractions(min_value=0, max_value=1, max_denominator=20),
    minimum_minutes=st.integers(0, 600),
)
roles = st.sampled_from(ParticipationRole)


def sheet(marks: str, minutes: int = 180) -> list[HeldSlot]:
    """Read marks as P, L, E, A and B for blank."""
    return [HeldSlot(minutes, STATES[mark]) for mark in marks]


def judged(
    marks: str,
    minutes: int = 180,
    demand: Demand = TRAINING,
    role: ParticipationRole = ParticipationRole.PARTICIPANT,
) -> Judgement:
    return outcome.judge(role=role, demand=demand, slots=sheet(marks, minutes))


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ("PPP", Outcome.TRAINED),
        ("PPA", Outcome.SENSITIZED),  # Gao, March 2014: 2 of 3
        ("PAA", Outcome.SENSITIZED),
        ("AAA", Outcome.NONE),
        ("BBB", Outcome.NONE),
        ("PPPA", Outcome.TRAINED),  # Bamako, November 2014: 3 of 4
        ("PPAA", Outcome.SENSITIZED),
        ("LPP", Outcome.TRAINED),  # late is a presence
        ("EPP", Outcome.SENSITIZED),  # excused is not
        ("BPP", Outcome.SENSITIZED),
        ("P", Outcome.TRAINED),
        ("", Outcome.NONE),  # no slot was held
    ],
)
def test_the_dose_decides_between_trained_and_sensitized(marks: str, expected: Outcome) -> None:
    assert judged(marks).outcome is expected


@pytest.mark.parametrize(("minutes", "expected"), [(60, "trained"), (59, "sensitized")])
def test_a_training_under_an_hour_sensitizes(minutes: int, expected: str) -> None:
    assert judged("P", minutes).outcome == expected


def test_presence_is_enough_in_a_sensitization() -> None:
    assert judged("PAAA", demand=BRIEFING).outcome is Outcome.SENSITIZED
    assert judged("PPPP", demand=BRIEFING).outcome is Outcome.SENSITIZED
    assert judged("A", demand=BRIEFING).outcome is Outcome.NONE


@pytest.mark.parametrize("role", sorted(set(ParticipationRole) - {ParticipationRole.PARTICIPANT}))
def test_nobody_but_participants_is_counted(role: ParticipationRole) -> None:
    assert judged("PPP", role=role).outcome is Outcome.NONE


def test_dose_and_minutes_are_kept_with_the_outcome() -> None:
    assert judged("PLEB") == Judgement(
        outcome=Outcome.SENSITIZED, marks_obtained=2, marks_held=4, minutes=360
    )


@pytest.mark.parametrize(("held", "needed"), [(1, 1), (2, 2), (3, 3), (4, 3), (6, 5)])
def test_marks_needed_follow_the_table_of_the_rule(held: int, needed: int) -> None:
    assert outcome.marks_needed(TRAINING, held) == needed


@pytest.mark.parametrize(
    ("marks", "hangs"),
    [("PPB", True), ("PAB", False), ("BBB", True), ("PPPB", False), ("AAA", False)],
)
def test_an_outcome_hangs_on_a_blank_only_where_it_would_change(marks: str, hangs: bool) -> None:
    role = ParticipationRole.PARTICIPANT
    assert outcome.hangs_on_a_blank(role=role, demand=TRAINING, slots=sheet(marks)) is hangs


@given(roles, demands, slots)
def test_the_order_of_the_slots_does_not_matter(
    role: ParticipationRole, demand: Demand, held: list[HeldSlot]
) -> None:
    forwards = outcome.judge(role=role, demand=demand, slots=held)
    assert forwards == outcome.judge(role=role, demand=demand, slots=held[::-1])


@given(demands, slots)
def test_one_more_presence_never_lowers_the_outcome(demand: Demand, held: list[HeldSlot]) -> None:
    rank = [Outcome.NONE, Outcome.SENSITIZED, Outcome.TRAINED]
    role = ParticipationRole.PARTICIPANT
    before = outcome.judge(role=role, demand=demand, slots=held).outcome
    after = outcome.at_best(role=role, demand=demand, slots=held)
    assert rank.index(before) <= rank.index(after)


@given(st.integers(1, 40), st.fractions(min_value=0, max_value=1, max_denominator=20))
def test_the_marks_needed_are_the_fewest_that_reach_the_share(held: int, share: Fraction) -> None:
    needed = outcome.marks_needed(Demand(minimum_share=share), held)
    assert Fraction(needed, held) >= share
    assert needed == 0 or Fraction(needed - 1, held) < share
