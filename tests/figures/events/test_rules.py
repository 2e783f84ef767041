import pytest

from lms.figures.events.rules import likeness


@pytest.mark.parametrize(
    ("one", "other", "suspect"),
    [
        (range(1, 11), range(5, 15), True),  # 6 of 10
        (range(1, 11), range(6, 16), False),  # 5 of 10
        (range(1, 4), range(1, 101), True),  # the smaller one decides
        (range(1, 4), (3, *range(50, 100)), False),
        ((), range(1, 4), False),
        ((), (), False),
    ],
)
def test_r09_sixty_per_cent_of_the_smaller_session_in_common_are_suspect(
    one: range, other: range, *, suspect: bool
) -> None:
    assert likeness([*one], [*other], same_course=False).is_suspect is suspect


def test_r09_one_course_is_suspect_without_a_person_in_common() -> None:
    assert likeness([1], [2], same_course=True).is_suspect
