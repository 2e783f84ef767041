import pytest

from lms.figures.spread.errors import BeingSent
from lms.figures.spread.sending.holding import alone
from tests.figures.spread.given import on_postgresql, send

pytestmark = [on_postgresql, pytest.mark.usefixtures("servers")]


def test_one_at_a_time_may_send() -> None:
    with alone(), pytest.raises(BeingSent):
        send()


def test_the_next_may_once_it_is_done() -> None:
    with alone():
        pass
    with alone() as connection:
        assert not connection.in_transaction()
