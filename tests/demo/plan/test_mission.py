from collections import Counter, defaultdict
from functools import cache

from lms.demo.plan.mission import plan
from lms.demo.plan.targets import (
    BOYS,
    FIRST_DAY,
    FORCES,
    GIRLS,
    HEADCOUNT,
    LAST_DAY,
    MISSION,
    PARTNERS,
    SUBGROUP_FROM_PARTNERS,
    SUBGROUP_TRAINED,
)
from lms.demo.plan.values import MissionPlan, Seat
from lms.people.kinds import Sex
from lms.sessions.kinds import MarkState, ParticipationRole
from lms.sessions.outcome import Outcome

HERE = {MarkState.PRESENT, MarkState.LATE}
SHARE = 0.75
TOPS = {"mission": MISSION, "malian": FORCES, "partners": PARTNERS}


@cache
def mission() -> MissionPlan:
    return plan()


def top(category: str) -> str:
    audience = TOPS.get(category.partition("-")[0])
    return audience.category if audience else category


def outcome(seat: Seat) -> Outcome:
    came = sum(mark in HERE for mark in seat.marks)
    if came >= SHARE * len(seat.marks):
        return Outcome.TRAINED
    return Outcome.SENSITIZED if came else Outcome.NONE


def participants() -> list[Seat]:
    return [
        seat
        for it in mission().training_sessions
        for seat in it.seats
        if seat.role is ParticipationRole.PARTICIPANT
    ]


def persons(wanted: Outcome) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for seat in participants():
        if outcome(seat) is wanted:
            found[top(seat.category)].add(seat.person)
    return found


def test_distinct_persons_trained_are_those_of_the_published_page() -> None:
    assert {category: len(them) for category, them in persons(Outcome.TRAINED).items()} == {
        "mission": 3191,
        "partners": 358,
        "childrens-parliament": 35,
        "cp-subgroup": 28,
        "malian-forces": 1637,
    }


def test_nine_partners_are_in_the_sub_group_too_and_nobody_else_is_in_two() -> None:
    trained = persons(Outcome.TRAINED)
    assert len(trained["partners"] & trained["cp-subgroup"]) == SUBGROUP_FROM_PARTNERS
    everybody = Counter(person for them in trained.values() for person in them)
    assert sum(times - 1 for times in everybody.values()) == SUBGROUP_FROM_PARTNERS


def test_ten_of_the_mission_changed_component() -> None:
    components: dict[int, set[str]] = defaultdict(set)
    for seat in participants():
        if top(seat.category) == "mission" and outcome(seat) is Outcome.TRAINED:
            components[seat.person].add(seat.category)
    assert sum(len(them) > 1 for them in components.values()) == 10


def test_some_are_only_sensitized_and_some_are_trained_later() -> None:
    trained, sensitized = persons(Outcome.TRAINED), persons(Outcome.SENSITIZED)
    for audience in (MISSION, FORCES, PARTNERS):
        both = sensitized[audience.category] & trained[audience.category]
        assert len(both) == audience.late
        assert len(sensitized[audience.category] - both) == audience.sensitized


def test_the_children_are_nineteen_boys_and_sixteen_girls() -> None:
    children = [it for it in mission().persons if it.category == "childrens-parliament"]
    assert Counter(it.sex for it in children) == {Sex.MALE: BOYS, Sex.FEMALE: GIRLS}
    assert all(2014 - (it.birth_year or 0) in range(12, 17) for it in children)


def test_heads_sum_to_three_thousand_and_one_line_is_at_least() -> None:
    counts = [count for it in mission().training_sessions for count in it.counts]
    assert sum(it.count for it in counts) == HEADCOUNT
    assert sum(it.at_least for it in counts) == 1
    places = {it.room.place for it in mission().training_sessions if it.counts}
    assert places == {"ML0701", "ML0601", "ML0801", "ML0901"}


def test_everybody_counted_in_a_course_with_a_test_took_it() -> None:
    tested = {"IND-3H", "FDS-2J", "PART-1J"}
    for it in mission().training_sessions:
        for seat in it.seats:
            counted = outcome(seat) is not Outcome.NONE
            participant = seat.role is ParticipationRole.PARTICIPANT
            assert bool(seat.attempts) == (counted and participant and it.room.course in tested)
            assert len(seat.attempts) <= 2


def test_everything_lies_within_the_published_period() -> None:
    assert all(
        FIRST_DAY <= it.room.first_day <= it.room.last_day <= LAST_DAY
        for it in mission().training_sessions
    )


def test_no_trainer_gives_two_sessions_on_one_day() -> None:
    given = Counter(
        (it.room.trainer, day)
        for it in mission().training_sessions
        for day in {slot.day for slot in it.room.slots}
    )
    assert max(given.values()) == 1


def test_nobody_sits_twice_in_a_session() -> None:
    for it in mission().training_sessions:
        persons_in_it = [seat.person for seat in it.seats]
        assert len(persons_in_it) == len(set(persons_in_it))


def test_three_sessions_hand_out_certificates() -> None:
    certified = [it.room.course for it in mission().training_sessions if it.certified]
    assert sorted(certified) == ["FDS-2J", "IND-3H", "PART-1J"]


def test_equal_seeds_give_equal_plans_and_others_the_same_totals() -> None:
    assert plan() == mission()
    other = plan(7)
    assert other != mission()
    trained = {
        seat.person
        for it in other.training_sessions
        for seat in it.seats
        if seat.category == "cp-subgroup" and outcome(seat) is Outcome.TRAINED
    }
    assert len(trained) == SUBGROUP_TRAINED
