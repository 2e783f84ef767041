import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from lms import clock

ENDS_OF_THE_WORLD = ("Etc/GMT+12", "Etc/GMT-14")
"""At any moment it is another day than in Mali in one of them."""


@pytest.fixture(params=ENDS_OF_THE_WORLD)
def machine_abroad(request: pytest.FixtureRequest) -> Iterator[None]:
    """Set the machine's own zone while a test runs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


def test_now_is_this_instant_with_its_zone() -> None:
    before = datetime.now(UTC)
    assert before <= clock.now() <= datetime.now(UTC)
    assert clock.now().utcoffset() == timedelta(0)


@pytest.mark.usefixtures("machine_abroad")
def test_today_is_the_day_in_mali_wherever_the_machine_stands() -> None:
    before = datetime.now(UTC).date()
    assert before <= clock.today() <= datetime.now(UTC).date()
