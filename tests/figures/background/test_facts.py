import csv
from io import StringIO

import pytest

from lms.accounts.actors import SYSTEM
from lms.figures import totals
from lms.figures.background import facts, queries
from lms.figures.counting.questions import Measure, Scope
from lms.people import queries as people, reference
from tests.factories.figures import FactFactory, HeadcountFactFactory
from tests.factories.sessions import ParticipationFactory
from tests.figures.background.given import MARCH, advance
from tests.figures.given import DAY

pytestmark = pytest.mark.usefixtures("database")


def lines() -> list[dict[str, str]]:
    """Return the lines of a file of March."""
    reading = totals.read(scope=Scope(window=MARCH), actor=SYSTEM)
    text = b"".join(facts.parts(reading, ["How it was made."], advance)).decode()
    *found, note = csv.DictReader(StringIO(text))
    assert note["fact"] == "# How it was made."
    return found


def test_a_person_has_one_pseudonym_in_a_file_and_another_in_the_next() -> None:
    fact = FactFactory.create(last_day=DAY)
    again = ParticipationFactory.create(person=fact.person)
    FactFactory.create(participation=again, last_day=DAY)
    FactFactory.create(last_day=DAY)
    first, second = ([it["person"] for it in lines()] for _ in range(2))
    assert first[0] == first[1] != first[2]
    assert not {*first} & {*second}


def test_no_name_and_no_number_of_a_person_stands_there() -> None:
    fact = FactFactory.create(last_day=DAY)
    [line] = lines()
    said = " ".join(line.values()).casefold()
    assert fact.person.surname.casefold() not in said
    assert line["person"] != str(fact.person_id)


def test_nothing_leads_to_somebody_of_an_armed_movement() -> None:
    reference.load()
    fact = FactFactory.create(last_day=DAY, category=people.category("armed-movements"))
    again = ParticipationFactory.create(person=fact.person)
    FactFactory.create(participation=again, last_day=DAY)
    assert [bool(it["person"]) for it in lines()] == [False, True]


def test_the_facts_count_up_to_the_totals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "RUN", 2)
    FactFactory.create_batch(5, last_day=DAY)
    HeadcountFactFactory.create(last_day=DAY, count=300, at_least=True)
    reading = totals.read(scope=Scope(window=MARCH), actor=SYSTEM)
    found = lines()
    persons = {it["person"] for it in found if it["person"]}
    assert len(persons) == reading.table(Measure.PERSONS_TRAINED).total.total.value == 5
    [heads] = [it for it in found if not it["person"]]
    assert (heads["count"], heads["at_least"]) == ("300", "yes")
