import pytest
from flask import Flask

from lms.extensions import db
from lms.figures.targets.against import trainings
from lms.sessions.outcome import Outcome
from tests.factories.figures import FactFactory
from tests.factories.sessions import ParticipationFactory
from tests.figures.given import DAY
from tests.figures.targets.given import LATER, NEXT, NOW, YEAR
from tests.statements import counted

pytestmark = pytest.mark.usefixtures("database")


def trained(unit: str | None, **more: object) -> int:
    """Write the training of somebody of a unit, and return who."""
    fact = FactFactory.create(participation__unit=unit, last_day=DAY, **more)
    return int(fact.person_id)


def test_spellings_are_found_however_many_there_are() -> None:
    for unit in ("Contingent A", "CONTINGENT  A", "1re compagnie", None, "Contingent A"):
        ParticipationFactory.create(unit=unit)
    assert trainings.spellings() == {
        "contingent a": ["CONTINGENT  A", "Contingent A"],
        "1re compagnie": ["1re compagnie"],
    }


def test_without_any_unit_there_is_no_spelling() -> None:
    assert trainings.spellings() == {}
    ParticipationFactory.create(unit=None)
    assert trainings.spellings() == {}


def test_a_unit_is_found_in_every_spelling_and_no_other_is() -> None:
    people = {trained("Contingent A"), trained("contingent A")}
    trained("Contingent B")
    trained(None)
    found = trainings.of_units(["contingent a"], YEAR, None, None)
    assert {it.person for it in found} == people
    assert {(it.unit, it.last_day) for it in found} == {("contingent a", DAY)}


def test_sensitized_is_no_training_and_other_days_are_left_out() -> None:
    trained("Contingent A", outcome=Outcome.SENSITIZED)
    trained("Contingent A")
    assert len(trainings.of_units(["contingent a"], YEAR, None, None)) == 1
    assert trainings.of_units(["contingent a"], NEXT, None, None) == []


def test_what_was_retracted_is_found_as_of_the_day_before() -> None:
    person = trained("Contingent A", recorded_at=NOW, retracted_at=LATER)
    assert trainings.of_units(["contingent a"], YEAR, None, None) == []
    assert trainings.of_units(["contingent a"], YEAR, None, LATER) == []
    found = trainings.of_units(["contingent a"], YEAR, None, NOW)
    assert [it.person for it in found] == [person]


def test_places_narrow_all_units() -> None:
    trained("Contingent A")
    fact = FactFactory.create(participation__unit="Contingent B", last_day=DAY)
    found = trainings.of_all(YEAR, {fact.place_id}, None)
    assert [it.unit for it in found] == ["contingent b"]
    assert {it.unit for it in trainings.of_all(YEAR, None, None)} == {
        "contingent a",
        "contingent b",
    }


def test_statements_do_not_grow_with_the_units(app: Flask) -> None:
    trained("Contingent A")
    db.session.commit()
    with counted(app) as few:
        trainings.of_units(["contingent a"], YEAR, None, None)
    for it in range(5):
        trained(f"Contingent {it}")
    db.session.commit()
    with counted(app) as many:
        trainings.of_units(trainings.spellings(), YEAR, None, None)
    assert len(many) <= len(few) + 2
