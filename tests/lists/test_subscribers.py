from flask import Flask

from lms.lists import subscribers
from lms.signals import person_erased


def test_the_room_hears_when_somebody_is_erased(app: Flask) -> None:
    del app
    assert subscribers.forget_person in list(person_erased.receivers_for(None))
