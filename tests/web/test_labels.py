from datetime import date

import pytest
from flask import Flask

from lms.sessions.kinds import Half
from lms.sessions.models import Place, Slot, TrainingSession
from lms.web import labels

GAO = Place(name_fr="Gao", name_en="Gao")


def planned(*, venue: str = "", slots: int = 1) -> TrainingSession:
    """Return a session of three days in Gao that is stored nowhere."""
    return TrainingSession(
        place=GAO,
        venue=venue,
        first_day=date(2014, 3, 12),
        last_day=date(2014, 3, 14),
        slots=[
            Slot(position=number, day=date(2014, 3, 12), half=Half.MORNING, minutes=180)
            for number in range(1, slots + 1)
        ],
    )


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("fr", "12-14 mars 2014 · Gao, camp d’exemple"),
        ("en", "12–14 March 2014 · Gao, camp d’exemple"),
    ],
)
def test_a_session_is_when_and_where(app: Flask, locale: str, said: str) -> None:
    with app.test_request_context(headers={"Accept-Language": locale}):
        assert labels.session_line(planned(venue="camp d’exemple")) == said


def test_a_session_without_a_venue_is_in_its_place(app: Flask) -> None:
    with app.test_request_context():
        assert labels.where(planned()) == "Gao"


@pytest.mark.parametrize(
    ("locale", "said"),
    [("fr", "Gao · 3 heures · séance 2 sur 3"), ("en", "Gao · 3 hours · slot 2 of 3")],
)
def test_a_slot_says_which_it_is_of_how_many(app: Flask, locale: str, said: str) -> None:
    with app.test_request_context(headers={"Accept-Language": locale}):
        assert labels.slot_line(planned(slots=3).slots[1]) == said


def test_the_only_slot_is_not_numbered(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        assert labels.slot_line(planned().slots[0]) == "Gao · 3 hours"


@pytest.mark.parametrize(("locale", "said"), [("fr", "Matin"), ("en", "Morning")])
def test_the_half_of_a_day_has_its_word(app: Flask, locale: str, said: str) -> None:
    with app.test_request_context(headers={"Accept-Language": locale}):
        assert labels.half_of_day(planned().slots[0]) == said
