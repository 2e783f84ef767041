import pytest

from lms import clock
from lms.errors import NotAllowed
from lms.web.register.looking import look_again
from tests.web.register.given import HEAD, TRAINER

pytestmark = pytest.mark.usefixtures("database")


def test_an_empty_register_holds_no_duplicates() -> None:
    assert look_again(now=clock.now(), actor=HEAD) == 0


def test_a_trainer_may_not_look() -> None:
    with pytest.raises(NotAllowed):
        look_again(now=clock.now(), actor=TRAINER)
