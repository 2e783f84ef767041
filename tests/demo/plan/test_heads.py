from random import Random

from lms.demo.plan.calendar import Diary, rooms
from lms.demo.plan.heads import counted
from lms.demo.plan.mission import COMMUNITIES
from lms.demo.plan.targets import HEADCOUNT
from lms.people.kinds import AgeGroup


def test_the_sum_is_exact_whatever_the_seed() -> None:
    for seed in range(5):
        held = counted(rooms(COMMUNITIES, Diary(), Random(seed)), Random(seed))
        assert sum(count.count for it in held for count in it.counts) == HEADCOUNT
        assert all(count.count > 0 for it in held for count in it.counts)


def test_children_are_counted_without_a_profession() -> None:
    held = counted(rooms(COMMUNITIES, Diary(), Random(1)), Random(1))
    minors = [it for one in held for it in one.counts if it.age_group is AgeGroup.MINOR]
    assert {it.category for it in minors} == {"civil-society"}
