from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask

from lms.people.kinds import Sex
from lms.sessions import labels
from lms.sessions.kinds import Half, MarkState

WEDNESDAY = date(2014, 3, 12)


@pytest.fixture(params=["fr", "en"])
def locale(request: pytest.FixtureRequest, app: Flask) -> Iterator[str]:
    code = str(request.param)
    with app.test_request_context(headers={"Accept-Language": code}):
        yield code


def test_a_day_is_numbered_and_a_half_day_named(locale: str) -> None:
    french = locale == "fr"
    assert labels.slot_name(2, WEDNESDAY, Half.DAY) == ("Journée 2" if french else "Day 2")
    morning = "Mercredi matin" if french else "Wednesday morning"
    assert labels.slot_name(1, WEDNESDAY, Half.MORNING) == morning
    afternoon = "Mercredi après-midi" if french else "Wednesday afternoon"
    assert labels.slot_name(1, WEDNESDAY, Half.AFTERNOON) == afternoon


def test_the_first_of_a_month_is_an_ordinal_in_french(locale: str) -> None:
    expected = "Mardi 1er avril" if locale == "fr" else "Tuesday 1 April"
    assert labels.long_day(date(2014, 4, 1)) == expected
    assert labels.long_day(WEDNESDAY).startswith("Mercredi" if locale == "fr" else "Wednesday")


@pytest.mark.parametrize(
    ("minutes", "french", "english"),
    [
        (45, "45 minutes", "45 minutes"),
        (60, "1 heure", "1 hour"),
        (360, "6 heures", "6 hours"),
        (150, "2 h 30", "2 hours 30"),
    ],
)
def test_a_length_is_said_in_hours(locale: str, minutes: int, french: str, english: str) -> None:
    assert labels.length(minutes) == (french if locale == "fr" else english)


def test_the_slots_are_summed_up(locale: str) -> None:
    three_days = labels.slots_sentence([360] * 3, days=True)
    assert three_days == (
        "3 jours de 6 heures, 18 heures sans les pauses"
        if locale == "fr"
        else "3 days of 6 hours, 18 hours without breaks"
    )
    assert labels.slots_sentence([180] * 4, days=False).startswith("4 ")
    uneven = labels.slots_sentence([180, 60], days=False)
    assert uneven == ("4 heures sans les pauses" if locale == "fr" else "4 hours without breaks")


def test_a_mark_agrees_with_whom_it_is_given(locale: str) -> None:
    woman = labels.states(Sex.FEMALE)[MarkState.PRESENT]
    man = labels.states(Sex.UNSPECIFIED)[MarkState.PRESENT]
    assert (woman, man) == (("Présente", "Présent") if locale == "fr" else ("Present", "Present"))
