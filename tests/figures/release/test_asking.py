"""What is asked for outside, whoever asks: one moment, and one region or all of them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.errors import NotAllowed
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Scope
from lms.figures.release import gate
from lms.figures.release.asking import SENTENCES, Part, TwoWouldTell, refuse_two
from lms.figures.release.cells import Audience

MARCH = Window(date(2014, 3, 1), date(2014, 3, 31))
NOW = datetime(2014, 4, 1, tzinfo=UTC)
MOMENTS = st.none() | st.integers(0, 3).map(lambda days: NOW + timedelta(days=days))
REGIONS = st.none() | st.frozensets(st.sampled_from(["ML05", "ML06", "ML07"]))
SCOPES = st.builds(Scope, window=st.just(MARCH), regions=REGIONS, as_of=MOMENTS)


def trainer(*regions: str) -> Actor:
    return Actor(kind=ActorKind.USER, id=1, role=Role.TRAINER, regions=frozenset(regions))


ACTORS = st.sampled_from(
    [
        SYSTEM,
        Actor(kind=ActorKind.USER, id=1, role=Role.UNIT_HEAD),
        Actor(kind=ActorKind.USER, id=1, role=Role.ADMINISTRATOR),
        trainer("ML06"),
        trainer("ML06", "ML07"),
    ]
)


def seen(scope: Scope, actor: Actor) -> Scope | None:
    """Return what an answer for outside would be of; None where there is none."""
    try:
        return gate.release(scope=scope, actor=actor).reading.scope
    except TwoWouldTell:
        return None


@pytest.mark.usefixtures("database")
@given(st.tuples(SCOPES, ACTORS), st.tuples(SCOPES, ACTORS))
def test_no_two_answers_for_outside_are_of_other_moments_or_of_regions_that_overlap(
    one: tuple[Scope, Actor], other: tuple[Scope, Actor]
) -> None:
    first, second = seen(*one), seen(*other)
    if first is None or second is None:
        return
    assert (first.as_of, second.as_of) == (None, None)
    if first.regions is not None and second.regions is not None:
        assert first.regions == second.regions or not first.regions & second.regions


@given(SCOPES)
def test_it_says_which_part_of_the_question_is_too_much(scope: Scope) -> None:
    several = scope.regions is not None and len(scope.regions) > 1
    if not several and scope.as_of is None:
        refuse_two(scope)
        return
    with pytest.raises(TwoWouldTell) as error:
        refuse_two(scope)
    assert error.value.part is (Part.REGION if several else Part.AS_OF)
    assert error.value.part in SENTENCES


@given(SCOPES)
def test_for_inside_anything_may_be_asked(scope: Scope) -> None:
    gate.check(scope=scope, audience=Audience.INSIDE, actor=SYSTEM)


def test_a_trainer_of_several_regions_asks_for_one_of_them() -> None:
    both = trainer("ML06", "ML07")
    with pytest.raises(TwoWouldTell):
        gate.check(scope=Scope(window=MARCH), actor=both)
    gate.check(scope=Scope(window=MARCH, regions=frozenset({"ML06"})), actor=both)
    gate.check(scope=Scope(window=MARCH), actor=trainer("ML06"))


def test_whoever_may_not_is_told_so_first() -> None:
    nobody = Actor(kind=ActorKind.USER, id=1, role=Role.PARTICIPANT)
    with pytest.raises(NotAllowed):
        gate.check(scope=Scope(window=MARCH, as_of=NOW), actor=nobody)
