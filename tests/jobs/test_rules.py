import pytest

from lms.jobs.rules import BEAT, SILENCE, is_abandoned, percent
from tests.jobs.given import NOW


def test_a_worker_may_miss_some_words_before_it_is_gone() -> None:
    assert SILENCE > 3 * BEAT
    assert not is_abandoned(NOW, NOW + SILENCE)
    assert is_abandoned(NOW, NOW + SILENCE + BEAT)


@pytest.mark.parametrize(
    ("share", "shown"), [(0, 0), (0.5, 50), (0.999, 99), (1, 99), (7, 99), (-1, 0)]
)
def test_all_of_it_is_done_only_once_the_file_stands(share: float, shown: int) -> None:
    assert percent(share) == shown
